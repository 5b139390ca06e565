"""Cấp lại giấy chứng nhận: a wrong certificate, or one of a holder that changed, gets one in its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import CERTIFICATE
from ocop.casework.certificates.labels import CAUSES
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.permissions import refuse_prepare, refuse_read_certificate
from ocop.casework.certificates.rules import SUBJECTS, Cause, DecisionKind
from ocop.casework.certificates.selectors import status_on
from ocop.casework.certificates.states import DecisionState
from ocop.casework.certificates.writes.contents import content_of, index
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import one_line
from ocop.registers.producers.models import Producer
from ocop.registers.products.labels import STANDINGS
from ocop.registers.programme.models import Programme

PRINTED = ("product", "producer", "place")
"""What a new certificate may print otherwise than the one in whose place it is given."""


class AsksReplacement(Asks):
    """What the new certificate prints, and why."""

    cause = forms.ChoiceField(
        label=_("Vì sao cấp lại"),
        widget=RadioCards,
        choices=[(cause.value, Card(word)) for cause, word in CAUSES.items()],
    )
    product = TextField(label=_("Tên sản phẩm"), max_length=200)
    producer = TextField(label=_("Tên chủ thể"), max_length=200)
    place = TextField(label=_("Địa chỉ"), max_length=300)
    reason = TextField(
        label=_("Sai ở đâu, căn cứ vào đâu"),
        lines=3,
        max_length=1000,
        help_text=_("Ghi số, ngày của giấy đăng ký hoặc văn bản làm căn cứ. In trong quyết định."),
    )
    beside = {"nothing_": "product"}

    def known(self) -> Mapping[str, Any]:
        """As the certificate prints it now."""
        return {name: self.thing.decision_item.printed[name] for name in PRINTED}


@recorded
def replace_certificate(
    certificate: Certificate, *, cause: Cause | str, product: str, producer: str, place: str, reason: str,
    by: Person, at: datetime,
) -> Decision:  # fmt: skip
    """Drafts the decision that gives a certificate in place of this one, with the same stars, product code
    and last day. Another officer checks and submits it, a third person signs.

    Refused to other offices, for a certificate that does not hold any more or is being replaced already,
    where nothing would be printed otherwise, and where the holder would become another.
    """
    who = who_is(by, at)
    ensure(refuse_prepare(who) or refuse_read_certificate(who, certificate))
    stored = holding(Certificate.objects).select_related("decision_item__decision").get(pk=certificate.pk)
    ensure(_refuse_standing(stored, at))
    old = stored.decision_item
    told = {"product": one_line(product), "producer": one_line(producer), "place": one_line(place)}
    if all(told[name] == old.printed[name] for name in PRINTED):
        raise Refused(_nothing_changes())
    ensure(_refuse_transfer(old, Cause(cause), told["producer"]))
    programme = holding(Programme.objects).get(pk=old.decision.programme_id)
    decision = Decision.objects.create(
        programme=programme, kind=DecisionKind.REPLACEMENT.value, drafted_by=by, created_at=at,
        subject=f"{SUBJECTS[DecisionKind.REPLACEMENT]} “{told['product']}”"[:300],
    )  # fmt: skip
    why = {"replaces": stored.printed_code, "cause": Cause(cause).value, "reason": reason.strip()}
    before = {"was": {name: old.printed[name] for name in PRINTED}}
    DecisionItem.objects.create(
        decision=decision, item_id=old.item_id, product_id=old.product_id, position=1, stars=old.stars,
        total=old.total, replaces=stored, photo_id=old.photo_id,
        printed={**old.printed, **told, **why, **before},
    )  # fmt: skip
    index(decision)
    data = {**content_of(decision), "replaces": stored.code}
    record("decision.draft", decision, by=by, at=at, reason=reason, data=data)
    return decision


def _refuse_standing(certificate: Certificate, at: datetime) -> Refusal | None:
    standing = status_on(certificate, timezone.localdate(at))
    if not standing.is_good:
        return Refusal(
            "not_valid",
            gettext("Giấy này không còn hiệu lực: %(state)s.")
            % {"state": str(STANDINGS[standing.kind]).lower()},
            _("Chỉ cấp lại giấy đang có hiệu lực, với thời hạn còn lại."),
            _("Xem tình trạng của giấy."),
        )
    open_one = certificate.replacements.filter(is_live=True).select_related("decision").first()
    if open_one is None or open_one.decision.state == DecisionState.DROPPED:
        return None
    return Refusal(
        "conflict_being_replaced",
        gettext("Giấy này đang được cấp lại: “%(decision)s”.") % {"decision": open_one.decision},
        "",
        _("Mở quyết định đó."),
    )


def _refuse_transfer(old: DecisionItem, cause: Cause, producer: str) -> Refusal | None:
    """No article of the decree lets a certificate pass to another holder; a name of the register that
    belongs to another producer is such a passing, whatever was chosen.
    """
    others = Producer.objects.exclude(pk=old.product.producer_id)
    if cause != Cause.TRANSFERRED and not others.filter(name__iexact=producer).exists():
        return None
    return Refusal(
        "other_holder",
        _("Giấy chứng nhận không chuyển sang chủ thể khác."),
        _(
            "Quyết định 26/2026/QĐ-TTg không có điều khoản chuyển giấy: công nhận dựa trên hồ sơ do chính "
            "chủ thể lập (khoản 1 Điều 6). Cấp lại chỉ để sửa chỗ ghi sai, hoặc khi chính chủ thể đó đổi "
            "tên, chuyển loại hình."
        ),
        _(
            "Chủ thể tiếp nhận nộp hồ sơ đánh giá lần đầu; giấy của chủ thể không còn sản xuất thì thu hồi "
            "(điểm đ khoản 1 Điều 8)."
        ),
    )


def _nothing_changes() -> Refusal:
    return Refusal(
        "nothing_changes",
        _("Giấy mới in giống giấy cũ."),
        "",
        _("Sửa tên sản phẩm, tên chủ thể hoặc địa chỉ cho đúng."),
    )


REPLACE = Act(
    about=CERTIFICATE,
    name="replace",
    path="cap-lai/",
    refuse=refuse_prepare,
    form=AsksReplacement,
    do=replace_certificate,
    button=_("Cấp lại giấy chứng nhận"),
    lead=_(
        "Giấy mới thay giấy này, giữ nguyên hạng sao, mã sản phẩm và ngày hết hạn. Một cán bộ khác trình ký."
    ),
    confirm=_("Soạn quyết định cấp lại"),
    said=_("Đã soạn. Một cán bộ khác xem lại và trình ký."),
    then=lambda _certificate, decision: decision.get_absolute_url(),
)
