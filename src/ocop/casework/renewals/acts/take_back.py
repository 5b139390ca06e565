"""Rút lại trả lời: the producer will renew after all; reminders go on."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.about import TERM
from ocop.casework.renewals.permissions import refuse_answer
from ocop.casework.renewals.selectors.terms import answer_of, listed
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, recorded, transition
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import standing_of
from ocop.registers.products.writes import hold_products


@recorded
def take_back_answer(product: Product, *, by: Person, at: datetime) -> None:
    """Takes the answer back. Refused to all but those who answer for the producer, without an answer, and
    once the recognition no longer holds.
    """
    ensure(refuse_answer(who_is(by, at), product))
    hold_products([product.pk])
    recognition = listed(product)
    decline = answer_of(recognition) if recognition else None
    if recognition is None or decline is None:
        raise Refused(_no_answer())
    if not standing_of(recognition, timezone.localdate(at)).is_good:
        raise Refused(_too_late())
    transition(decline, "take_back", by=by, at=at)


def _no_answer() -> Refusal:
    return Refusal(
        "conflict_no_answer", _("Không có trả lời nào để rút lại."), "", _("Tải lại trang để xem.")
    )


def _too_late() -> Refusal:
    return Refusal(
        "too_late",
        _("Giấy chứng nhận đã hết hiệu lực, không rút lại trả lời được nữa."),
        "",
        _("Đăng ký đánh giá như sản phẩm mới."),
    )


TAKE_BACK = Act(
    about=TERM,
    name="take_back",
    path="rut-lai/",
    refuse=refuse_answer,
    do=take_back_answer,
    button=_("Rút lại trả lời"),
    lead=_("Lời nhắc nộp hồ sơ đánh giá lại sẽ tiếp tục."),
    said=_("Đã rút lại. Nộp hồ sơ đánh giá lại trong thời gian ghi ở trang này."),
)
