"""The sentences with which a decision is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ocop.foundation.ui.refusals import Refusal


def nothing_chosen() -> Refusal:
    """A decision about no product."""
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


def below_recognition(product: str, total: Fraction | None, stars: int | None) -> Refusal:
    """A product that the council does not propose to recognise: below 50 points, or a 3-star minimum is
    missing.

    The total is cut, not rounded, so that 49.996 never reads as 50.
    """
    shown = number_format(Decimal(floor(total * 100)) / 100, 2) if total is not None else "–"
    values = {"product": product, "total": shown, "stars": stars or 0}
    return Refusal(
        "below_recognition",
        _("“%(product)s” đạt %(total)s điểm, %(stars)s sao: không ra quyết định công nhận.") % values,
        _("Công nhận từ 50 điểm và đủ yêu cầu tối thiểu của 3 sao; 1, 2 sao không có quyết định (điều 4)."),
        _("Bỏ sản phẩm khỏi dự thảo và gửi thông báo kết quả cho chủ thể."),
    )


def several_authorities() -> Refusal:
    """Products in one decision that different authorities decide."""
    return Refusal(
        "several_authorities",
        _("Các sản phẩm đã chọn không cùng một cơ quan quyết định."),
        _("Thẩm quyền theo hạng sao và theo văn bản áp dụng cho từng sản phẩm."),
        _("Tách thành nhiều dự thảo, mỗi cơ quan một dự thảo."),
    )


def not_draft(decision: str) -> Refusal:
    """A change to what is on the signer's desk, signed, or dropped."""
    return Refusal(
        "conflict_not_draft",
        _("“%(decision)s” không còn là dự thảo.") % {"decision": decision},
        _("Chỉ sửa được khi đang soạn; bản đã trình chờ người ký, bản đã ký không đổi."),
        _("Tải lại trang để xem bước hiện tại."),
    )


def goes_to_ministry(product: str) -> Refusal:
    """A product that the council proposes for 5 stars: the province never recognises it."""
    return Refusal(
        "goes_to_ministry",
        _("“%(product)s” được đề nghị 5 sao: tỉnh không công nhận hạng này.") % {"product": product},
        _("Hạng 5 sao do Bộ Nông nghiệp và Môi trường quyết định (điều 4 khoản 1 điểm b)."),
        _("Soạn quyết định phê duyệt kết quả để gửi trung ương."),
    )


def not_for_ministry(product: str) -> Refusal:
    """A product that the council does not propose to the ministry."""
    return Refusal(
        "not_for_ministry",
        _("“%(product)s” không thuộc diện đề nghị trung ương.") % {"product": product},
        _("Chỉ sản phẩm từ 90 điểm mà hội đồng đề nghị mới được gửi (điều 7 khoản 3 điểm e)."),
        _("Soạn quyết định công nhận 3 sao, 4 sao nếu hội đồng đề nghị công nhận."),
    )


def already_decided(product: str, decision: str) -> Refusal:
    """A product that another live decision holds."""
    return Refusal(
        "conflict_already_decided",
        _("“%(product)s” đã nằm trong “%(decision)s”.") % {"product": product, "decision": decision},
        _("Mỗi kết quả chỉ nằm trong một quyết định."),
        _("Mở quyết định đó, hoặc bỏ dự thảo cũ trước."),
    )


def kept_from(product: str) -> Refusal:
    """A product from which a declared conflict keeps the person."""
    return Refusal(
        "conflict_of_interest",
        _("Bạn không xử lý được “%(product)s”.") % {"product": product},
        _("Bạn đã khai báo xung đột lợi ích với sản phẩm này."),
        _("Nhờ người khác làm việc này."),
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


def number_taken(number: str, year: int) -> Refusal:
    """A number that another decision of the year has."""
    return Refusal(
        "number_taken",
        _("Số %(number)s năm %(year)s đã dùng cho quyết định khác.") % {"number": number, "year": year},
        _("Mỗi số chỉ cấp một lần trong năm (Nghị định 30/2020/NĐ-CP, điều 15)."),
        _("Hỏi lại văn thư."),
    )


def signed_too_early(signed_on: date, closed_on: date) -> Refusal:
    """A decision dated before the meeting on whose result it rests."""
    days = {"signed": date_format(signed_on, "DATE_FORMAT"), "closed": date_format(closed_on, "DATE_FORMAT")}
    return Refusal(
        "signed_too_early",
        _("Ngày ký %(signed)s sớm hơn ngày bế mạc phiên họp %(closed)s.") % days,
        _("Quyết định không thể có trước kết quả."),
        _("Kiểm tra lại ngày."),
    )


def signed_in_future(signed_on: date) -> Refusal:
    """A decision dated after today."""
    return Refusal(
        "signed_in_future",
        _("Ngày ký %(signed)s chưa tới.") % {"signed": date_format(signed_on, "DATE_FORMAT")},
        "",
        _("Kiểm tra lại ngày."),
    )


def package_incomplete(parts: list[str]) -> Refusal:
    """A package to the ministry that lacks parts (R26-20)."""
    return Refusal(
        "package_incomplete",
        _("Hồ sơ gửi trung ương còn thiếu: %(parts)s.") % {"parts": "; ".join(parts)},
        _("Thành phần hồ sơ theo điều 6 khoản 3 điểm a."),
        _("Bổ sung rồi đánh dấu đủ từng phần."),
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


def sent_before_letter() -> Refusal:
    """A package that was sent before its letter was written, or a letter before the decision it rests on."""
    return Refusal(
        "dates_out_of_order",
        _("Các ngày chưa đúng thứ tự."),
        _("Quyết định phê duyệt có trước, rồi đến văn bản đề nghị, rồi đến ngày gửi."),
        _("Kiểm tra lại các ngày."),
    )


def not_approved(product: str) -> Refusal:
    """A proposal for a product whose result the Chair has not approved."""
    return Refusal(
        "result_not_approved",
        _("“%(product)s” chưa có quyết định phê duyệt kết quả.") % {"product": product},
        _("Chủ tịch UBND tỉnh phê duyệt kết quả trước khi gửi trung ương (điều 7 khoản 3 điểm e)."),
        _("Đợi quyết định được ký."),
    )


def already_proposed(product: str) -> Refusal:
    """A second proposal for the same result."""
    return Refusal(
        "conflict_already_proposed",
        _("“%(product)s” đã có văn bản đề nghị trung ương.") % {"product": product},
        _("Mỗi kết quả chỉ đề nghị một lần."),
        _("Mở quyết định để xem văn bản đã ghi."),
    )


def already_noticed(product: str) -> Refusal:
    """A second notice of the same result."""
    return Refusal(
        "conflict_already_noticed",
        _("“%(product)s” đã có thông báo kết quả.") % {"product": product},
        _("Mỗi kết quả chỉ thông báo một lần."),
        _("Tải lại trang."),
    )


def decision_comes_first(product: str) -> Refusal:
    """A notice for a product whose notice follows from the signed decision."""
    return Refusal(
        "decision_comes_first",
        _("“%(product)s” chờ quyết định, chưa thông báo riêng được.") % {"product": product},
        _("Thông báo được gửi ngay khi quyết định được ký."),
        _("Chỉ thông báo riêng cho sản phẩm 1, 2 sao và sản phẩm bị loại."),
    )


def notice_numbered(product: str) -> Refusal:
    """A number for a notice that has one."""
    return Refusal(
        "conflict_notice_numbered",
        _("Thông báo của “%(product)s” đã có số.") % {"product": product},
        _("Số đã cấp không đổi được."),
        _("Tải lại trang."),
    )
