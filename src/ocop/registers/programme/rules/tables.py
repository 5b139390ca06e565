"""A row of a table of targets as a target of a plan. Pure."""

from __future__ import annotations

import re
from typing import Any

from ocop.kernel.tables import ReadRow
from ocop.kernel.text import fold
from ocop.registers.programme.rules.counting import ScopeField, count_rules, counted_rules

_BY_HAND = frozenset({"ghi tay", "by hand", "manual", "ghi ket qua bang tay"})
_YEARS = re.compile(r"\bnăm\s+(20\d\d)(?:\s*[-–]\s*(20\d\d))?", re.IGNORECASE)


def target_fields(row: ReadRow) -> dict[str, Any]:
    """The fields of a target. A way of counting is known by its key or its words; other words stay a note."""
    counted_from = row.text("counted_from")
    rule = rule_named(row.values.get("key") or "", counted_from)
    first, last = _years(row.text("text"), rule)
    kept = [] if rule or fold(counted_from) in _BY_HAND else [counted_from]
    return {
        "key": row.values.get("key") or "",
        "name": row.text("text"),
        "unit": row.values["unit"],
        "value": row.values["value"],
        "bound": row.values["bound"],
        "count_rule": rule,
        "year_from": first,
        "year_to": last,
        "note": "\n".join(text for text in [*kept, row.text("note")] if text),
    }


def rule_named(key: str, counted_from: str) -> str:
    """The rule named by the key, else by its code or its words in the column; empty means by hand."""
    counted = counted_rules()
    folded = fold(counted_from)
    if not folded or folded in _BY_HAND:
        return key if key in counted and not folded else ""
    for name in (key, counted_from.strip()):
        if name in counted:
            return name
    return next(
        (rule for rule in counted for language in ("vi", "en")
         if fold(count_rules()[rule].label.text(language)) == folded),
        "",
    )  # fmt: skip


def _years(text: str, rule: str) -> tuple[int | None, int | None]:
    """The years of recognition that the words speak of, where the count can heed them."""
    match = _YEARS.search(text)
    if not rule or match is None or ScopeField.YEARS not in count_rules()[rule].narrowed_by:
        return None, None
    return int(match[1]), int(match[2] or match[1])
