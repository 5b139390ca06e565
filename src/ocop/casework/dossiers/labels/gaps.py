"""What is missing, in sentences that say what, why and how to get it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.dossiers.labels.renewing import UPDATES
from ocop.casework.dossiers.rules.completeness import Gap, GapCode
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import ProductSet, Regulation

Text = str | Promise

RESULTS: dict[str, Text] = {
    "business_results_materials": _("Vùng nguyên liệu, công nghệ, sơ chế, chế biến, đóng gói"),
    "business_results_quality": _("Thay đổi về chất lượng, tiêu chuẩn, bao bì, nhãn"),
    "business_results_markets": _("Thị trường tiêu thụ"),
    "business_results_figures": _("Doanh thu, lợi nhuận"),
}

_SENTENCES: dict[GapCode, Text] = {
    GapCode.REGISTRATION_MISSING: _(
        "Chủ thể chưa có số đăng ký kinh doanh. Ghi số giấy đăng ký vào thông tin chủ thể."
    ),
    GapCode.LARGE_ENTERPRISE: _(
        "Doanh nghiệp lớn không thuộc đối tượng tham gia. "
        "Chỉ nhận doanh nghiệp nhỏ và vừa (Điều 2, Quyết định 26/2026)."
    ),
    GapCode.FORM_NOT_ADMITTED: _(
        "Hội, hiệp hội, trung tâm điều hành chỉ đăng ký được dịch vụ du lịch. "
        "Bộ sản phẩm của hồ sơ này không phải du lịch."
    ),
    GapCode.NO_RUBRIC: _(
        "Hệ thống chưa có bộ tiêu chí của bộ sản phẩm này nên chưa tự đánh giá và chưa nộp được. Hồ sơ vẫn "
        "được giữ."
    ),
    GapCode.REPRESENTATIVE_MISSING: _("Chưa có họ tên người đại diện pháp luật của chủ thể."),
    GapCode.ADDRESS_MISSING: _("Chưa có địa chỉ của chủ thể."),
    GapCode.DESCRIPTION_MISSING: _("Chưa có mô tả sản phẩm, quy cách, tiêu chuẩn."),
    GapCode.CONTACT_NAME_MISSING: _("Phiếu đăng ký chưa ghi người liên hệ."),
    GapCode.CONTACT_PHONE_MISSING: _("Phiếu đăng ký chưa ghi số điện thoại liên hệ."),
    GapCode.STORY_MISSING: _(
        "Bạn đã ghi là sản phẩm có câu chuyện nhưng chưa viết. Viết câu chuyện ở trang sản phẩm, hoặc bỏ dấu "
        "chọn."
    ),
    GapCode.RESULTS_MISSING: _(
        "Phần II chưa viết mục “%(target)s”. Nếu chưa có kết quả thì ghi rõ là chưa có."
    ),
    GapCode.UPDATE_MISSING: _(
        "Chưa cập nhật “%(target)s”. Viết điều mới, hoặc đánh dấu không thay đổi (điểm c khoản 1 Điều 6)."
    ),
    GapCode.CHANGE_MISSING: _(
        "Chưa có thay đổi nào so với khi được công nhận. Ghi ít nhất một thay đổi, kèm minh chứng "
        "(điểm b khoản 1 Điều 6)."
    ),
    GapCode.UNANSWERED: _("Chưa trả lời tiêu chí %(target)s."),
    GapCode.EVIDENCE_MISSING: _("Thiếu giấy tờ bắt buộc: %(target)s."),
    GapCode.EVIDENCE_EXPIRED: _("Giấy tờ bắt buộc đã hết hạn: %(target)s. Thêm bản còn hạn."),
    GapCode.PAPER_ENDED: _("“%(target)s” đã hết hạn. Thay bằng bản còn hạn, hoặc bỏ khỏi hồ sơ."),
    GapCode.PLAN_MISSING: _("Phần IV chưa viết kế hoạch sản xuất, kinh doanh."),
    GapCode.SAMPLES_MISSING: _("Cần gửi kèm ít nhất %(target)s sản phẩm mẫu (khoản 2 Điều 6)."),
    GapCode.RETURN_ITEM_OPEN: _("Mục được yêu cầu bổ sung chưa đánh dấu đã sửa: %(target)s."),
    GapCode.STATEMENT_MISSING: _("Chưa đánh dấu cam đoan thông tin đúng sự thật."),
}


def sentence(gap: Gap, regulation: Regulation, product_set: ProductSet) -> str:
    """One gap in words; the names of criteria and papers come from the regulation."""
    return str(_SENTENCES[gap.code]) % {"target": _target(gap, regulation, product_set)}


def _target(gap: Gap, regulation: Regulation, product_set: ProductSet) -> str:
    if gap.code == GapCode.RESULTS_MISSING:
        return str(RESULTS[gap.target])
    if gap.code in {GapCode.EVIDENCE_MISSING, GapCode.EVIDENCE_EXPIRED}:
        return evidence_kind(gap.target, regulation)
    if gap.code == GapCode.UPDATE_MISSING:
        return str(UPDATES[Heading(gap.target)])
    if gap.code == GapCode.UNANSWERED:
        return name(product_set.criteria[gap.target])
    return gap.target


def evidence_kind(key: str, regulation: Regulation) -> str:
    """The name of a kind of evidence; what is no kind of the regulation is another paper."""
    for kind in regulation.evidence_kinds:
        if kind.key == key:
            return said(kind.label)
    return gettext("Giấy tờ khác")
