"""Chấm lại: every judge gets a new sheet that begins with the old choices; the old sheets stay."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.selectors import sealed_sheets
from ocop.casework.review.states import ITEM_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition, words
from ocop.foundation.notifications.actions import tell


def refuse_rescore(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, over a product with too wide a spread."""
    return refuse_run(who, item) or refuse_move(item, "rescore")


@recorded
def order_rescoring(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """Another pass: every judge gets a new sheet that begins with the old choices, and is told.

    Refused: others than secretary and chair; a product that is not disputed; no reason.
    """
    ensure(refuse_rescore(who_is(by, at), held_item(item)))
    old = sealed_sheets(item)
    changes = {
        "pass_no": item.pass_no + 1, "agreed": {}, "result": {}, "total": None, "total_exact": "",
        "stars": None,
        "spread": None, "tallied_at": None,
    }  # fmt: skip
    data = {"pass": item.pass_no, "sheets": {str(sheet.seat_id): sheet.sha256 for sheet in old}}
    transition(item, "rescore", by=by, at=at, reason=reason, changes=changes, data=data)
    ScoreSheet.objects.bulk_create(_again(sheet, item.pass_no, at) for sheet in old)
    tell(
        [sheet.seat.person for sheet in old],
        kind="review.rescoring",
        subject=words(_("Chấm lại: %(product)s"), product=item.dossier.product.name),
        body=words(_("Hội đồng yêu cầu chấm lại. Lý do: %(reason)s"), reason=reason),
        url=item.meeting.get_absolute_url(),
        at=at,
    )
    return item


def _again(sheet: ScoreSheet, pass_no: int, at: datetime) -> ScoreSheet:
    return ScoreSheet(
        item=sheet.item, seat=sheet.seat, pass_no=pass_no, choices=sheet.choices, comments=sheet.comments,
        general_comment=sheet.general_comment, version=sheet.version, changed=sheet.changed, saved_at=at,
    )  # fmt: skip


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
