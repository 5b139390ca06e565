"""What several acts ask of results, numbers and dates; every function gives the reason to refuse, or None."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.certificates.models import Correction, Decision, ResultNotice
from ocop.casework.certificates.rules import is_decision_no, is_paper_no
from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples.rules import OutcomeKind
from ocop.casework.samples.selectors import outcomes_of
from ocop.foundation.documents.correcting import number_taken
from ocop.foundation.documents.rules import PaperKind, Wrong
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.refusals import Refusal
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


def refuse_paper(
    programme: Programme, number: str, day: date | None, at: datetime, *, symbol: str
) -> Refusal | None:
    """Why a letter or notice cannot bear this number and date; both may still be missing."""
    if bool(number) != bool(day):
        return letter_incomplete()
    if day is None:
        return None
    if not is_paper_no(number, programme.paper_mark):
        return number_malformed(number, programme.paper_mark, symbol)
    return paper_from_future(day) if day > timezone.localdate(at) else None


def borne(decision: Decision, number: str, year: int) -> QuerySet[Decision]:
    """The other decisions of the same authority that went out under this number in this year."""
    others = Decision.objects.filter(programme=decision.programme_id, place=decision.place_id)
    return others.filter(number=number, number_year=year).exclude(pk=decision.pk)


def refuse_decision_number(decision: Decision, number: str, year: int) -> Refusal | None:
    """Why the records office cannot have given this number; None where it can (Decree 30/2020, articles 9 and
    15). A number that another decision bore by mistake, as a correction says, is free.
    """
    programme = decision.programme
    if not is_decision_no(number, programme.paper_mark):
        return number_malformed(number, programme.paper_mark)
    put_right = Correction.objects.filter(what=Wrong.NUMBER, decision__number_year=year)
    holder = borne(decision, number, year).exclude(corrections__in=put_right.filter(wrong=number)).first()
    if holder is not None:
        return number_taken(number, year, holder.subject)
    given = put_right.filter(
        right=number, decision__programme=decision.programme_id, decision__place=decision.place_id
    )
    for correction in given.exclude(decision=decision.pk).select_related("decision")[:1]:
        return number_taken(number, year, str(correction.content["cited"]))
    filed = paper_numbered(number, issuer=decision.authority, year=year)
    return None if filed is None else number_taken(number, year, filed.subject)


def refuse_correcting_number(decision: Decision, number: str, day: date, kind: PaperKind) -> Refusal | None:
    """Why a paper that corrects a decision cannot bear this number: a letter is numbered as letters are, a
    decision as decisions are, and both once a year.
    """
    programme = decision.programme
    if kind == PaperKind.LETTER:
        if not is_paper_no(number, programme.paper_mark):
            malformed = number_malformed(number, programme.paper_mark, "UBND-NLN")
            return replace(malformed, code="correcting_number_malformed")
        return None
    refusal = refuse_decision_number(decision, number, day.year)
    return None if refusal is None else replace(refusal, code=f"correcting_{refusal.code}")


def refuse_notice_number(
    notice: ResultNotice | None, programme: Programme, number: str, day: date
) -> Refusal | None:
    """Why a notice cannot bear this number: given this year to another one. Notices that went out together
    on one day share a number.
    """
    bears = ResultNotice.objects.filter(
        number=number, noticed_on__year=day.year, item__meeting__council__programme=programme
    )
    if notice is not None:
        bears = bears.exclude(pk=notice.pk)
    put_right = Correction.objects.filter(what=Wrong.NUMBER, wrong=number, notice__in=bears)
    for other in bears.exclude(corrections__in=put_right).exclude(noticed_on=day)[:1]:
        return number_taken(number, day.year, other.content["product"])
    return None


def refuse_product_code(code: str, product: int) -> Refusal | None:
    """Why a product cannot have this code: the register shows it for another one."""
    other = Recognition.objects.filter(product_code=code).exclude(product=product).select_related("product")
    for one in other[:1]:
        return Refusal(
            "product_code_of_another",
            _("Mã %(code)s là của “%(product)s”.") % {"code": code, "product": one.product.name},
            "",
            _("Xem lại mã trên giấy chứng nhận."),
        )
    return None


def product_code_malformed(typed: str) -> Refusal:
    """What is no product code."""
    return Refusal(
        "product_code_malformed",
        _("“%(code)s” không phải mã sản phẩm.") % {"code": typed} if typed else _("Thiếu mã sản phẩm."),
        _("Mã gồm mã tỉnh, mã xã, số thứ tự và năm, như 15-02788-1-2026."),
        _("Ghi đúng như giấy chứng nhận."),
    )


def refuse_taking_back(
    programme: Programme, number: str, signed_on: date, earliest: date, at: datetime
) -> Refusal | None:
    """Why a decision that takes back or annuls cannot bear this number and day; `earliest` is that of the
    paper it rests on, or of the proposal.
    """
    if not is_decision_no(number, programme.paper_mark):
        return number_malformed(number, programme.paper_mark)
    if signed_on < earliest:
        days = {
            "signed": date_format(signed_on, "DATE_FORMAT"), "basis": date_format(earliest, "DATE_FORMAT")
        }  # fmt: skip
        return Refusal(
            "signed_too_early",
            _("Quyết định ký ngày %(signed)s, trước văn bản làm căn cứ ngày %(basis)s.") % days,
            "",
            _("Kiểm tra lại ngày."),
        )
    return refuse_future(signed_on, at)


def refuse_stopped(dossiers: Iterable[Dossier]) -> Refusal | None:
    """Why no decision may be taken about these: a test that came after the council's result found a product
    unsafe, or is contested.
    """
    rows = {dossier.pk: dossier for dossier in dossiers}
    for key, test in outcomes_of(rows).items():
        if test.kind is not OutcomeKind.PASSED:
            return Refusal(
                "test_stops",
                _("“%(product)s”: %(test)s.") % {"product": rows[key].product.name, "test": test.sentence},
                _("Không công nhận sản phẩm không đạt, hoặc chưa rõ đạt, an toàn thực phẩm."),
                _("Bỏ sản phẩm khỏi quyết định, hoặc giải quyết xong ở mục Kiểm nghiệm."),
            )
    return None


def nothing_chosen() -> Refusal:
    """An act about no product."""
    return Refusal(
        "nothing_chosen", _("Chưa chọn sản phẩm nào."), "", _("Đánh dấu ít nhất một sản phẩm rồi thử lại.")
    )


def not_closed(product: str) -> Refusal:
    """A product whose council has not closed its result."""
    return Refusal(
        "result_not_closed",
        _("“%(product)s” chưa có kết quả chốt của hội đồng.") % {"product": product},
        _("Quyết định chỉ dựa trên kết quả của phiên họp đã bế mạc."),
        _("Đợi phiên họp bế mạc."),
    )


def goes_to_ministry(product: str) -> Refusal:
    """A product that the council proposes for 5 stars: the province never recognises it."""
    return Refusal(
        "goes_to_ministry",
        _("“%(product)s” được đề nghị 5 sao: tỉnh không công nhận hạng này.") % {"product": product},
        _("Hạng 5 sao do Bộ Nông nghiệp và Môi trường quyết định (điểm b khoản 1 Điều 4)."),
        _("Soạn quyết định phê duyệt kết quả để gửi trung ương."),
    )


def number_malformed(number: str, mark: str, symbol: str = "QĐ-UBND") -> Refusal:
    """A number that is not written as a paper's number is."""
    example = f"512{mark}/{symbol}"
    why = _("Số do văn thư cấp, viết như %(example)s.") % {"example": example}
    if mark:
        why += " " + _("Giấy tờ minh hoạ phải có “%(mark)s” để không ai nhầm là thật.") % {"mark": mark}
    return Refusal(
        "number_malformed",
        _("“%(number)s” chưa đúng cách viết số, ký hiệu.") % {"number": number},
        why,
        _("Nhập lại số."),
    )


def signed_too_early(signed_on: date, closed_on: date) -> Refusal:
    """A paper dated before the meeting on whose result it rests."""
    days = {"signed": date_format(signed_on, "DATE_FORMAT"), "closed": date_format(closed_on, "DATE_FORMAT")}
    return Refusal(
        "signed_too_early",
        _("Ngày ký %(signed)s sớm hơn ngày bế mạc phiên họp %(closed)s.") % days,
        _("Quyết định không thể có trước kết quả."),
        _("Kiểm tra lại ngày."),
    )


def letter_incomplete() -> Refusal:
    """A letter with a number and no date, or the other way round."""
    return Refusal(
        "letter_incomplete",
        _("Số và ngày của văn bản phải đi cùng nhau."),
        "",
        _("Ghi đủ cả hai, hoặc để trống cả hai nếu văn thư chưa cấp."),
    )


def paper_from_future(day: date) -> Refusal:
    """A letter or notice dated after today."""
    shown = date_format(day, "DATE_FORMAT")
    return Refusal(
        "paper_from_future", _("Ngày %(day)s chưa tới.") % {"day": shown}, "", _("Kiểm tra lại ngày.")
    )


def refuse_future(signed_on: date, at: datetime) -> Refusal | None:
    """Why a decision cannot be signed on a day that has not come."""
    if signed_on <= timezone.localdate(at):
        return None
    return Refusal(
        "signed_in_future",
        _("Ngày ký %(signed)s chưa tới.") % {"signed": date_format(signed_on, "DATE_FORMAT")},
        "",
        _("Kiểm tra lại ngày."),
    )
