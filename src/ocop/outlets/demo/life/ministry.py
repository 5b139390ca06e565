"""What the Ministry inspected itself, as the province recorded it: one asks nothing, one a new label."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.casework.inspections import acts
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.moments import day
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

KEPT: dict[str, Any] = {
    "number": f"301{MARK}/BC-BNNMT", "inspected_on": day("11-12"), "issued_on": day("11-18"),
    "because": "Minh hoạ: Bộ kiểm tra chuyên đề nhóm gia vị.",
    "findings": "Minh hoạ: giữ đúng hồ sơ đã công nhận.",
}  # fmt: skip
ASKED: dict[str, Any] = {
    "number": f"305{MARK}/BC-BNNMT", "inspected_on": day("11-13"), "issued_on": day("11-19"),
    "because": "Minh hoạ: có phản ánh về nhãn hàng hoá gửi Bộ.",
    "findings": "Minh hoạ: nhãn thiếu ngày sản xuất trên ba lô hàng.",
    "demand": "In lại nhãn có ngày sản xuất, báo cáo Bộ.", "due_on": day("12-18"),
}  # fmt: skip


def note_ministry(stage: Stage) -> None:
    """Both recorded in the days in which the papers came."""
    stage.diary.note("11-19 09:20", lambda at: _record(stage, "que-chi", KEPT, at))
    stage.diary.note("11-20 09:40", lambda at: _record(stage, "banh-chung", ASKED, at))


def _record(stage: Stage, key: str, facts: dict[str, Any], at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    acts.record_ministrys(
        stage.programme, recognition=recognition_of(stage, key), agency="Bộ Nông nghiệp và Môi trường",
        **facts, by=stage.people["phuc"], at=at,
    )  # fmt: skip
