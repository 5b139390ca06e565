"""Đánh giá lại: the province evaluates itself what the centre found below 90 (article 7(4)(g), R26-34)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import PRODUCT
from ocop.casework.certificates.acts.use_central import below
from ocop.casework.certificates.models import DecisionItem, Redo
from ocop.casework.certificates.permissions import refuse_conflict, refuse_handle, refuse_prepare
from ocop.casework.certificates.writes.redos import evaluate_again
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, recorded
from ocop.foundation.holding import holding


@recorded
def redo_after_answer(decision_item: DecisionItem, *, reason: str, by: Person, at: datetime) -> Redo:
    """The dossier waits for a new meeting; result, approval and answer stay to be read. Refused to other
    offices, without an answer below 90, once the answer was used, without a reason.
    """
    who = who_is(by, at)
    rows = holding(DecisionItem.objects).select_related(
        "decision__programme", "item__dossier__product__producer", "item__dossier__commune"
    )
    stored = rows.get(pk=decision_item.pk)
    ensure(refuse_handle(who, stored.decision) or refuse_conflict(who, [stored.item]))
    answer = below(stored)
    return evaluate_again(stored.item, reason=reason, by=by, at=at, paper=answer.paper)


REDO = Act(
    about=PRODUCT,
    name="redo",
    path="danh-gia-lai/",
    refuse=refuse_prepare,
    form=AsksReason,
    do=redo_after_answer,
    button=_("Đánh giá lại"),
    lead=_("Hồ sơ về chờ xếp phiên họp mới của hội đồng tỉnh. Kết quả cũ vẫn lưu để xem lại."),
    confirm=_("Đưa về đánh giá lại"),
    said=_("Đã đưa về đánh giá lại. Chủ thể và xã đã được báo."),
)
