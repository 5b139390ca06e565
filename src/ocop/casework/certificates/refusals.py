"""The sentences with which a decision is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ocop.foundation.ui.refusals import Refusal


def nothing_chosen() -> Refusal:
    """A decision about no product."""
    return Refusal("nothing_chosen", _("Chưa chọn sản phẩm nào."), "", _("Đánh dấu ít nhất một sản phẩm rồi thử lại."))


def not_closed(product: str) -> Refusal:
    """A product whose council has not closed its result."""
    return Refusal(
        "result_not_closed",
        _("“%(product)s” chưa có kết quả chốt của hội đồng.") % {"product": product},
        _("Quyết định chỉ dựa trên kết quả của phiên họp đã bế mạc."),
        _("Đợi phiên họp bế mạc."),
    )


def below_recognition(product: str, total: Decimal | None, stars: int | None) -> Refusal:
    """A product that the council does not propose to recognise: below 50 points, or a 3-star minimum is missing."""
    shown = number_format(total, 2) if total is not None else "–"
    return Refusal(
        "below_recognition",
        _("“%(product)s” đạt %(total)s điểm, %(stars)s sao: không ra quyết định công nhận.")
        % {"product": product, "total": shown, "stars": stars or 0},
        _("Công nhận từ 50 điểm và đủ yêu cầu tối thiểu của 3 sao; 1, 2 sao không có quyết định (điều 4 khoản 1 điểm a)."),
        _("Bỏ sản phẩm khỏi dự thảo và gửi thông báo kết quả cho chủ thể."),
    )  # fmt: skip


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


def number_malformed(number: str, mark: str) -> Refusal:
    """A number that is not written as a decision's number is."""
    example = f"512{mark}/QĐ-UBND"
    why = _("Số do văn thư cấp, viết như %(example)s.") % {"example": example}
    if mark:
        why += " " + _("Giấy tờ minh hoạ phải có “%(mark)s” để không ai nhầm là thật.") % {"mark": mark}
    return Refusal(
        "number_malformed",
        _("“%(number)s” không phải số quyết định hợp lệ.") % {"number": number},
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
