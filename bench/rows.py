"""Tables that are far too long get their sentence at once: `script/bench rows`."""

from __future__ import annotations

import time
from pathlib import Path

from ocop.foundation.documents.tests.test_sheets import many_rows, read
from ocop.foundation.refusals import Refused

REFUSED = {2_002: "sheet_too_long", 50_000: "sheet_too_long", 200_000: "sheet_too_heavy"}


def bench(_folder: Path) -> dict[str, object]:
    """What each table is answered, and in how many seconds."""
    answers = {rows: _answer(many_rows(rows)) for rows in REFUSED}
    found = {rows: answer["refused"] for rows, answer in answers.items()}
    return {**{f"{rows} rows": answer for rows, answer in answers.items()}, "is_proven": found == REFUSED}


def _answer(content: bytes) -> dict[str, object]:
    start = time.process_time()
    try:
        read(content)
    except Refused as refused:
        code = refused.refusal.code
    else:
        code = ""
    return {"refused": code, "seconds": round(time.process_time() - start, 3)}
