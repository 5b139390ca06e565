"""Rút hồ sơ khỏi phiên họp: the producer takes the product back, at any moment before the meeting closes."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.dossiers.writes.withdrawals import foretell_withdrawal
from ocop.casework.review.about import OWN_PRODUCT
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ITEM_WORKFLOW, UNFINISHED
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.withdrawals import write_withdrawal
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded


def refuse_withdraw(who: Who, item: AgendaItem) -> Refusal | None:
    """The producer's people, until the meeting is closed."""
    return refuse_stranger(who, item.dossier.product.producer) or refuse_withdrawn_late(item)


def refuse_withdrawn_late(item: AgendaItem) -> Refusal | None:
    """Whether the meeting is over: then there is a result, and nothing to take back."""
    if item.meeting.state in UNFINISHED:
        return refuse_move(item, "withdraw")
    return Refusal(
        "meeting_over",
        gettext("Không rút “%(product)s” khỏi phiên họp được nữa.") % {"product": item},
        _("Phiên họp đã bế mạc hoặc đã huỷ."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh."),
    )


@recorded
def withdraw_product(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """The producer takes the product back; the council scores it no further, whatever was sealed.

    An outcome of its own: no result, no notice of one. Sheets and an earlier result stay on record. Refused:
    strangers; a meeting that is over; a product that has left it; no reason.
    """
    ensure(refuse_withdraw(who_is(by, at), held_item(item)))
    write_withdrawal(item, reason=reason, data={"by": "producer"}, by=by, at=at)
    return item


WITHDRAW = Act(
    about=OWN_PRODUCT,
    name="withdraw",
    move=ITEM_WORKFLOW.move("withdraw"),
    refuse=refuse_withdraw,
    form=AsksReason,
    do=withdraw_product,
    button=_("Rút hồ sơ khỏi phiên họp"),
    heading=lambda item: gettext("Rút “%(product)s” khỏi phiên họp") % {"product": item},
    lead=_("Hội đồng dừng đánh giá và biên bản ghi chủ thể đã rút. Sau này có thể mở hồ sơ mới."),
    show=lambda form: foretell_withdrawal(form.thing.dossier, form.who.at),
    said=_("Đã rút hồ sơ khỏi phiên họp. Hội đồng được báo."),
    danger=True,
    template="ui/confirm.html",
)
