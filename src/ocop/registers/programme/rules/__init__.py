"""Rules of the programme: rounds, plans, counting."""

from ocop.registers.programme.rules.amending import (
    AMENDABLE,
    IN_FORCE,
    Edit,
    FieldChange,
    Snapshot,
    before,
    in_force,
    plain,
)
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
from ocop.registers.programme.rules.rounds import (
    FIRST_YEAR,
    LEVEL,
    MINISTRY,
    LegalDates,
    ProposalRound,
    RoundName,
    legal_dates,
    legal_numbers,
    round_of,
)

__all__ = [
    "AMENDABLE", "COUNTED", "FIRST_YEAR", "IN_FORCE", "LEVEL", "MINISTRY", "NUMBERED", "PLAN_STATES",
    "PLAN_WORKFLOW", "SCOPE_FIELDS", "TASK_STATES", "TASK_WORKFLOW", "WITHOUT_RECORDS", "Bound", "BudgetSource",
    "CountRule", "Edit", "FieldChange", "LegalDates", "PlanState", "ProposalRound", "RoundName", "Scope",
    "ScopeField", "Snapshot", "StepKind", "TaskState", "Thing", "before", "counted_twice", "in_force",
    "legal_dates", "legal_numbers", "plain", "round_of", "unused_fields",
]  # fmt: skip
