"""The words for kinds, states, outcomes and grounds of dossiers. Short, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import lazystr
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.rules import STATES, DossierKind, ExclusionGround, Holder, Outcome
from ocop.kernel.law.model import Label

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

GROUNDS = {
    ExclusionGround.FORGED: _("Hồ sơ có giấy tờ giả mạo"),
    ExclusionGround.REGISTRATION: _("Đăng ký không đúng quy định"),
    ExclusionGround.FOOD_SAFETY: _("Thiếu giấy chứng nhận an toàn thực phẩm bắt buộc"),
    ExclusionGround.PRODUCTION_PERMIT: _("Thiếu giấy phép sản xuất bắt buộc"),
    ExclusionGround.DECLARATION: _("Thiếu công bố sản phẩm bắt buộc"),
}

HOLDERS = {
    Holder.PRODUCER: _("Chủ thể"),
    Holder.COMMUNE: _("UBND cấp xã"),
    Holder.PROVINCE: _("Cơ quan OCOP cấp tỉnh"),
    Holder.COUNCIL: _("Hội đồng đánh giá"),
    Holder.NOBODY: _("Không còn việc"),
}


class Said:
    """A label of the data that speaks the language of the moment, wherever a text is expected."""

    def __init__(self, label: Label) -> None:
        self.label = label

    def __str__(self) -> str:
        return said(self.label)


def said(label: Label) -> str:
    """The label in the language of this moment."""
    return label.text(get_language() or "vi")


def _choices(labels: Mapping[StrEnum, object]) -> list[tuple[str, object]]:
    return [(key.value, text) for key, text in labels.items()]


def kind_choices() -> list[tuple[str, object]]:
    """For fields; functions, so that a change of words needs no migration."""
    return _choices(KINDS)


def state_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return [(state.value, lazystr(Said(label))) for state, label in STATES.items()]


def outcome_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return _choices(OUTCOMES)


def ground_choices() -> list[tuple[str, object]]:
    """For fields, as above."""
    return _choices(GROUNDS)
