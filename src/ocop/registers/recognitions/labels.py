"""The words of this package: what was typed wrong, what was put right, what an import came to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.foundation.tables.labels import doubt_words, fault_words, title_words
from ocop.kernel.tables import REGISTER, Doubt, Doubtful, RowFault, Wrong
from ocop.kernel.text import date_vi

PUT_RIGHT = ("stars", "authority", "decision_no", "decided_on", "valid_from", "valid_until", "product_code")
"""The fields of a recognition that may be put right, in the order of the form."""
COLUMNS = {"decision_no": "number", "valid_until": "expires_on"}
"""What a field is called in the register, where it is called otherwise."""


def refusal_of_row(faults: Iterable[RowFault]) -> Refusal | None:
    """The first thing that is wrong, with its field."""
    fault = next(iter(faults), None)
    if fault is None:
        return None
    title = title_words(REGISTER, fault.where)
    return Refusal(f"{fault.where}_{fault.code}", f"{title}: {fault_words(fault)}")


def words_of_faults(told: Iterable[list[Any]]) -> list[tuple[int, str]]:
    """Rows with what is wrong in them, from what an import keeps."""
    return [(row, _titled(where, fault_words(RowFault(where, Wrong(code), value, row))))
            for row, where, code, value in told]  # fmt: skip


def words_of_doubts(told: Iterable[list[Any]]) -> list[str]:
    """What is to be looked at in one row, from what is kept of it."""
    return [doubt_words(Doubtful(0, Doubt(code), where, value)) for code, where, value in told]


def _titled(where: str, words: str) -> str:
    return f"{title_words(REGISTER, where)}: {words}" if where in REGISTER.keys else words


def words_of_change(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """ "Hạng sao: 4 → 3", field by field."""
    return [
        _("%(field)s: %(before)s → %(after)s")
        % {"field": title_words(REGISTER, key), "before": _shown(before[key]), "after": _shown(after[key])}
        for key in PUT_RIGHT
        if key in after
    ]


def _shown(value: Any) -> str:
    if value in (None, ""):
        return "—"
    if isinstance(value, str) and len(value) == len("2026-11-30") and value[4] == value[7] == "-":
        return date_vi(date.fromisoformat(value))
    return str(value)
