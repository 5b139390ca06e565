"""Ghi chủ thể rút hồ sơ: the secretary or the chair puts a producer's letter of withdrawal on record."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.writes.withdrawals import foretell_withdrawal
from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.acts.withdraw import refuse_withdrawn_late
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_conflict, refuse_keep
from ocop.casework.review.states import LIVE_ITEMS
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.withdrawals import write_withdrawal
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, recorded
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import day_words_vi


class AsksLetter(AsksReason):
    """What the producer handed in, and why."""

    letter = TextField(
        label=_("Văn bản của chủ thể"),
        max_length=200,
        help_text=_("Ví dụ: Đơn xin rút hồ sơ, người ký, hoặc ý kiến tại phiên họp."),
    )
    letter_on = DateField(label=_("Ngày văn bản"))
    field_order = ("letter", "letter_on", "reason")
    beside = {"letter_from_the_future": "letter_on"}


def refuse_record_withdrawal(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, where no conflict keeps them from the product, until the meeting is closed."""
    return refuse_keep(who, item.meeting) or refuse_conflict(who, item) or refuse_withdrawn_late(item)


@recorded
def record_withdrawal(
    item: AgendaItem, *, letter: str, letter_on: date, reason: str, by: Person, at: datetime
) -> AgendaItem:
    """The same as the producer's own withdrawal, on a letter that lies with the council.

    Refused: other people than secretary and chair; a meeting that is over; a letter of tomorrow; no reason.
    """
    ensure(refuse_record_withdrawal(who_is(by, at), held_item(item)))
    if letter_on > timezone.localdate(at):
        raise Refused(Refusal("letter_from_the_future", _("Văn bản của chủ thể ghi ngày sau hôm nay.")))
    data = {"by": "council", "letter": letter.strip(), "letter_on": day_words_vi(letter_on)}
    write_withdrawal(item, reason=reason, data=data, by=by, at=at)
    return item


RECORD_WITHDRAWAL = Act(
    about=PRODUCT,
    name="record_withdrawal",
    path="rut/",
    when=LIVE_ITEMS,
    refuse=refuse_record_withdrawal,
    form=AsksLetter,
    do=record_withdrawal,
    button=_("Ghi chủ thể rút hồ sơ"),
    heading=lambda item: gettext("Chủ thể rút “%(product)s”") % {"product": item},
    lead=_("Hội đồng dừng đánh giá sản phẩm này; phiếu đã có được giữ nguyên, biên bản ghi chủ thể đã rút."),
    show=lambda form: foretell_withdrawal(form.thing.dossier, form.who.at),
    said=_("Đã ghi chủ thể rút hồ sơ."),
    then=to_meeting,
    danger=True,
)
