"""What pages say about a dossier: its next step, its steps, the papers of form 02, what happened to it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.states import WORKFLOW, DossierState
from ocop.foundation.ui.words import said

Text = str | Promise
_S = DossierState

NEXT_STEPS: dict[DossierState, Text] = {
    _S.DRAFT: _("Làm xong các mục rồi nộp"),
    _S.SUBMITTED: _("Xã tiếp nhận hồ sơ"),
    _S.RECEIVED: _("Xã kiểm tra, viết báo cáo mẫu 03, đề nghị tỉnh"),
    _S.RETURNED: _("Chủ thể bổ sung từng mục rồi nộp lại"),
    _S.PROPOSED: _("Tỉnh kiểm tra hồ sơ"),
    _S.ACCEPTED: _("Xếp vào phiên họp của hội đồng"),
    _S.SCHEDULED: _("Hội đồng đánh giá"),
    _S.EVALUATED: _("Cơ quan có thẩm quyền quyết định"),
}

KINDS_OF_STATES: dict[DossierState, str] = {
    _S.DRAFT: "info",
    _S.SUBMITTED: "wait",
    _S.RECEIVED: "wait",
    _S.RETURNED: "warn",
    _S.PROPOSED: "wait",
    _S.ACCEPTED: "wait",
    _S.SCHEDULED: "wait",
    _S.EVALUATED: "ok",
    _S.CONCLUDED: "ok",
    _S.EXCLUDED: "bad",
    _S.WITHDRAWN: "info",
}
"""The kind of chip for a state."""

STEPS: dict[FormSection, Text] = {
    FormSection.REGISTER: _("Thông tin chủ thể và sản phẩm"),
    FormSection.FORM_01: _("Phiếu đăng ký (mẫu 01)"),
    FormSection.GENERAL: _("Phần I: giấy tờ đã có, câu chuyện"),
    FormSection.RESULTS: _("Phần II: kết quả sản xuất, kinh doanh"),
    FormSection.UPDATES: _("Cập nhật từ khi được công nhận"),
    FormSection.CHANGES: _("Thay đổi so với khi được công nhận"),
    FormSection.ASSESSMENT: _("Phần III: tự chấm theo bộ tiêu chí"),
    FormSection.EVIDENCE: _("Minh chứng"),
    FormSection.PLAN: _("Phần IV: kế hoạch sắp tới"),
    FormSection.SAMPLES: _("Sản phẩm mẫu"),
    FormSection.SUBMIT: _("Cam đoan và nộp"),
}

STEP_WORDS: dict[FormSection, str] = {
    FormSection.FORM_01: "phieu-dang-ky",
    FormSection.GENERAL: "thong-tin-chung",
    FormSection.RESULTS: "ket-qua",
    FormSection.PLAN: "ke-hoach",
    FormSection.SAMPLES: "mau-san-pham",
}
"""The word in the address of a step that has a form."""

DECLARED: dict[str, Text] = {
    "business_registration": _("Giấy đăng ký kinh doanh"),
    "quality_declared": _("Đã công bố chất lượng sản phẩm theo quy định"),
    "food_safety": _("Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"),
    "production_permit": _("Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc"),
    "trademark": _("Giấy chứng nhận đăng ký nhãn hiệu"),
    "collective_mark": _("Quyền dùng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận"),
    "patent": _("Bằng sáng chế"),
    "design": _("Bằng độc quyền kiểu dáng công nghiệp"),
    "copyright": _("Giấy chứng nhận bản quyền tác giả"),
    "other_ip": _("Quyền sở hữu trí tuệ khác"),
}
"""The boxes of form 02, part I, item 7, in printed order."""

_DEEDS: dict[str, Text] = {
    "dossier.update": _("Lưu nội dung cập nhật"),
    "dossier.say_change": _("Thêm một thay đổi so với khi được công nhận"),
    "dossier.drop_change": _("Bỏ một thay đổi"),
    "dossier.open": _("Mở hồ sơ"),
    "dossier.place": _("Chuyển theo chủ thể sang xã mới"),
    "dossier.check": _("Lưu phiếu kiểm tra của xã"),
    "dossier.take_over": _("Đưa kết quả chấm thử vào phần tự đánh giá"),
    "dossier.follow_law": _("Chuyển sang văn bản đang có hiệu lực"),
    "dossier.recount": _("Tính lại hạn của xã theo bảng ngày nghỉ"),
}


def deed(action: str) -> str:
    """What an entry of the record says was done."""
    if action in _DEEDS:
        return str(_DEEDS[action])
    return said(WORKFLOW.move(action.partition(".")[2]).label)
