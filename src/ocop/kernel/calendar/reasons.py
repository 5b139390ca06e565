"""The sentences of `applicable`: why a regulation applies,
and what an office may do where its last day has passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ocop.kernel.text import Label

REASONS: Mapping[str, Label] = {
    "in_force": Label(
        "Hồ sơ nộp ngày {filed}, khi Quyết định {number} đang có hiệu lực.",
        "The dossier was filed on {filed}, when Decision {number} was in force.",
    ),
    "in_force_renewal": Label(
        "Đánh giá lại theo văn bản có hiệu lực khi nộp hồ sơ: nộp ngày {filed}, Quyết định {number}. "
        "Văn bản của lần công nhận trước không còn dùng để chấm.",
        "A renewal follows the law in force when it is filed: filed on {filed}, Decision {number}. "
        "The law of the earlier recognition is no longer used to score.",
    ),
    "if_filed": Label(
        "Nếu nộp hôm nay ({filed}): theo Quyết định {number}, đang có hiệu lực.",
        "If filed today ({filed}): under Decision {number}, which is in force.",
    ),
    "if_filed_renewal": Label(
        "Nếu nộp hôm nay ({filed}): đánh giá lại theo Quyết định {number}, đang có hiệu lực. "
        "Văn bản của lần công nhận trước không còn dùng để chấm.",
        "If filed today ({filed}): a renewal under Decision {number}, which is in force. "
        "The law of the earlier recognition is no longer used to score.",
    ),
    "transition": Label(
        "Hồ sơ nộp ngày {filed}, trước khi Quyết định {number} có hiệu lực ({began}) và chưa được đánh giá: "
        "làm tiếp theo Quyết định {old}, xong chậm nhất ngày {last}.",
        "The dossier was filed on {filed}, before Decision {number} took effect ({began}), and not yet "
        "evaluated: "
        "it goes on under Decision {old} and ends by {last} at the latest.",
    ),
    "overdue": Label(
        "Hồ sơ nộp ngày {filed} theo Quyết định {old}, chưa xong vào ngày cuối là {last}. "
        "Từ sau ngày đó không mở phiên chấm mới theo Quyết định {old}; chỉ còn Quyết định {number}.",
        "The dossier was filed on {filed} under Decision {old} and was not finished by its last day, {last}. "
        "After that day no new session is opened under Decision {old}; only Decision {number} is left.",
    ),
    "superseded": Label(
        "Hồ sơ nộp ngày {filed} theo Quyết định {old}; ngày đánh giá đã thuộc Quyết định {number}.",
        "The dossier was filed on {filed} under Decision {old}; on the day of evaluation {number} is in "
        "force.",
    ),
}
NO_LAW = Label(
    "Ngày {day} chưa có văn bản OCOP nào trong dữ liệu có hiệu lực.",
    "On {day} no OCOP regulation of the data was in force.",
)
NO_TRANSITION = Label(
    "Điều khoản chuyển tiếp của Quyết định {number} không có trong dữ liệu: cơ quan cần tự xác nhận văn bản "
    "áp dụng.",
    "The transition rules of Decision {number} are not in the data: the office must confirm which law "
    "applies.",
)
MAY_DO: Mapping[str, tuple[Label, ...]] = {
    "first": (
        Label(
            "Hướng dẫn chủ thể nộp lại hồ sơ theo Quyết định {number} (Mẫu số 01, Mẫu số 02); giữ hồ sơ cũ "
            "làm căn cứ.",
            "Guide the producer to file again under Decision {number} (forms 01, 02); keep the old dossier "
            "on record.",
        ),
        Label(
            "Thông báo bằng văn bản cho chủ thể và UBND xã rằng hồ sơ cũ đã quá hạn, nêu lý do.",
            "Tell the producer and the commune in writing that the old dossier is past its last day, and "
            "why.",
        ),
        Label(
            "Báo cáo Bộ Nông nghiệp và Môi trường để được hướng dẫn (điểm c khoản 1 Điều 10).",
            "Report to the Ministry of Agriculture and Environment for guidance (article 10(1)(c)).",
        ),
    ),
    "renewal": (
        Label(
            "Hướng dẫn chủ thể nộp lại hồ sơ đánh giá lại theo Quyết định {number}, kèm phần cập nhật "
            "(điểm c khoản 1 Điều 6).",
            "Guide the producer to file the renewal again under Decision {number}, with the updates (article "
            "6(1)(c)).",
        ),
        Label(
            "Ra văn bản cho giấy chứng nhận tiếp tục có hiệu lực đến ngày có kết quả, không quá {extension} "
            "từ ngày "
            "hết hạn, nếu thuộc khoản 3 Điều 12.",
            "Put in writing that the certificate stays in force until the result, at most {extension} past "
            "its expiry, "
            "where article 12(3) covers it.",
        ),
        Label(
            "Báo cáo Bộ Nông nghiệp và Môi trường để được hướng dẫn (điểm c khoản 1 Điều 10).",
            "Report to the Ministry of Agriculture and Environment for guidance (article 10(1)(c)).",
        ),
    ),
}


def fill(label: Label, **values: str | date | Label) -> Label:
    """A sentence with its values; dates and labels are written as each language writes them."""
    said = {name: _said(value) for name, value in values.items()}
    vi, en = ({name: one.text(language) for name, one in said.items()} for language in ("vi", "en"))
    return Label(label.vi.format_map(vi), label.en.format_map(en))


def _said(value: str | date | Label) -> Label:
    if isinstance(value, date):
        return Label(f"{value:%d/%m/%Y}", f"{value.day} {value:%B %Y}")
    return value if isinstance(value, Label) else Label(value, value)
