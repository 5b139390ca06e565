"""Finding what an address names; what a person may not see is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ocop.casework.review import permissions
from ocop.casework.review.models import AgendaItem, Council, Meeting
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.refusals import Refusal, ensure
from ocop.foundation.ui.rows import the_one

Refuse = Callable[[Any, Any, datetime], Refusal | None]


def council_for(request: HttpRequest, pk: int, at: datetime, refuse: Refuse | None = None) -> Council:
    """The council of this address. Http404 where there is none for this person;
    Refused where `refuse` says so.
    """
    names = ("programme__province", "established_by", "team_by")
    council = the_one(Council.objects.select_related(*names).filter(pk=pk))
    if council is None or permissions.refuse_see_council(request.user, council, at) is not None:
        raise Http404(_("Không có hội đồng này."))
    if refuse is not None:
        ensure(refuse(request.user, council, at))
    return council


def meeting_for(request: HttpRequest, key: UUID, at: datetime, refuse: Refuse | None = None) -> Meeting:
    """The meeting of this address, as above."""
    names = ("council__programme__province", "rules", "round", "chaired_by__person", "closed_by", "minutes")
    meeting = the_one(Meeting.objects.select_related(*names).filter(key=key))
    if meeting is None or permissions.refuse_see_meeting(request.user, meeting, at) is not None:
        raise Http404(_("Không có phiên họp này."))
    if refuse is not None:
        ensure(refuse(request.user, meeting, at))
    return meeting


def item_for(request: HttpRequest, key: UUID, at: datetime, refuse: Refuse | None = None) -> AgendaItem:
    """The product of this address; one that a conflict keeps the person from refuses with the reason."""
    names = (
        "meeting__council__programme__province",
        "meeting__rules",
        "meeting__closed_by",
        "advisory_report",
    )
    product = ("dossier__product__producer", "dossier__commune__parent__parent")
    item = the_one(AgendaItem.objects.select_related(*names, *product).filter(key=key))
    if item is None or permissions.refuse_see_meeting(request.user, item.meeting, at) is not None:
        raise Http404(_("Không có sản phẩm này trong phiên họp."))
    if refuse is not None:
        ensure(refuse(request.user, item, at))
    return item


def paper_of(
    kind: PaperKind, number: str, day: date, *, issuer: str, subject: str, by: Any, at: datetime
) -> Paper:
    """The paper with this number, put on record where it is not yet."""
    known = paper_numbered(number, issuer=issuer, year=day.year)
    return known or file_paper(
        kind=kind, number=number, issued_on=day, issuer=issuer, subject=subject, by=by, at=at
    )
