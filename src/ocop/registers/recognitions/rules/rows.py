"""A single recognition as somebody types it: the same row as one of a table, read by the same rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ocop.kernel.tables import REGISTER, Doubtful, ReadRow, RowFault, Wrong

WORDS = ("name", "holder", "holder_form", "registration_no", "phone", "authority", "decision_no")
DAYS = ("decided_on", "valid_from", "valid_until")


def row_of(fields: Mapping[str, Any]) -> ReadRow:
    """What was typed, as a row of a table."""
    texts = {key: " ".join(str(fields.get(key) or "").split()) for key in (*WORDS, "product_code", "place")}
    days: dict[str, date | None] = {key: fields.get(key) for key in DAYS}
    texts |= {key: f"{day:%d/%m/%Y}" for key, day in days.items() if day}
    stars = fields.get("stars")
    texts |= {"stars": str(stars or ""), "set": str(fields.get("set") or "")}
    values = {**texts, **days, "stars": int(stars) if stars else None, "place": fields.get("commune")}
    return ReadRow(0, texts, values)


def faults_of(row: ReadRow, today: date) -> list[RowFault]:
    """What is wrong with it: as in a table, and a day that has not come."""
    faults = [] if row.text("name") else [RowFault("name", Wrong.NO_LETTER)]
    decided_on = row.day("decided_on")
    if decided_on and decided_on > today:
        faults.append(RowFault("decided_on", Wrong.IN_FUTURE, row.text("decided_on")))
    return faults + REGISTER.check(row)


def doubts_of(row: ReadRow) -> list[Doubtful]:
    """What is to be looked at in a row without faults."""
    return REGISTER.doubt(row)
