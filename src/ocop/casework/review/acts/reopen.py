"""Đưa về chấm lại: the chair takes a tallied product back to scoring, once, with a reason."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem, EarlierResult
from ocop.casework.review.permissions import refuse_preside
from ocop.casework.review.rules import Cause
from ocop.casework.review.states import ITEM_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.invitations import tell_of_pass
from ocop.casework.review.writes.recounts import pass_again
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded


def refuse_reopen(who: Who, item: AgendaItem) -> Refusal | None:
    """The chair, over a product with a result that was not taken back before."""
    return refuse_preside(who, item) or refuse_move(item, "reopen") or _refuse_twice(item)


def _refuse_twice(item: AgendaItem) -> Refusal | None:
    before = EarlierResult.objects.filter(item=item, cause=Cause.TAKEN_BACK).first()
    if before is None:
        return None
    return Refusal(
        "taken_back_before",
        gettext("“%(product)s” đã được đưa về chấm lại một lần.") % {"product": item},
        _("Nếu không, có thể chấm đi chấm lại một sản phẩm cho tới khi được điểm mong muốn."),
        _("Phiếu sai thì thành viên đề nghị sửa phiếu; xung đột lợi ích thì ghi xung đột lợi ích."),
    )


@recorded
def reopen_item(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """Another pass over a product that had its result; sheets and result of before are kept (T-08).

    Refused: others than a chair who attends; a product without result; a second time; no reason.
    """
    ensure(refuse_reopen(who_is(by, at), held_item(item)))
    old = pass_again(item, "reopen", Cause.TAKEN_BACK, reason=reason, by=by, at=at)
    tell_of_pass(item, old, reason=reason, at=at)
    return item


REOPEN = Act(
    about=PRODUCT,
    name="reopen",
    path="dua-ve/",
    move=ITEM_WORKFLOW.move("reopen"),
    refuse=refuse_reopen,
    form=AsksReason,
    do=reopen_item,
    heading=lambda item: gettext("Đưa “%(product)s” về chấm lại") % {"product": item},
    lead=_("Chỉ được một lần. Phiếu và kết quả đã có được giữ nguyên và ghi vào biên bản cùng lý do."),
    said=_("Đã mở lượt chấm mới, thành viên được báo."),
    then=to_meeting,
    danger=True,
    icon="undo-2",
)
