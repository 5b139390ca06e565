"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.certificates import about as certificates
from ocop.casework.certificates.about import PRODUCT
from ocop.casework.certificates.models import DecisionItem
from ocop.casework.certificates.permissions import reads_whole
from ocop.casework.paperwork.models import MeetingPaper, PaperSheet
from ocop.casework.paperwork.permissions import refuse_blanks, refuse_read, refuse_samples, refuse_typing
from ocop.casework.paperwork.rules import Kind
from ocop.casework.review.about import MEETING, find_product, see_product
from ocop.casework.review.models import Meeting, Seat
from ocop.casework.review.selectors.above import Way
from ocop.casework.review.states import UNFINISHED, MeetingState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one


def see_papers(who: Who, meeting: Meeting) -> None:
    """A meeting that is not closed has no papers yet; those of another's are not there."""
    if meeting.state != MeetingState.CLOSED or refuse_read(who, meeting) is not None:
        raise Http404(_("Không có bộ giấy tờ này."))


def papers_url(meeting: Meeting) -> str:
    """The page of all papers of a meeting."""
    return reverse("paperwork:papers", args=[meeting.key])


def ways_of(who: Who, meeting: Meeting) -> Iterator[Way]:
    """From a closed meeting to all its papers, from one that goes on or is to come to its blank sheets."""
    if meeting.state == MeetingState.CLOSED and refuse_read(who, meeting) is None:
        yield Way(_("Bộ giấy tờ"), papers_url(meeting), "archive")
    if meeting.state in UNFINISHED and refuse_blanks(who, meeting) is None:
        yield Way(_("In phiếu giấy"), reverse("paperwork:blanks", args=[meeting.key]), "printer")
    if meeting.state in UNFINISHED and refuse_samples(who, meeting) is None:
        yield Way(_("In số mẫu"), reverse("paperwork:samples", args=[meeting.key]), "test-tube")
    if meeting.is_open and refuse_typing(who, meeting) is None:
        yield Way(_("Nhập phiếu giấy"), reverse("paperwork:typing", args=[meeting.key]), "pencil")


def find_report(_who: Who, key: UUID, kind: Kind = Kind.REPORT) -> MeetingPaper:
    """The council's report of this address, or the advisory team's."""
    rows = MeetingPaper.objects.filter(key=key, kind=kind)
    names = ("meeting__council__programme__province", "meeting__rules", "report", "by")
    found = the_one(rows.select_related(*names))
    if found is None:
        raise Http404(_("Không có báo cáo này."))
    return found


def find_paper_sheet(who: Who, key: UUID, pk: int, lap: int) -> PaperSheet:
    """The paper sheet of a member for a product in a pass; before anything is typed it is not kept yet."""
    item = find_product(who, key)
    seat = the_one(Seat.objects.filter(pk=pk, council=item.meeting.council_id).select_related("person"))
    if seat is None or not item.meeting.lets_score(seat) or not 1 <= lap <= item.pass_no:
        raise Http404(_("Không có phiếu giấy này."))
    known = {"item": item, "seat": seat, "pass_no": lap}
    found = the_one(PaperSheet.objects.filter(**known).select_related("scan", "sheet", "settled_by"))
    if found is None:
        return PaperSheet(**known)
    found.item, found.seat = item, seat
    return found


def see_package(who: Who, item: DecisionItem) -> None:
    """The package is for those who read the whole decision, of a result of 90 points and more."""
    if item.decision.is_recognition or not reads_whole(who, item.decision):
        raise Http404(_("Không có bộ hồ sơ này."))


def package_url(item: DecisionItem) -> str:
    """The page of the package of one product."""
    return reverse("paperwork:package", args=[item.decision.key, item.pk])


def _of_meeting(meeting: Meeting) -> dict[str, Any]:
    return {"name": meeting.title, "meeting": meeting}


PAPERS = replace(
    MEETING,
    space="paperwork",
    address="phien-hop/<uuid:key>/bo-giay-to/",
    back=papers_url,
    head=_of_meeting,
    see=see_papers,
)

MINUTES = replace(PAPERS, address="phien-hop/<uuid:key>/bien-ban/")

DECISION = replace(certificates.DECISION, space="paperwork")

PACKAGE = replace(
    PRODUCT,
    space="paperwork",
    address="quyet-dinh/<uuid:key>/de-nghi/<int:pk>/bo-ho-so/",
    back=package_url,
    head=lambda item: {"name": item.printed["product"], "decision": item.decision},
    see=see_package,
)

REPORT = Matter(
    space="paperwork",
    address="bao-cao-hoi-dong/<uuid:key>/",
    find=find_report,
    keys=lambda report: {"key": report.key},
    back=lambda report: papers_url(report.meeting),
    head=lambda report: {"name": str(report)},
    see=lambda who, report: see_papers(who, report.meeting),
)

PAPER_SHEET = Matter(
    space="paperwork",
    address="phieu-giay/<uuid:key>/<int:pk>/<int:lap>/",
    find=find_paper_sheet,
    keys=lambda paper: paper.keys,
    back=PaperSheet.get_absolute_url,
    head=lambda paper: {"name": str(paper), "paper": paper},
    see=lambda who, paper: see_product(who, paper.item),
)
