"""Ghi xung đột lợi ích: the secretary or the chair records a member's conflict, also one found too late."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.acts.step_aside import AsksRelation
from ocop.casework.review.models import AgendaItem, Declaration, ScoreSheet, Seat
from ocop.casework.review.permissions import refuse_conflict, refuse_keep
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import SCORING_FUNCTIONS, Cause, Relation
from ocop.casework.review.selectors import bench, sealed_sheets
from ocop.casework.review.states import LIVE_ITEMS, UNFINISHED, ItemState
from ocop.casework.review.writes.declarations import Word, write_word
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.invitations import tell_recounted
from ocop.casework.review.writes.recounts import count_again
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, record, recorded


class AsksMemberConflict(AsksRelation):
    """Whose conflict, and which."""

    seat = forms.ModelChoiceField(label=_("Thành viên"), queryset=Seat.objects.none())
    field_order = ("seat", "relation", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = _without_conflict(self.thing, self.who.at)  # type: ignore[attr-defined]


def _without_conflict(item: AgendaItem, at: datetime) -> Any:
    """Who may still have one: members of now, and who sealed a sheet before the seat ended."""
    council = Seat.objects.filter(council=item.meeting.council_id, function__in=SCORING_FUNCTIONS)
    now = seats_held(at).values("pk")
    seats = council.filter(pk__in=now) | council.filter(sheets__item=item)
    known = Declaration.objects.filter(item=item, has_conflict=True).values("seat")
    return seats.exclude(pk__in=known).distinct().select_related("person")


def refuse_record_conflict(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, where no conflict keeps them from the product, until the meeting is closed."""
    return refuse_keep(who, item.meeting) or refuse_conflict(who, item) or _refuse_over(item)


def _refuse_over(item: AgendaItem) -> Refusal | None:
    if item.meeting.state in UNFINISHED and item.state in LIVE_ITEMS:
        return None
    return Refusal(
        "declaration_too_late",
        gettext("Không ghi thêm xung đột lợi ích cho “%(product)s”.") % {"product": item},
        _("Phiên họp đã kết thúc hoặc sản phẩm không còn trong phiên họp."),
        _("Báo cơ quan quản lý OCOP cấp tỉnh: kết quả đã chốt chỉ thay đổi bằng một quyết định khác."),
    )


def _refuse_seat(seat: Seat, item: AgendaItem) -> Refusal | None:
    if seat.council_id != item.meeting.council_id:
        return Refusal("not_member", _("Người này không phải thành viên của hội đồng."))
    if Declaration.objects.filter(item=item, seat=seat, has_conflict=True).exists():
        said = gettext("%(person)s đã có xung đột lợi ích với sản phẩm này.") % {"person": seat.person}
        return Refusal("conflict_recorded_before", said)
    return None


@recorded
def record_conflict(
    item: AgendaItem, seat: Seat, *, relation: Relation, note: str, by: Person, at: datetime
) -> Declaration:
    """The secretary or the chair records a member's conflict; how it was found is the note.

    A sheet that the member has sealed leaves mean and quorum: a product that had its result is counted again
    without it, and both results are kept. Where too few judges are left there is no result any more, and the
    product cannot be decided by those who are here. Refused: other people; no note; a member with a conflict
    already; a meeting that is over.
    """
    ensure(refuse_record_conflict(who_is(by, at), held_item(item)))
    ensure(_refuse_seat(seat, item))
    if not note.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi rõ xung đột lợi ích là gì."), "", _("Ghi ngắn gọn căn cứ."))
        )
    sheets = sealed_sheets(item)
    written = write_word(item, seat, Word(True, relation, note), by=by, at=at)
    if own := next((sheet for sheet in sheets if sheet.seat_id == seat.pk), None):
        _leave_out(item, own, note, by=by, at=at)
    return written


def _leave_out(item: AgendaItem, sheet: ScoreSheet, note: str, *, by: Person, at: datetime) -> None:
    """The sheet counts no longer: recorded with both results, told to who judged the product."""
    data: dict[str, Any] = {"seat": sheet.seat_id, "sheet": sheet.sha256}
    if item.state == ItemState.SCORING:
        found = bench(item, at)
    else:
        found, both = count_again(item, Cause.LATE_CONFLICT, note, seat=sheet.seat, by=by, at=at)
        data |= both
    data["quorum"] = {"present": found.quorum.present, "needed": found.quorum.needed}
    record("agenda_item.late_conflict", item, by=by, at=at, reason=note, data=data)
    judges = {sheet.seat.person, *(seat.person for seat in found.judges)}
    tell_recounted(item, judges, reason=note, at=at)


def _said(item: AgendaItem, written: Declaration) -> str:
    """Who, and what became of the product."""
    words = gettext("Đã ghi xung đột lợi ích của %(person)s.") % {"person": written.seat.person}
    if not item.meeting.rules_id or item.state != ItemState.SCORING:
        return words
    enough = bench(item, written.at).quorum
    if enough.is_met:
        return words
    undecidable = gettext(
        "Còn %(present)s người chấm, cần %(needed)s: chưa quyết định được sản phẩm này. Mời thêm thành viên "
        "dự họp, hoặc đưa sản phẩm ra khỏi phiên họp."
    )
    return f"{words} {undecidable % {'present': enough.present, 'needed': enough.needed}}"


RECORD_CONFLICT = Act(
    about=PRODUCT,
    name="member_conflict",
    path="xung-dot/",
    when=LIVE_ITEMS,
    refuse=refuse_record_conflict,
    form=AsksMemberConflict,
    do=record_conflict,
    button=_("Ghi xung đột lợi ích"),
    heading=lambda item: gettext("Ghi xung đột lợi ích: %(product)s") % {"product": item},
    lead=_(
        "Người đó không xem, không chấm, không tính vào số thành viên và điểm của sản phẩm này. Phiếu đã "
        "chốt ra khỏi điểm trung bình, kết quả tính lại; biên bản ghi cả hai kết quả."
    ),
    confirm=_("Ghi lại"),
    said=_said,
    then=to_meeting,
)
