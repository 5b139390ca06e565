"""Findings of the council that change a result, as a set's rubric names them (R26-07)."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.kernel.law.model import EXCLUDING, ProductSet
from ocop.kernel.scoring.conditions import TESTING_NOT_MANDATORY, ZERO_POINTS, placed_rules
from ocop.kernel.text import Label


@dataclass(frozen=True)
class SheetFact:
    """One fact that a council may record: its name, its wording, and whether it ends the evaluation."""

    name: str
    label: Label
    excludes: bool
    printed_at: str | None


_NOT_COMPULSORY = Label(
    "Sản phẩm không thuộc diện phải kiểm nghiệm: tiêu chí kiểm nghiệm được điểm tối đa",
    "The product need not be tested: the testing criterion gets full points",
)


def findings(product_set: ProductSet) -> list[SheetFact]:
    """The facts that this set's sheet knows, in printed order. `zero_points` is found in the sheets, never
    recorded.

    Forgery is always among them: by the printed line, or as a reading whose wording says so.
    """
    found: dict[str, SheetFact] = {}
    for placed in placed_rules(product_set):
        name = placed.fact
        if name is None or name == ZERO_POINTS:
            continue
        if placed.rule.type in EXCLUDING:
            found.setdefault(name, SheetFact(name, placed.rule.label, True, placed.printed_at))
        elif name == TESTING_NOT_MANDATORY:
            found.setdefault(name, SheetFact(name, _NOT_COMPULSORY, False, placed.printed_at))
    return list(found.values())


def may_be_recorded(product_set: ProductSet) -> bool:
    """Whether the sheet knows a finding that changes points without ending the evaluation."""
    return any(not one.excludes for one in findings(product_set))
