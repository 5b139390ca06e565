"""47 products that one decision of 2023 recognised lapse on one day: 41 were never filed again, 6 miss a
minimum of the newer law. Here are 34 of the 41 and 5 of the 6; the others have stories of their own.
"""

from __future__ import annotations

from datetime import datetime

from ocop.casework.dossiers.rules import DossierKind
from ocop.outlets.demo.cases import note_case, round_two
from ocop.outlets.demo.life.again import AGAIN
from ocop.outlets.demo.life.holders import register_given, register_holder, rows
from ocop.outlets.demo.mishaps import score_below
from ocop.outlets.demo.stage import Stage

GIVEN = {"decided_on": "2023-10-31", "number": "47-MH/QĐ-UBND", "authority": "UBND huyện Bắc Hà", "stars": 3}


def never_filed() -> list[str]:
    """Keys of the products whose holders did nothing."""
    return [f"{row['key']}/{number}" for row in rows("lapsed") for number in range(len(row["products"]))]


def note_lapsed(stage: Stage) -> None:
    """Their holders are entered in September; five products of another come back in October."""
    for number, row in enumerate(rows("lapsed")):
        stage.diary.note(f"09-21 {8 + number:02}:15", lambda at, row=row: _enter(stage, row, at))  # type: ignore[misc]
    for number, key in enumerate(AGAIN):
        note_case(stage, round_two(key, 3 + number, 63, 3, DossierKind.RENEWAL))
    stage.diary.note("11-11 09:30", lambda at: _score(stage, at))


def _enter(stage: Stage, row: dict, at: datetime) -> None:
    register_holder(stage, row, at)
    for number, (name, leaf) in enumerate(row["products"]):
        product = {"key": f"{row['key']}/{number}", "holder": row["key"], "name": f"{name} (minh hoạ)"}
        register_given(stage, {**product, "leaf": leaf, "given": GIVEN}, at)


def _score(stage: Stage, at: datetime) -> None:
    for key in AGAIN:
        score_below(stage, key, at)
