"""Of the batch that lapses on one day (`lapsed` has the others): seven products that never come back, and one
that comes late, is extended and misses a minimum of the newer law.
"""

from __future__ import annotations

from datetime import datetime

from ocop.casework.renewals import acts
from ocop.casework.renewals.models import Extension
from ocop.casework.renewals.rules import DeclineReason
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

BATCH = (
    "mat-rung", "che-day", "gung-say", "lac-do", "mang-ngam", "mang-nua", "rau-rung", "hat-doi",
)  # fmt: skip
LATE = "mat-rung"
"""Filed outside of the window, extended until its result; the result came, and below 3 stars."""


def note_terms(stage: Stage) -> None:
    """Extended on 28 October, ended by the result that is told on 12 November; for another product its
    holder says that it will not renew.
    """
    note = stage.diary.note
    note("10-20 09:30", lambda at: _prepare(stage, at))
    note("10-28 10:00", lambda at: _sign(stage, at))
    note("11-04 19:40", lambda at: _decline(stage, at))


def _prepare(stage: Stage, at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    acts.prepare_extension(
        stage.programme, recognitions=[recognition_of(stage, LATE)],
        reason="Minh hoạ: hồ sơ đánh giá lại nộp ngoài thời hạn vì quy định mới vừa có hiệu lực.",
        by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _sign(stage: Stage, at: datetime) -> None:
    extension = Extension.objects.get(items__recognition=recognition_of(stage, LATE))
    acts.sign_extension(
        extension, number=f"112{MARK}/QĐ-UBND", signed_on=at.date(), by=stage.people["khanh"], at=at
    )


def _decline(stage: Stage, at: datetime) -> None:
    acts.decline_renewal(
        stage.products["ruou-ta-chai"], reason=DeclineReason.COST, words="Minh hoạ: bán trong chợ là đủ.",
        by=stage.people["pua"], at=at,
    )  # fmt: skip
