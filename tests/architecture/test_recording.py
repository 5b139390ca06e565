"""Acts are recorded in one piece, rows are held in one way: else two who write would wait for each other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2] / "src/ocop"
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in ROOT.rglob("*.py")
    if not {"tests", "audit"} & set(path.parts)
}
RECORDS = re.compile(r"\b(?:record|transition)\(")
TAKEN_BACK = "transaction.set_rollback(True)"
"""A look at what would happen records nothing."""


def test_what_records_is_recorded_in_one_piece() -> None:
    plain = {name for name, text in TEXTS.items() if "transaction.atomic" in text and RECORDS.search(text)}
    assert plain  # looks among them: the search is known to find something
    assert {name for name in plain if TAKEN_BACK not in TEXTS[name]} == set()


def test_rows_are_held_in_one_way() -> None:
    assert {name for name, text in TEXTS.items() if "select_for_update" in text} == {
        "foundation/holding.py",
        # whoever comes second leaves out what another works on, instead of waiting
        "foundation/notifications/delivery.py",
        "foundation/printing/claiming.py",
        "foundation/ui/keeping/turns.py",
    }
