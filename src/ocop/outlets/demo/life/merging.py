"""Two communes that will be one, entered by the operator before the day. The new unit, its code and the paper
are invented and say so; the day lies after the story, so that nobody reads today that a real commune is gone.
"""

from __future__ import annotations

from datetime import date, datetime

from ocop.foundation.places.actions import NewUnit
from ocop.outlets.demo.moments import day
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage
from ocop.registers.mergers.acts import merge_communes

OLDS = ("02923", "02926")
NEW = NewUnit("99901", "xã", "Gia Quang (minh hoạ)")
ON = date(2027, 7, 1)


def note_merging(stage: Stage) -> None:
    """A producer of each of the two goes along on the day."""
    stage.diary.note("11-20 16:00", lambda at: _merge(stage, at))


def _merge(stage: Stage, at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    merge_communes(
        stage.programme, olds=OLDS, news=[NEW], on=ON, number=f"31{MARK}/NQ-UBTVQH", issued_on=day("11-18"),
        issuer="Ủy ban Thường vụ Quốc hội (minh hoạ)", by=stage.people["kien"], at=at, confirmed=True,
    )  # fmt: skip
