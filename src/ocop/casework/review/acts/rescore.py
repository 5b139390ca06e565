"""Chấm lại: every judge gets a new sheet that begins with the old choices; the old sheets stay."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.rules import Cause
from ocop.casework.review.states import ITEM_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.invitations import tell_of_pass
from ocop.casework.review.writes.recounts import pass_again
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded


def refuse_rescore(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, over a product with too wide a spread, as often as the working rules say."""
    return refuse_run(who, item) or refuse_move(item, "rescore") or _refuse_passes(item)


def _refuse_passes(item: AgendaItem) -> Refusal | None:
    most = item.meeting.rules.passes_most if item.meeting.rules else None
    if most is None:
        return None
    done = item.earlier_results.filter(cause=Cause.RESCORED).count()
    if done < most:
        return None
    return Refusal(
        "passes_over",
        gettext("“%(product)s” đã chấm lại %(n)s lượt.") % {"product": item, "n": done},
        gettext("Quy chế cho chấm lại nhiều nhất %(n)s lượt.") % {"n": most},
        _("Hội đồng thảo luận rồi ghi ý kiến thống nhất."),
    )


@recorded
def order_rescoring(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """Another pass: every judge gets a new sheet that begins with the old choices, and is told.

    Refused: others than secretary and chair; a product that is not disputed; more passes than the
    working rules allow; no reason.
    """
    ensure(refuse_rescore(who_is(by, at), held_item(item)))
    old = pass_again(item, "rescore", Cause.RESCORED, reason=reason, by=by, at=at)
    tell_of_pass(item, old, reason=reason, at=at)
    return item


RESCORE = Act(
    about=PRODUCT,
    name="rescore",
    path="cham-lai/",
    move=ITEM_WORKFLOW.move("rescore"),
    refuse=refuse_rescore,
    form=AsksReason,
    do=order_rescoring,
    heading=lambda item: gettext("Chấm lại “%(product)s”") % {"product": item},
    lead=_("Mỗi thành viên nhận một phiếu mới, điền sẵn mức đã chọn. Phiếu cũ được giữ nguyên."),
    confirm=_("Yêu cầu chấm lại"),
    said=_("Đã mở lượt chấm mới, thành viên được báo."),
    then=to_meeting,
    weight="quiet",
    icon="undo-2",
)
