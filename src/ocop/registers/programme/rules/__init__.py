"""Rules of the programme: rounds, plans, counting."""

from ocop.registers.programme.rules.counting import (
    COUNTED,
    SCOPE_FIELDS,
    WITHOUT_RECORDS,
    CountRule,
    Scope,
    ScopeField,
    counted_twice,
    unused_fields,
)
from ocop.registers.programme.rules.plans import (
    NUMBERED,
    PLAN_STATES,
    PLAN_WORKFLOW,
    TASK_STATES,
    TASK_WORKFLOW,
    Bound,
    BudgetSource,
    PlanState,
    StepKind,
    TaskState,
    Thing,
)
from ocop.registers.programme.rules.rounds import FIRST_YEAR, LEVEL, LegalDates, legal_dates, legal_numbers

__all__ = [
    "COUNTED", "FIRST_YEAR", "LEVEL", "NUMBERED", "PLAN_STATES", "PLAN_WORKFLOW", "SCOPE_FIELDS", "TASK_STATES",
    "TASK_WORKFLOW", "WITHOUT_RECORDS", "Bound", "BudgetSource", "CountRule", "LegalDates", "PlanState", "Scope",
    "ScopeField", "StepKind", "TaskState", "Thing", "counted_twice", "legal_dates", "legal_numbers", "unused_fields",
]  # fmt: skip
