"""Budget lines of a plan as several acts write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ocop.foundation.refusals import ensure
from ocop.registers.programme.checks import refuse_line
from ocop.registers.programme.models import BudgetLine, Plan


def new_line(plan: Plan, fields: Mapping[str, Any]) -> BudgetLine:
    """Saves a checked line; its caller says who may and writes the record."""
    line = BudgetLine(**{**fields, "plan": plan})
    ensure(refuse_line(line))
    line.save()
    return line
