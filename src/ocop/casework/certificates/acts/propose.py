"""Đề nghị Bộ đánh giá 5 sao: a product of 90 points or more (article 7(3)(e), R26-20, R26-21, R26-32)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import PRODUCT
from ocop.casework.certificates.checks import letter_incomplete, paper_from_future, refuse_paper
from ocop.casework.certificates.labels import PACKAGE_PARTS
from ocop.casework.certificates.models import DecisionItem, Proposal
from ocop.casework.certificates.permissions import refuse_conflict, refuse_handle, refuse_prepare
from ocop.casework.certificates.rules import IF_ANY
from ocop.casework.certificates.selectors.packages import package_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import CheckboxCards, DateField, TextField
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.templatetags.ui import so
from ocop.kernel.text import one_line

SYMBOL = "UBND-NLN"


class AsksPackage(Asks):
    """The letter to the ministry and what goes with it."""

    letter_no = TextField(label=_("Số, ký hiệu văn bản đề nghị"), max_length=60)
    letter_on = DateField(label=_("Ngày văn bản"))
    sent_on = DateField(label=_("Ngày gửi"))
    package = forms.MultipleChoiceField(
        label=_("Thành phần hồ sơ đã đủ"),
        required=False,
        widget=CheckboxCards,
        help_text=_("Chỉ đánh dấu phần đã có trong bộ hồ sơ gửi đi."),
    )
    beside = {"number_": "letter_no", "signed_": "letter_on"}
    hide_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["package"].choices = [  # type: ignore[attr-defined]
            (part.value, Card(PACKAGE_PARTS[part], "" if part not in IF_ANY else _("Không có thì để trống")))
            for part in package_of(self.thing)
        ]

    def given(self) -> Mapping[str, Any]:
        """Each part that was ticked is there."""
        return self.cleaned_data | {"package": dict.fromkeys(self.cleaned_data["package"], True)}


@recorded
def record_proposal(
    decision_item: DecisionItem,
    *,
    letter_no: str,
    letter_on: date,
    sent_on: date,
    package: Mapping[str, bool],
    by: Person,
    at: datetime,
) -> Proposal:
    """Records the province's letter with the parts that went with it; `package` says of each part that it is
    there.

    Extra confirmations may be missing ("if any"). Refused to other offices, before the approval is signed, a
    second time, while a part is missing, for numbers and dates that cannot be.
    """
    who = who_is(by, at)
    rows = holding(DecisionItem.objects).select_related("decision__programme")
    stored = rows.get(pk=decision_item.pk)
    ensure(refuse_handle(who, stored.decision))
    letter_no = one_line(letter_no)
    ensure(_refuse_again(stored))
    ensure(refuse_conflict(who, [decision_item.item]))
    ensure(_refuse_package(stored, package))
    ensure(_refuse_letter(stored, letter_no, letter_on, sent_on, at))
    content = {part.value: bool(package.get(part)) for part in package_of(stored)}
    proposal = Proposal.objects.create(
        decision_item=stored,
        letter_no=letter_no,
        letter_on=letter_on,
        sent_on=sent_on,
        package=content,
        by=by,
        at=at,
    )
    record("proposal.record", proposal, by=by, at=at, data={"letter": letter_no, "package": content})
    return proposal


def _refuse_again(item: DecisionItem) -> Refusal | None:
    """Only what the Chair approved, and only once."""
    product = {"product": item.printed["product"]}
    if not item.is_live or not item.decision.is_signed or item.decision.is_recognition:
        return Refusal(
            "result_not_approved",
            gettext("“%(product)s” chưa có quyết định phê duyệt kết quả.") % product,
            _("Chủ tịch UBND tỉnh phê duyệt kết quả trước khi gửi trung ương (điểm e khoản 3 Điều 7)."),
            _("Đợi quyết định được ký."),
        )
    if not Proposal.objects.filter(decision_item=item).exists():
        return None
    return Refusal(
        "conflict_already_proposed",
        gettext("“%(product)s” đã có văn bản đề nghị trung ương.") % product,
        _("Mỗi kết quả chỉ đề nghị một lần."),
        _("Mở quyết định để xem văn bản đã ghi."),
    )


def _refuse_package(item: DecisionItem, package: Mapping[str, bool]) -> Refusal | None:
    """A part that must go with the letter is missing (R26-20)."""
    missing = [part for part in package_of(item) if part not in IF_ANY and not package.get(part)]
    if not missing:
        return None
    parts = "; ".join(str(PACKAGE_PARTS[part]) for part in missing)
    return Refusal(
        "package_incomplete",
        gettext("Hồ sơ gửi trung ương còn thiếu: %(parts)s.") % {"parts": parts},
        _("Thành phần hồ sơ theo điểm a khoản 3 Điều 6."),
        _("Bổ sung rồi đánh dấu đủ từng phần."),
    )


def _refuse_letter(
    item: DecisionItem, letter_no: str, letter_on: date, sent_on: date, at: datetime
) -> Refusal | None:
    if sent_on > timezone.localdate(at):
        return paper_from_future(sent_on)
    signed_on = item.decision.signed_on
    if sent_on < letter_on or (signed_on is not None and letter_on < signed_on):
        return Refusal(
            "dates_out_of_order",
            _("Các ngày chưa đúng thứ tự."),
            _("Quyết định phê duyệt có trước, rồi đến văn bản đề nghị, rồi đến ngày gửi."),
            _("Kiểm tra lại các ngày."),
        )
    if not letter_no:
        return letter_incomplete()
    return refuse_paper(item.decision.programme, letter_no, letter_on, at, symbol=SYMBOL)


def _lead(item: DecisionItem) -> str:
    words = gettext("“%(product)s”, %(total)s điểm. Thành phần hồ sơ theo khoản 3 Điều 6.")
    return words % {"product": item.printed["product"], "total": so(item.total)}


PROPOSE = Act(
    about=PRODUCT,
    name="propose",
    refuse=refuse_prepare,
    form=AsksPackage,
    do=record_proposal,
    button=_("Đề nghị Bộ đánh giá 5 sao"),
    lead=_lead,
    confirm=_("Ghi đã gửi Bộ"),
    said=_("Đã ghi văn bản đề nghị và hồ sơ gửi Bộ."),
    show=lambda form: {"letter_item": form.thing},
    template="certificates/propose.html",
)
