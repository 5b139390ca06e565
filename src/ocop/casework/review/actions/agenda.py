"""Planning a meeting and what is on its agenda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import notices, permissions
from ocop.casework.review.actions.locking import held_item, held_meeting
from ocop.casework.review.models import AgendaItem, Council, Meeting
from ocop.casework.review.rules import ItemState, MeetingKind
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.documents.models import Paper
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.text import fold
from ocop.registers.programme.models import Round


@transaction.atomic
def plan_meeting(
    council: Council,
    *,
    title: str,
    starts_at: datetime,
    by: Any,
    at: datetime,
    venue: str = "",
    kind: MeetingKind = MeetingKind.MEETING,
    round: Round | None = None,
) -> Meeting:
    """Plans a meeting, or the collection of written opinions (R26-38); the members are invited.

    Refused: other offices, no title.
    """
    ensure(permissions.refuse_set_up(by, council, at))
    if not title.strip():
        raise Refused(Refusal("title_missing", _("Chưa ghi tên phiên họp.")))
    meeting = Meeting.objects.create(
        council=council,
        title=title.strip(),
        starts_at=starts_at,
        venue=venue.strip(),
        kind=MeetingKind(kind).value,
        round=round,
        created_at=at,
        created_by=by,
        search_text=fold(f"{title} {venue} {council.name}"),
    )
    record("meeting.plan", meeting, by=by, at=at)
    notices.planned(meeting, at=at)
    return meeting


@transaction.atomic
def put_on_agenda(
    meeting: Meeting,
    dossiers_to_add: Sequence[Dossier],
    *,
    advisory_report: Paper,
    by: Any,
    at: datetime,
    advisory_opinion: str = "",
) -> list[AgendaItem]:
    """Adds accepted dossiers at the end of the agenda; each gets the next sample number of the meeting.

    The advisory team's report comes first (R26-29). Refused: other offices; a meeting that is over; a dossier
    in any other state than accepted, under a law that will be over, or of another council; a product set
    without rubric.
    """
    stored = held_meeting(meeting)
    ensure(permissions.refuse_put_on_agenda(by, stored, at))
    last = stored.items.aggregate(last=Max("position"))["last"] or 0
    items = []
    for place, dossier in enumerate(dossiers_to_add, start=last + 1):
        ensure(permissions.refuse_dossier(dossier, stored, at) or _refuse_without_rubric(dossier))
        dossiers.schedule(dossier, by=by, at=at)
        items.append(_add(stored, dossier, place, advisory_report, advisory_opinion, by=by, at=at))
    return items


def _add(
    meeting: Meeting, dossier: Dossier, place: int, report: Paper, opinion: str, *, by: Any, at: datetime
) -> AgendaItem:
    earlier = AgendaItem.objects.filter(meeting=meeting, dossier=dossier, state=ItemState.REMOVED).first()
    if earlier is not None:
        raise Refused(
            Refusal(
                "conflict_removed_before",
                _("“%(product)s” đã được đưa ra khỏi chính phiên họp này.") % {"product": earlier},
                "",
                _("Đưa sản phẩm vào phiên họp khác."),
            )
        )
    item = AgendaItem.objects.create(
        meeting=meeting,
        dossier=dossier,
        position=place,
        sample_no=f"{place:02}",
        advisory_report=report,
        advisory_opinion=opinion.strip(),
        created_at=at,
        created_by=by,
    )
    record("agenda_item.put", item, by=by, at=at, data={"meeting": str(meeting.key), "report": report.number})
    return item


def _refuse_without_rubric(dossier: Dossier) -> Refusal | None:
    if set_of(dossier).has_rubric:
        return None
    return Refusal(
        "no_rubric",
        _("Chưa chấm được “%(product)s”.") % {"product": dossier.product.name},
        _("Hệ thống chưa có bộ tiêu chí của bộ sản phẩm số %(number)s.") % {"number": dossier.set_number},
    )


@transaction.atomic
def remove_from_agenda(item: AgendaItem, *, reason: str, by: Any, at: datetime) -> AgendaItem:
    """Takes a product off the agenda; its dossier waits for another meeting.
    Refused once a sheet is sealed (T-08).
    """
    stored = held_item(item)
    ensure(permissions.refuse_remove(by, stored, at))
    transition(stored, "remove", by=by, at=at, reason=reason)
    dossiers.unschedule(stored.dossier, reason=reason, by=by, at=at)
    return stored


@transaction.atomic
def order_agenda(meeting: Meeting, keys: Sequence[str], *, by: Any, at: datetime) -> None:
    """Puts the products into a new order; every product still on the agenda must be named once."""
    stored = held_meeting(meeting)
    ensure(permissions.refuse_order(by, stored, at))
    movable = stored.items.exclude(state__in=[ItemState.REMOVED, ItemState.EXCLUDED])
    items = {str(item.key): item for item in movable}
    if sorted(keys) != sorted(items):
        raise Refused(
            Refusal("conflict_agenda", _("Danh sách sản phẩm vừa thay đổi."), "", _("Tải lại trang."))
        )
    for place, key in enumerate(keys, start=1):
        AgendaItem.objects.filter(pk=items[key].pk).exclude(position=place).update(position=place)
    record("meeting.order", stored, by=by, at=at)
