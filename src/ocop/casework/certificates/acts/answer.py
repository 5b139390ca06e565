"""Ghi kết quả của Bộ: what the ministry answered to a proposal (article 7(4), R26-34)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import PRODUCT
from ocop.casework.certificates.checks import (
    product_code_malformed,
    refuse_future,
    refuse_product_code,
)
from ocop.casework.certificates.models import CentralAnswer, DecisionItem, Proposal
from ocop.casework.certificates.permissions import refuse_conflict, refuse_handle, refuse_prepare
from ocop.casework.certificates.permissions.files import CENTRAL_FILES
from ocop.casework.certificates.rules import MINISTER, MINISTRY, RECOGNISED_FROM_CENTRE
from ocop.casework.certificates.selectors.central import most_stars
from ocop.casework.certificates.writes.central import recognise, tell_answer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.actions import file_paper, store
from ocop.foundation.documents.correcting import number_taken
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, NumberField, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.kernel.codes import CodeError, ProductCode
from ocop.kernel.text import one_line


class AsksAnswer(Asks):
    """The ministry's paper; for 5 stars what its certificate prints, below 90 the central score."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        widget=RadioCards,
        choices=[
            ("recognised", Card(_("Công nhận 5 sao"), _("Theo quyết định của Bộ trưởng"))),
            ("below", Card(_("Dưới 90 điểm"), _("Theo thông báo kết quả của Bộ"))),
        ],
    )
    number = TextField(label=_("Số, ký hiệu văn bản của Bộ"), max_length=80)
    signed_on = DateField(label=_("Ngày văn bản"))
    file = UploadField(label=_("Bản quét văn bản"), required=False)
    score = NumberField(
        label=_("Điểm của hội đồng trung ương"), required=False, max_digits=5, decimal_places=2
    )
    stars = forms.TypedChoiceField(
        label=_("Hạng sao theo kết quả trung ương"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "–"), ("4", _("4 sao")), ("3", _("3 sao")), ("2", _("2 sao")), ("1", _("1 sao"))],
        help_text=_("Chỉ ghi khi dưới 90 điểm; để trống thì lấy hạng cao nhất của số điểm."),
    )
    product_code = TextField(
        label=_("Mã sản phẩm in trên giấy chứng nhận"),
        required=False,
        max_length=40,
        help_text=_("Cần khi công nhận 5 sao: trang kiểm tra trả lời theo mã này."),
    )
    expires_on = DateField(
        label=_("Có giá trị đến hết ngày"),
        required=False,
        help_text=_("Theo giấy chứng nhận; để trống thì tính theo quy định."),
    )
    beside = {
        "number_": "number", "paper_": "number", "signed_": "signed_on", "score_": "score",
        "stars_": "stars", "product_code_": "product_code", "expires_": "expires_on",
    }  # fmt: skip


@recorded
def record_central_answer(
    decision_item: DecisionItem,
    *,
    outcome: str,
    number: str,
    signed_on: date,
    by: Person,
    at: datetime,
    file: Any = None,
    score: Decimal | None = None,
    stars: int | None = None,
    product_code: str = "",
    expires_on: date | None = None,
) -> CentralAnswer:
    """Records the answer: 5 stars come into the register as the ministry's certificate prints them; below 90
    points the product is back in the province's hands. Producer and commune are told.

    Refused to other offices, before the proposal went out, a second time, for a day before the proposal or to
    come, for a number that another paper bears, for a score on the other side of 90, for more stars than the
    score gives, for a product code of another product.
    """
    who, is_recognised = who_is(by, at), outcome == "recognised"
    rows = holding(DecisionItem.objects).select_related(
        "decision__programme", "item__dossier__product__producer"
    )
    stored = rows.get(pk=decision_item.pk)
    ensure(refuse_handle(who, stored.decision) or refuse_conflict(who, [stored.item]))
    proposal = _proposal_of(stored)
    ensure(_refuse_day(proposal, signed_on) or refuse_future(signed_on, at))
    most = most_stars(stored, score)
    ensure(_refuse_score(is_recognised, score, stars, most))
    code = _code(stored, product_code) if is_recognised else ""
    paper = _paper(is_recognised, one_line(number), signed_on, file, by=by, at=at)
    recognition = None
    if is_recognised:
        recognition = recognise(stored, paper, product_code=code, expires_on=expires_on, by=by, at=at)
    answer = CentralAnswer.objects.create(
        proposal=proposal, paper=paper, score=score, recognition=recognition, by=by, at=at,
        stars=RECOGNISED if is_recognised else most if stars is None else stars,
    )  # fmt: skip
    data = {"number": paper.number, "stars": answer.stars, "score": None if score is None else str(score)}
    record("centralanswer.record", answer, by=by, at=at, data=data)
    tell_answer(answer, stored, at=at)
    return answer


RECOGNISED = 5


def _proposal_of(item: DecisionItem) -> Proposal:
    proposal = Proposal.objects.filter(decision_item=item).first()
    product = {"product": item.printed["product"]}
    if proposal is None:
        raise Refused(
            Refusal(
                "not_proposed",
                gettext("“%(product)s” chưa gửi Bộ.") % product,
                "",
                gettext("Ghi văn bản đề nghị và hồ sơ gửi Bộ trước."),
            )
        )
    if CentralAnswer.objects.filter(proposal=proposal).exists():
        raise Refused(
            Refusal(
                "conflict_already_answered",
                gettext("Kết quả của Bộ về “%(product)s” đã được ghi.") % product,
                gettext("Mỗi đề nghị có một kết quả."),
                gettext("Tải lại trang để xem kết quả đã ghi."),
            )
        )
    return proposal


def _refuse_day(proposal: Proposal, signed_on: date) -> Refusal | None:
    if signed_on >= proposal.letter_on:
        return None
    return Refusal(
        "signed_too_early",
        _("Văn bản của Bộ không thể có trước văn bản đề nghị của tỉnh."),
        "",
        _("Kiểm tra lại ngày."),
    )


def _refuse_score(is_recognised: bool, score: Decimal | None, stars: int | None, most: int) -> Refusal | None:
    if score is None:
        return None if is_recognised else _score_missing()
    if not 0 <= score <= 100 or is_recognised != (score >= RECOGNISED_FROM_CENTRE):
        return Refusal(
            "score_otherwise",
            _("Điểm không khớp với kết quả."),
            _("Từ 90 điểm Bộ trưởng công nhận 5 sao; dưới 90 điểm việc về lại tỉnh (khoản 4 Điều 7)."),
            _("Xem lại điểm và kết quả đã chọn."),
        )
    if is_recognised or stars is None or stars <= most:
        return None
    return Refusal(
        "stars_above_score",
        gettext("Số điểm này cho nhiều nhất %(stars)s sao.") % {"stars": most},
        "",
        _("Xem lại hạng sao."),
    )


def _score_missing() -> Refusal:
    return Refusal(
        "score_missing",
        _("Kết quả dưới 90 điểm phải ghi điểm của hội đồng trung ương."),
        _("Chủ tịch UBND tỉnh có thể căn cứ vào điểm này để công nhận 3 sao, 4 sao (khoản 4 Điều 7)."),
        _("Ghi điểm theo văn bản của Bộ."),
    )


def _code(item: DecisionItem, typed: str) -> str:
    try:
        code = str(ProductCode.parse(typed))
    except CodeError:
        raise Refused(product_code_malformed(typed)) from None
    ensure(refuse_product_code(code, item.product_id))
    return code


def _paper(
    is_recognised: bool, number: str, signed_on: date, file: Any, *, by: Person, at: datetime
) -> Paper:
    """The ministry's paper on record; one that answers several proposals is on record once."""
    issuer = MINISTER if is_recognised else MINISTRY
    known = paper_numbered(number, issuer=issuer, year=signed_on.year)
    if known is not None:
        same = CentralAnswer.objects.filter(paper=known, recognition__isnull=not is_recognised).exists()
        if same and known.issued_on == signed_on:
            return known
        raise Refused(number_taken(number, signed_on.year, known.subject))
    return file_paper(
        kind=PaperKind.DECISION if is_recognised else PaperKind.OTHER,
        number=number,
        issued_on=signed_on,
        issuer=issuer,
        subject="công nhận sản phẩm OCOP 5 sao" if is_recognised else "kết quả đánh giá sản phẩm OCOP",
        by=by,
        at=at,
        file=store(file, owner=CENTRAL_FILES, by=by, at=at) if file else None,
    )


def _details(form: AsksAnswer) -> Mapping[str, Any]:
    return {"letter_item": form.thing}


ANSWER = Act(
    about=PRODUCT,
    name="answer",
    path="bo-tra-loi/",
    refuse=refuse_prepare,
    form=AsksAnswer,
    do=record_central_answer,
    button=_("Ghi kết quả của Bộ"),
    lead=lambda item: gettext("“%(product)s” đang trước Bộ.") % {"product": item.printed["product"]},
    confirm=_("Ghi kết quả"),
    said=_("Đã ghi kết quả của Bộ. Chủ thể và xã đã được báo."),
    show=_details,
)
