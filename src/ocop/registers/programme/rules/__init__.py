"""Rules of the programme: plans, counting."""

from ocop.registers.programme.rules.agencies import agency_symbol, signing_lines
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
    LONGEST_RULE,
    CountRule,
    OwnRule,
    Scope,
    ScopeField,
    count_rules,
    counted_rules,
    counted_twice,
    register_rules,
    unused_fields,
)
from ocop.registers.programme.rules.plans import (
    FIRST_YEAR,
    NUMBERED,
    OFFICIAL,
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

__all__ = [
    "AMENDABLE", "FIRST_YEAR", "IN_FORCE", "LONGEST_RULE", "NUMBERED", "OFFICIAL",
    "PLAN_STATES",
    "PLAN_WORKFLOW", "TASK_STATES", "TASK_WORKFLOW", "Bound", "BudgetSource", "CountRule", "Edit",
    "FieldChange", "OwnRule", "PlanState", "Scope", "ScopeField",
    "Snapshot", "StepKind", "TaskState", "Thing", "agency_symbol", "before", "count_rules", "counted_rules",
    "counted_twice",
    "in_force", "plain", "register_rules", "signing_lines",
    "unused_fields",
]  # fmt: skip
