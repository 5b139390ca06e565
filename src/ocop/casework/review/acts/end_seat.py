"""Kết thúc nhiệm vụ: a seat ends, and with it all that the person does on the council."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import SEAT
from ocop.casework.review.models import Seat
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.writes.papers import membership
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.ui.forms import DateField, TextField


def refuse_end_seat(who: Who, seat: Seat) -> Refusal | None:
    """Whoever sets up the council."""
    return refuse_set_up(who, seat.council)


class AsksEnd(AsksReason):
    """The decision that ends the seat, from which day, and why."""

    decision_no = TextField(label=_("Số quyết định thôi nhiệm vụ"), max_length=60)
    decision_on = DateField(label=_("Ngày ký quyết định"))
    field_order = ("decision_no", "decision_on", "reason")
    beside = {"paper_": "decision_no"}


@recorded
def end_seat(seat: Seat, *, reason: str, by: Person, at: datetime, ended_by: Paper | None = None) -> Seat:
    """Ends a seat at this moment by a decision, which is kept; the next minute the person can do nothing with
    it. What was done in the seat until now stands. Refused without a reason.
    """
    ensure(refuse_end_seat(who_is(by, at), seat))
    if not reason.strip():
        raise Refused(Refusal("reason_missing", _("Chưa ghi lý do kết thúc nhiệm vụ.")))
    held(seat)
    if not seat.is_held(at):
        raise Refused(Refusal("conflict_seat_ended", _("Nhiệm vụ này đã kết thúc trước đó.")))
    seat.ends_at = max(at, seat.starts_at)
    seat.ended_by, seat.end_reason = ended_by, reason.strip()
    seat.save(update_fields=["ends_at", "ended_by", "end_reason"])
    for somebody in (seat.person, by):
        forget(somebody)
    record("council.end_seat", seat.council, by=by, at=at, reason=reason, data={
        "seat": seat.pk, "paper": ended_by.number if ended_by else None,
    })  # fmt: skip
    return seat


@recorded
def file_and_end(
    seat: Seat, *, decision_no: str, decision_on: date, reason: str, by: Person, at: datetime
) -> Seat:
    """The same with a decision that may not be on record yet."""
    ensure(refuse_end_seat(who_is(by, at), seat))
    paper = membership(seat.council, decision_no, decision_on, by=by, at=at)
    return end_seat(seat, reason=reason, ended_by=paper, by=by, at=at)


END_SEAT = Act(
    about=SEAT,
    name="end_seat",
    path="ket-thuc/",
    refuse=refuse_end_seat,
    form=AsksEnd,
    do=file_and_end,
    button=_("Kết thúc nhiệm vụ"),
    heading=lambda seat: gettext("Kết thúc nhiệm vụ của %(person)s") % {"person": seat.person},
    lead=_("Từ lúc này người đó không xem và không chấm được trong hội đồng."),
    said=lambda seat, _made: gettext("Đã kết thúc nhiệm vụ của %(person)s.") % {"person": seat.person},
    template="ui/confirm.html",
)
