"""What several acts ask of results, numbers and dates; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.certificates.rules import is_paper_no
from ocop.foundation.refusals import Refusal
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
        _("Hạng 5 sao do Bộ Nông nghiệp và Môi trường quyết định (điều 4 khoản 1 điểm b)."),
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
