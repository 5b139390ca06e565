"""Kết thúc nhiệm vụ: a seat ends, and with it all that the person does on the council."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import SEAT
from ocop.casework.review.models import Seat
from ocop.casework.review.permissions import refuse_set_up
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, held, record, recorded


def refuse_end_seat(who: Who, seat: Seat) -> Refusal | None:
    """Whoever sets up the council."""
    return refuse_set_up(who, seat.council)


@recorded
def end_seat(seat: Seat, *, reason: str, by: Person, at: datetime) -> Seat:
    """Ends a seat at this moment; the next minute the person can do nothing with it.
    Refused without a reason.
    """
    ensure(refuse_end_seat(who_is(by, at), seat))
    if not reason.strip():
        raise Refused(Refusal("reason_missing", _("Chưa ghi lý do kết thúc nhiệm vụ.")))
    held(seat)
    if not seat.is_held(at):
        raise Refused(Refusal("conflict_seat_ended", _("Nhiệm vụ này đã kết thúc trước đó.")))
    seat.ends_at = max(at, seat.starts_at)
    seat.save(update_fields=["ends_at"])
    for somebody in (seat.person, by):
        forget(somebody)
    record("council.end_seat", seat.council, by=by, at=at, reason=reason, data={"seat": seat.pk})
    return seat


END_SEAT = Act(
    about=SEAT,
    name="end_seat",
    path="ket-thuc/",
    refuse=refuse_end_seat,
    form=AsksReason,
    do=end_seat,
    button=_("Kết thúc nhiệm vụ"),
    heading=lambda seat: gettext("Kết thúc nhiệm vụ của %(person)s") % {"person": seat.person},
    lead=_("Từ lúc này người đó không xem và không chấm được trong hội đồng."),
    said=lambda seat, _made: gettext("Đã kết thúc nhiệm vụ của %(person)s.") % {"person": seat.person},
    template="ui/confirm.html",
)
