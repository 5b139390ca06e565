"""The words of this package on the screen."""

from django.utils.translation import get_language
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.kernel.faults import Fault
from ocop.kernel.law import load_regulations
from ocop.registers.products.rules import (
    EventKind,
    Kind,
    PhotoKind,
    Precision,
    RecordStatus,
    StandingKind,
)
from ocop.registers.products.rules.seasons import ALL_YEAR, spans_of

KINDS = {Kind.FIRST: _("Lần đầu"), Kind.UPGRADE: _("Nâng hạng"), Kind.RENEWAL: _("Đánh giá lại")}
PHOTO_KINDS = {
    PhotoKind.PRODUCT: _("Sản phẩm"),
    PhotoKind.PACKAGING: _("Bao bì"),
    PhotoKind.LABEL: _("Nhãn"),
}
PRECISIONS = {Precision.DAY: _("ngày"), Precision.MONTH: _("tháng"), Precision.YEAR: _("năm")}
RECORD_STATUSES = {
    RecordStatus.RECOGNISED: _("Đã công nhận"),
    RecordStatus.REVOKED: _("Đã thu hồi"),
    RecordStatus.RENEWAL_FAILED: _("Đánh giá lại không đạt"),
    RecordStatus.COUNCIL_RESULT: _("Có kết quả hội đồng, chưa thấy quyết định"),
    RecordStatus.CANDIDATE: _("Đề nghị đánh giá"),
    RecordStatus.CLAIM_NOT_CONFIRMED: _("Chưa xác nhận được"),
}
EVENT_KINDS = {
    EventKind.REVOKED: _("Thu hồi"),
    EventKind.REPLACED: _("Thay thế"),
    EventKind.ANNULLED: _("Huỷ bỏ"),
    EventKind.RENEWAL_FILED: _("Nộp hồ sơ đánh giá lại"),
    EventKind.RENEWAL_RESULT: _("Có kết quả đánh giá lại"),
    EventKind.RENEWAL_WITHDRAWN: _("Rút hồ sơ đánh giá lại"),
    EventKind.EXTENDED: _("Kéo dài hiệu lực"),
}
STANDINGS = {
    StandingKind.NOT_YET: _("Chưa có hiệu lực"),
    StandingKind.VALID: _("Còn hiệu lực"),
    StandingKind.EXTENDED: _("Đang kéo dài"),
    StandingKind.EXPIRED: _("Hết hạn"),
    StandingKind.REVOKED: _("Đã thu hồi"),
    StandingKind.REPLACED: _("Đã thay thế"),
    StandingKind.ANNULLED: _("Đã huỷ bỏ"),
    StandingKind.UNKNOWN: _("Chưa có dữ liệu về hiệu lực hiện nay"),
    StandingKind.NOT_RECOGNISED: _("Chưa được công nhận"),
}
# how each standing looks: a chip's kind, never colour alone
STANDING_KINDS = {
    StandingKind.NOT_YET: "wait",
    StandingKind.VALID: "ok",
    StandingKind.EXTENDED: "warn",
    StandingKind.EXPIRED: "bad",
    StandingKind.REVOKED: "bad",
    StandingKind.REPLACED: "info",
    StandingKind.ANNULLED: "bad",
    StandingKind.UNKNOWN: "info",
    StandingKind.NOT_RECOGNISED: "info",
}

# what the history of a product says of an act
ACTS = {
    "product.register": _("Ghi sản phẩm"),
    "product.amend": _("Sửa thông tin sản phẩm"),
    "product.place": _("Chuyển theo chủ thể sang xã mới"),
    "product.add_photo": _("Thêm ảnh"),
    "product.amend_photo": _("Sửa ghi chú ảnh"),
    "product.move_photo": _("Đổi thứ tự ảnh"),
    "product.remove_photo": _("Bỏ ảnh"),
}
# the pages on which the facts of a product are written, in the order in which they are asked
SECTIONS = {
    "name": _("Tên và quy cách"),
    "photos": _("Ảnh sản phẩm"),
    "description": _("Mô tả và bao bì"),
    "story": _("Câu chuyện sản phẩm"),
    "season": _("Mùa vụ"),
    "trace": _("Mã vạch, truy xuất"),
    "classification": _("Nhóm sản phẩm"),
}
SECTION_WORDS = {
    "name": "ten",
    "description": "mo-ta",
    "story": "cau-chuyen",
    "season": "mua-vu",
    "trace": "ma-vach",
}
# why a producer may not enter a set: what, why, what to do
FORM_FAULTS = {
    "form_unknown": (
        _("Chưa rõ loại hình của chủ thể."),
        _("Chỉ một số loại hình được tham gia (khoản 3 Điều 2, Quyết định 26/2026/QĐ-TTg)."),
        _("Chọn loại hình ở trang chủ thể."),
    ),
    "large_enterprise": (
        _("Doanh nghiệp lớn không thuộc đối tượng tham gia OCOP."),
        _("Chỉ nhận doanh nghiệp nhỏ và vừa (khoản 3 Điều 2, Quyết định 26/2026/QĐ-TTg)."),
        _("Kiểm tra lại quy mô ở trang chủ thể."),
    ),
    "registration_missing": (
        _("Chủ thể chưa có số giấy đăng ký kinh doanh."),
        _("Hồ sơ chỉ nhận chủ thể có đăng ký (khoản 3 Điều 2, Quyết định 26/2026/QĐ-TTg)."),
        _("Vẫn ghi sản phẩm được. Bổ sung số giấy đăng ký ở trang chủ thể trước khi nộp hồ sơ."),
    ),
    "form_not_admitted": (
        _("Hội, hiệp hội, trung tâm điều hành chỉ đăng ký được dịch vụ du lịch."),
        _("Sản phẩm này không thuộc bộ du lịch (khoản 3 Điều 2, Quyết định 26/2026/QĐ-TTg)."),
        _("Vẫn ghi sản phẩm được, nhưng hồ sơ sẽ không nộp được với chủ thể này."),
    ),
}
ROW_FAULTS = {
    "missing": _("chưa điền"),
    "unknown_word": _("“%(value)s” không nằm trong các giá trị cho phép"),
    "too_long": _("dài quá mức cho phép"),
    "not_a_code": _("“%(value)s” không phải mã xã gồm 5 chữ số"),
    "unknown_commune": _("không có xã nào đang mang mã %(value)s trong tỉnh"),
    "unknown_leaf": _("phụ lục I không có mục %(value)s"),
    "not_stars": _("số sao phải từ 1 đến 5, đang là “%(value)s”"),
    "recognised_from_three": _("sản phẩm đã công nhận phải có từ 3 đến 5 sao"),
    "not_a_year": _("“%(value)s” không phải năm từ 2018 đến nay"),
    "not_a_date": _("“%(value)s” không phải ngày; viết 2021-12-14, 2021-12 hoặc 2021"),
    "in_the_future": _("ngày %(value)s còn chưa tới"),
    "another_year": _("ngày %(value)s khác với năm đã ghi"),
    "twice": _("trùng với một dòng ở trên"),
}


def row_fault(fault: Fault[str]) -> str:
    """ "Dòng 7, cột stars: …"."""
    said = str(ROW_FAULTS[fault.code]) % {"value": fault.value}
    return __("Dòng %(line)s, cột %(column)s: %(said)s.") % {
        "line": fault.line,
        "column": fault.where,
        "said": said,
    }


def set_name(regulation_code: str, number: int | None) -> str:
    """ "Bộ 11: Chè tươi, chế biến" in the language of the page; nothing where the product has no set."""
    regulation = load_regulations().get(regulation_code)
    if regulation is None or number is None or number not in regulation.sets:
        return ""
    name = regulation.sets[number].label.text(get_language() or "vi")
    return __("Bộ %(number)s: %(name)s") % {"number": number, "name": name}


def season_words(season: int) -> str:
    """ "Quanh năm", "tháng 4–7, tháng 11"; empty where nothing is said."""
    if season == ALL_YEAR:
        return __("Quanh năm")
    said = []
    for first, last in spans_of(season):
        one = __("tháng %(first)s") if first == last else __("tháng %(first)s đến tháng %(last)s")
        said.append(one % {"first": first, "last": last})
    return ", ".join(said)
