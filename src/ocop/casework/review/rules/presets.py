"""Working rules that councils have published, to begin from: only what their texts say, the rest is empty.

They are examples: a council works by its own paper, and its quorum is typed from there where none is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ocop.casework.review.rules.words import Extremes, SpreadBoundary
from ocop.kernel.text import Label


@dataclass(frozen=True)
class Preset:
    """One example: whose, what its text says, where it is published, and its values by column."""

    label: Label
    says: Label
    source: str
    values: Mapping[str, Any]


_TEN = {"spread_limit": "10", "spread_boundary": SpreadBoundary.OVER.value, "extremes": Extremes.KEPT.value}

PRESETS: Mapping[str, Preset] = MappingProxyType({
    "tay-ninh": Preset(
        Label("Tây Ninh", "Tây Ninh"),
        Label(
            "Có mặt từ 75% thành viên và chủ tịch; lệch quá 10 điểm thì thảo luận, chấm lại; lấy trung bình.",
            "75 % of the members and the chair present; over 10 points apart: discuss and score again; mean.",
        ),
        "tayninh.gov.vn, quy chế hội đồng (1048/QĐ-TTg, 781/QĐ-TTg)",
        {"quorum_numerator": 3, "quorum_denominator": 4, "chair_must_attend": True, **_TEN},
    ),
    "dong-thap": Preset(
        Label("Đồng Tháp", "Đồng Tháp"),
        Label(
            "Mỗi thành viên chấm, lấy trung bình; lệch quá 10 điểm thì thảo luận, chấm lại.",
            "Every member scores, mean; over 10 points apart: discuss and score again.",
        ),
        "dongthapbssc.vn, hội đồng đánh giá, xếp hạng sản phẩm",
        _TEN,
    ),
    "ben-tre": Preset(
        Label("Bến Tre", "Bến Tre"),
        Label(
            "Hồ sơ đến từng thành viên trước phiên họp ít nhất 2 ngày làm việc.",
            "The dossiers reach every member at least 2 working days before the meeting.",
        ),
        "ocopbentre.girc.edu.vn, quy trình đánh giá (1048/QĐ-TTg)",
        {"pack_days": 2},
    ),
    "148": Preset(
        Label("Quyết định 148/QĐ-TTg", "Decision 148/QĐ-TTg"),
        Label(
            "Hồ sơ điện tử đến thành viên trước phiên họp ít nhất 1 ngày làm việc.",
            "The electronic dossiers reach the members at least 1 working day before the meeting.",
        ),
        "Quyết định 148/QĐ-TTg, Phụ lục II",
        {"pack_days": 1},
    ),
})  # fmt: skip
