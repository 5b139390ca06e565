"""Không đánh giá lại: a producer answers that it will let the term end. Lapsed is not violated."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.about import TERM
from ocop.casework.renewals.labels import REASONS
from ocop.casework.renewals.models import Decline
from ocop.casework.renewals.permissions import refuse_answer
from ocop.casework.renewals.rules import DeclineReason
from ocop.casework.renewals.selectors.terms import answer_of, listed, renewals_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import one_line
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import standing_of
from ocop.registers.products.writes import hold_products
from ocop.registers.programme.selectors import current


class AsksDecline(Asks):
    """Why, from a list, and in own words."""

    reason = forms.ChoiceField(
        label=_("Lý do"),
        widget=RadioCards,
        choices=[(reason.value, Card(word)) for reason, word in REASONS.items()],
    )
    words = TextField(label=_("Nói rõ thêm"), lines=3, max_length=1000, required=False)
    beside = {"words_": "words"}


@recorded
def decline_renewal(
    product: Product, *, reason: DeclineReason | str, words: str = "", by: Person, at: datetime
) -> Decline:
    """Records that the recognition will be let end: no reminder follows, and at its end it has expired, not
    been taken back. Refused to strangers and to officers where the producer has an account; for a product
    whose recognition does not hold; after a renewal was handed in; twice; without words where the reason is
    another.
    """
    reason, text = DeclineReason(reason), words.strip()
    who = who_is(by, at)
    ensure(refuse_answer(who, product))
    hold_products([product.pk])
    recognition = listed(product)
    ensure(_refuse_recognition(recognition, at))
    assert recognition is not None  # noqa: S101 - asked above
    if reason == DeclineReason.OTHER and not one_line(text):
        raise Refused(_words_missing())
    decline = Decline.objects.create(
        recognition=recognition,
        reason=reason.value,
        words=text,
        is_recorded=product.producer_id not in producers_acted_for(who),
        by=by,
        at=at,
    )
    record("decline.answer", decline, by=by, at=at, reason=text, data={"reason": reason.value})
    _tell(decline, product, by=by, at=at)
    return decline


def _refuse_recognition(recognition: Recognition | None, at: datetime) -> Refusal | None:
    if recognition is None or not standing_of(recognition, timezone.localdate(at)).is_good:
        return Refusal(
            "nothing_runs",
            _("Sản phẩm không có giấy chứng nhận còn hiệu lực."),
            "",
            _("Không cần trả lời gì thêm."),
        )
    if answer_of(recognition) is not None:
        return Refusal("conflict_answered", _("Đã trả lời rồi."), "", _("Tải lại trang để xem."))
    renewal = renewals_of([recognition]).get(recognition.pk)
    if renewal is None or renewal.result_on is not None:
        return None
    return Refusal(
        "renewal_filed",
        _("Hồ sơ đánh giá lại của sản phẩm này đã nộp."),
        _("Trả lời không đánh giá lại sẽ trái với hồ sơ đó."),
        _("Rút hồ sơ trước, rồi trả lời."),
    )


def _words_missing() -> Refusal:
    return Refusal("words_missing", _("Lý do khác thì cần nói rõ."), "", _("Viết một, hai câu."))


def _tell(decline: Decline, product: Product, *, by: Person, at: datetime) -> None:
    """The officers of the commune and of the province."""
    programme, commune = current(), product.producer.commune
    people = {*people_holding(Role.COMMUNE_OFFICER, at, place=commune)} if commune else set()
    if programme is not None:
        people |= {*people_holding(Role.PROVINCE_OFFICER, at, place=programme.province)}
    tell(
        people - {by},
        kind="renewals.declined",
        subject=words(_("Không đánh giá lại: %(product)s"), product=product.name),
        body=words(
            _("%(producer)s trả lời: %(why)s. Hết thời hạn thì giấy chứng nhận hết hiệu lực."),
            producer=product.producer.name, why=REASONS[DeclineReason(decline.reason)],
        ),
        url=decline.get_absolute_url(),
        at=at,
    )  # fmt: skip


DECLINE = Act(
    about=TERM,
    name="decline",
    path="khong-danh-gia-lai/",
    refuse=refuse_answer,
    form=AsksDecline,
    do=decline_renewal,
    button=_("Không đánh giá lại"),
    lead=_(
        "Hết thời hạn thì giấy chứng nhận hết hiệu lực: đó không phải vi phạm. Từ ngày sau đó không dùng "
        "hạng sao và nhãn hiệu OCOP. Rút lại trả lời được khi giấy chứng nhận còn hiệu lực."
    ),
    confirm=_("Trả lời: không đánh giá lại"),
    said=_("Đã ghi. Không còn lời nhắc nào về sản phẩm này."),
)
