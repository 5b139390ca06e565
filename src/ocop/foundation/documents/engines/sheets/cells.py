"""What one cell says, as text."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from ocop.foundation.documents.engines.sheets import faults
from ocop.foundation.documents.engines.sheets.columns import Column
from ocop.kernel.text import broken_at, tidy


def text_of(cell: Any, column: Column) -> tuple[str, str]:
    """The tidy text of a cell and what is wrong with it, one of them empty.
    Formulas are neither computed nor kept.
    """
    if cell.data_type == "f":
        return "", faults.formula()
    if cell.data_type == "e":
        return "", faults.error_value(str(cell.value))
    text = tidy(_written(cell.value))
    if column.digits and text.isascii() and text.isdigit():
        text = text.zfill(column.digits)
    if near := broken_at(text):
        return "", faults.broken(near)
    if len(text) > column.longest:
        return "", faults.too_long(column.longest)
    return text, ""


def _written(value: Any) -> str:
    """Whole numbers without a point, days as 2026-11-23, yes as x."""
    if value is None or value is False:
        return ""
    if value is True:
        return "x"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value!r}".replace(".", ",")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
