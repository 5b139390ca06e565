"""Ghi xung đột lợi ích: the secretary or the chair records a member's conflict that was found later."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.acts.step_aside import AsksRelation
from ocop.casework.review.models import AgendaItem, Declaration, Seat
from ocop.casework.review.permissions import refuse_conflict, refuse_keep
from ocop.casework.review.permissions.conflicts import refuse_declared_late
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import SCORING_FUNCTIONS, Relation
from ocop.casework.review.writes.declarations import Word, write_word
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, recorded


class AsksMemberConflict(AsksRelation):
    """Whose conflict, and which."""

    seat = forms.ModelChoiceField(label=_("Thành viên"), queryset=Seat.objects.none())
    field_order = ("seat", "relation", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = seats_held(self.who.at).filter(
            council=self.thing.meeting.council_id, function__in=SCORING_FUNCTIONS
        )
        self.fields["seat"].queryset = seats.select_related("person")  # type: ignore[attr-defined]


def refuse_record_conflict(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, where no conflict keeps them from the product."""
    return refuse_keep(who, item.meeting) or refuse_conflict(who, item)


def _refuse_seat(seat: Seat, item: AgendaItem) -> Refusal | None:
    if seat.council_id != item.meeting.council_id:
        return Refusal("not_member", _("Người này không phải thành viên của hội đồng."))
    return refuse_declared_late(seat, item)


@recorded
def record_conflict(
    item: AgendaItem, seat: Seat, *, relation: Relation, note: str, by: Person, at: datetime
) -> Declaration:
    """The secretary or the chair records a member's conflict found later; how it was found is the note.

    Refused: other people; no note; after the member sealed or the product has its result.
    """
    ensure(refuse_record_conflict(who_is(by, at), held_item(item)))
    ensure(_refuse_seat(seat, item))
    if not note.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi rõ xung đột lợi ích là gì."), "", _("Ghi ngắn gọn căn cứ."))
        )
    return write_word(item, seat, Word(True, relation, note), by=by, at=at)


RECORD_CONFLICT = Act(
    about=PRODUCT,
    name="member_conflict",
    path="xung-dot/",
    refuse=refuse_record_conflict,
    form=AsksMemberConflict,
    do=record_conflict,
    button=_("Ghi xung đột lợi ích"),
    heading=lambda item: gettext("Ghi xung đột lợi ích: %(product)s") % {"product": item},
    lead=_("Người đó không xem, không chấm, không tính vào số thành viên và điểm của sản phẩm này."),
    confirm=_("Ghi lại"),
    said=lambda _item, written: (
        gettext("Đã ghi xung đột lợi ích của %(person)s.") % {"person": written.seat.person}
    ),
    then=to_meeting,
)
