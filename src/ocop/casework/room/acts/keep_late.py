"""A sheet that comes too late is kept as it came and shown to the chair: never lost, never counted."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models import AgendaItem, Seat
from ocop.casework.review.permissions.who import scoring_seat
from ocop.casework.review.selectors.panel import presiding_people
from ocop.casework.room.models import LateSheet
from ocop.casework.room.permissions import refuse_bring
from ocop.casework.room.rules import BroughtSheet
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Refusal, ensure, held, record, recorded, words
from ocop.foundation.notifications.actions import tell


@recorded
def keep_late(
    item: AgendaItem, brought: BroughtSheet, why: Refusal, *, by: Person, at: datetime
) -> LateSheet:
    """Keeps what came, once, and tells the chair and the secretary.

    Refused to all but a member who scores and has declared no conflict.
    """
    held(item)
    who = who_is(by, at)
    ensure(refuse_bring(who, item))
    seat = scoring_seat(who, item.meeting)
    assert seat is not None  # noqa: S101 - the permission has seen it
    known = {"item": item, "seat": seat, "pass_no": brought.pass_no, "sha256": brought.sha256}
    found = LateSheet.objects.filter(**known).first()
    if found is not None:
        return found
    sheet = LateSheet.objects.create(
        **known, content=brought.content(), ready_at=brought.ready_at, came_at=at, why=str(why)
    )
    record("room.late", sheet, by=by, at=at, data={"sha256": sheet.sha256, "item": str(item.key)})
    _tell(item, seat, at)
    return sheet


def _tell(item: AgendaItem, seat: Seat, at: datetime) -> None:
    meeting = item.meeting
    keepers = set(presiding_people(meeting, at))
    if meeting.recorded_by is not None:
        keepers.add(meeting.recorded_by)
    tell(
        keepers - {seat.person},
        kind="room.late",
        subject=words(_("Phiếu đến sau: %(meeting)s"), meeting=meeting.title),
        body=_(
            "Một phiếu được đánh dấu sẵn sàng khi không có mạng đã đến sau khi kết thúc chấm. Phiếu được giữ "
            "nguyên và không tự tính vào kết quả."
        ),
        url=reverse("room:late", args=[meeting.key]),
        at=at,
    )
