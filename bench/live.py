"""The live view of a score against the kernel, on ten thousand random sheets: `script/bench live`."""

from __future__ import annotations

import time
from pathlib import Path

from ocop.registers.regulations.tests import test_live_score

SHEETS = 10_000


def bench(_folder: Path) -> dict[str, object]:
    """Whether every sheet gets the same answer, and every kind of answer is among them."""
    start = time.perf_counter()
    seen = test_live_score.compare(SHEETS)
    return {
        "sheets": SHEETS,
        "kinds_of_answers_never_met": sorted(map(str, test_live_score.EVERYTHING - seen)),
        "seconds": round(time.perf_counter() - start, 1),
        "is_proven": seen == test_live_score.EVERYTHING,
    }
