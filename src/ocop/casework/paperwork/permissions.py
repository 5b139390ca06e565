"""Who makes and reads the papers of a meeting; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.certificates.permissions import reads_whole, refuse_conflict
from ocop.casework.dossiers.permissions import is_own
from ocop.casework.dossiers.permissions.reading import is_barred
from ocop.casework.paperwork.models import Handover, MeetingPaper, PaperSheet
from ocop.casework.review import permissions as review
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import refuse_keep, refuse_read_minutes, refuse_set_up
from ocop.casework.review.permissions.councils import OFFICE_READERS
from ocop.casework.review.permissions.who import has_office, is_secretary, member_seat
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

PAPER_FILES = "paperwork.paper"
PACKAGE_FILES = "paperwork.package"
SCAN_FILES = "paperwork.scan"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(PAPER_FILES, refuse_read_file)
    access.register(PACKAGE_FILES, refuse_read_package)
    access.register(SCAN_FILES, refuse_read_scan)


def refuse_read_package(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A paper made for a package: whoever reads the whole decision, without a conflict about the product."""
    refusal, who = Refusal("not_reader", _("Bạn không xem được tệp này.")), who_is(person, at)
    rows = Handover.objects.select_related("decision_item__decision", "decision_item__item__dossier__product")
    for one in rows.filter(contents__icontains=str(stored_file.pk)):
        item = one.decision_item
        if reads_whole(who, item.decision) and refuse_conflict(who, [item.item]) is None:
            return None
    return refusal


def refuse_read(who: Who, meeting: Meeting) -> Refusal | None:
    """The papers of a meeting: who keeps it and the offices of the province, but nobody with a conflict about
    one of its products, for each of them names them all.
    """
    if refusal := refuse_read_minutes(who, meeting):
        return refusal
    if refuse_keep(who, meeting) is None or has_office(who, meeting.council, *OFFICE_READERS):
        return None
    return Refusal(
        "not_papers_reader",
        _("Bạn không mở được bộ giấy tờ của phiên họp."),
        _("Bộ giấy tờ dành cho người điều hành phiên họp và cơ quan quản lý OCOP cấp tỉnh."),
    )


def refuse_blanks(who: Who, meeting: Meeting) -> Refusal | None:
    """Printing blank sheets: who keeps the meeting or prepares it. They say nothing that was judged."""
    return None if refuse_keep(who, meeting) is None else refuse_set_up(who, meeting.council)


def refuse_samples(who: Who, meeting: Meeting) -> Refusal | None:
    """Which sample is which product: the secretary alone, who does not score (T-05)."""
    if is_secretary(who, meeting.council) and member_seat(who, meeting) is None:
        return None
    return Refusal(
        "not_secretary",
        _("Bảng số mẫu chỉ dành cho thư ký hội đồng."),
        _("Người chấm mù không được biết mẫu nào của ai."),
    )


def refuse_make(who: Who, meeting: Meeting) -> Refusal | None:
    """Making them: the secretary, the chair, a vice-chair, officers of the province."""
    if refusal := refuse_read(who, meeting):
        return refusal
    if refuse_keep(who, meeting) is None:
        return None
    return refuse_set_up(who, meeting.council)


def refuse_read_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A paper made here: whoever reads the papers of its meeting."""
    rows = MeetingPaper.objects.filter(file=stored_file).select_related("meeting__council__programme")
    paper = rows.first()
    if paper is None:
        return Refusal("not_reader", _("Bạn không xem được tệp này."))
    return refuse_read(who_is(person, at), paper.meeting)


def refuse_typing(who: Who, meeting: Meeting) -> Refusal | None:
    """Typing sheets from paper: the secretary and officers of the province. Never somebody who scores at the
    meeting: a member is blind to the sheets of the others (T-05).
    """
    if member_seat(who, meeting) is None:
        return refuse_set_up(who, meeting.council)
    return Refusal(
        "typist_scores",
        _("Thành viên chấm điểm không nhập phiếu của người khác."),
        _("Thành viên không được thấy phiếu của nhau trước khi chốt."),
        _("Nhờ thư ký và một cán bộ cấp tỉnh nhập."),
    )


def refuse_type_sheet(who: Who, paper: PaperSheet) -> Refusal | None:
    """The same for the sheet of one product, from which no interest of the own keeps the person."""
    return refuse_typing(who, paper.item.meeting) or _refuse_interest(who, paper.item)


def _refuse_interest(who: Who, item: AgendaItem) -> Refusal | None:
    if refusal := review.refuse_conflict(who, item):
        return refusal
    if not is_own(who, item.dossier) and not is_barred(who, item.dossier):
        return None
    return Refusal(
        "own_interest",
        _("Bạn không nhập phiếu của sản phẩm này."),
        _("Người có lợi ích liên quan tới sản phẩm không xem, không nhập phiếu của sản phẩm đó."),
    )


def refuse_read_scan(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The scan of a paper sheet: who types it, the member whose it is, and later who sees the scores."""
    who = who_is(person, at)
    names = ("seat", "item__meeting__council__programme", "item__dossier__product")
    paper = PaperSheet.objects.filter(scan=stored_file).select_related(*names).first()
    if paper is None:
        return Refusal("not_reader", _("Bạn không xem được tệp này."))
    if paper.seat.person_id == getattr(who.person, "pk", None) or refuse_type_sheet(who, paper) is None:
        return review.refuse_conflict(who, paper.item)
    return review.refuse_see_tally(who, paper.item)
