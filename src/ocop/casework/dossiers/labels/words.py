"""The words for kinds, states, outcomes and grounds of dossiers. Short, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.rules import DossierKind, ExclusionGround, Outcome
from ocop.casework.dossiers.rules.components import Component, Finding
from ocop.casework.dossiers.states import STATES, DossierState, Holder
from ocop.foundation.ui.words import said, to_say
from ocop.kernel.law.model import ProductSet
from ocop.kernel.law.readings import forgery_reading

KINDS = {
    DossierKind.FIRST: _("Lần đầu"),
    DossierKind.UPGRADE: _("Nâng hạng"),
    DossierKind.RENEWAL: _("Đánh giá lại"),
}

OUTCOMES = {
    Outcome.RECOGNISED: _("Được công nhận"),
    Outcome.NOT_RECOGNISED: _("Không được công nhận"),
    Outcome.PROPOSED_TO_MINISTRY: _("Đề nghị Bộ đánh giá 5 sao"),
    Outcome.EXCLUDED: _("Bị loại"),
}

NOT_RAISED = _("Không lên hạng, giữ công nhận cũ")


def outcome_word(outcome: str, kind: str) -> Any:
    """How a dossier ended; an upgrade that fails leaves the recognition as it is. Lazy."""
    if kind == DossierKind.UPGRADE and outcome == Outcome.NOT_RECOGNISED:
        return NOT_RAISED
    return OUTCOMES[Outcome(outcome)]


GROUNDS = {
    ExclusionGround.FORGED: _("Hồ sơ có giấy tờ giả mạo"),
    ExclusionGround.REGISTRATION: _("Đăng ký không đúng quy định"),
    ExclusionGround.FOOD_SAFETY: _("Thiếu giấy chứng nhận an toàn thực phẩm bắt buộc"),
    ExclusionGround.PRODUCTION_PERMIT: _("Thiếu giấy phép sản xuất bắt buộc"),
    ExclusionGround.DECLARATION: _("Thiếu công bố sản phẩm bắt buộc"),
    ExclusionGround.RUBRIC: _("Hội đồng dừng đánh giá theo bộ tiêu chí"),
}

HOLDERS = {
    Holder.PRODUCER: _("Chủ thể"),
    Holder.COMMUNE: _("UBND cấp xã"),
    Holder.PROVINCE: _("Cơ quan OCOP cấp tỉnh"),
    Holder.COUNCIL: _("Hội đồng đánh giá"),
    Holder.NOBODY: _("Không còn việc"),
}

COMPONENTS = {
    Component.FORM_01: _("Phiếu đăng ký (mẫu 01)"),
    Component.GENERAL: _("Báo cáo tự đánh giá – phần I: thông tin chung"),
    Component.RESULTS: _("Báo cáo tự đánh giá – phần II: kết quả sản xuất, kinh doanh"),
    Component.ASSESSMENT: _("Báo cáo tự đánh giá – phần III: tự chấm theo bộ tiêu chí"),
    Component.PLAN: _("Báo cáo tự đánh giá – phần IV: kế hoạch sản xuất, kinh doanh"),
    Component.LEGAL_PAPERS: _("Giấy tờ pháp lý: đăng ký kinh doanh, điều kiện sản xuất, an toàn thực phẩm"),
    Component.EVIDENCE: _("Minh chứng kèm theo tiêu chí"),
    Component.SAMPLES: _("Sản phẩm mẫu"),
}

FINDINGS = {
    Finding.OK: _("Đủ"),
    Finding.MISSING: _("Thiếu"),
    Finding.FAULTY: _("Chưa đúng"),
}

HEADINGS = {
    "materials": _("Sử dụng nguyên liệu địa phương"),
    "labour": _("Sử dụng lao động địa phương"),
    "idea_origin": _("Nguồn gốc ý tưởng sản phẩm"),
    "identity": _("Bản sắc, trí tuệ địa phương"),
}
"""The four contents of form 03, part II."""


def ground_words(ground: str, product_set: ProductSet) -> Any:
    """A ground of exclusion; where the set's sheet does not print it,
    with the words that it is a reading. Lazy.
    """
    words = GROUNDS[ExclusionGround(ground)]
    reading = forgery_reading(product_set) if ground == ExclusionGround.FORGED else None
    if reading is None or reading.reading is None:
        return words
    return format_lazy("{ground}; {reading}", ground=words, reading=to_say(reading.reading))


def state_name(state: str) -> str:
    """A state in words, in the language of this moment."""
    return said(STATES[DossierState(state)])


def _choices(labels: Mapping[Any, object]) -> list[tuple[str, object]]:
    return [(key.value, text) for key, text in labels.items()]


def kind_choices() -> list[tuple[str, object]]:
    """For fields; functions, so that a change of words needs no migration."""
    return _choices(KINDS)


def state_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return [(state.value, to_say(label)) for state, label in STATES.items()]


def outcome_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return _choices(OUTCOMES)


def ground_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return _choices(GROUNDS)
