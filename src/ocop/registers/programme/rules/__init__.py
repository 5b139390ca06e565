"""Rules of the programme: rounds, plans, counting."""

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
    "AMENDABLE", "FIRST_YEAR", "IN_FORCE", "LEVEL", "LONGEST_RULE", "MINISTRY", "NUMBERED", "OFFICIAL",
    "PLAN_STATES",
    "PLAN_WORKFLOW", "TASK_STATES", "TASK_WORKFLOW", "Bound", "BudgetSource", "CountRule", "Edit",
    "FieldChange", "LegalDates", "OwnRule", "PlanState", "ProposalRound", "RoundName", "Scope", "ScopeField",
    "Snapshot", "StepKind", "TaskState", "Thing", "agency_symbol", "before", "count_rules", "counted_rules",
    "counted_twice",
    "in_force", "legal_dates", "legal_numbers", "plain", "register_rules", "round_of", "signing_lines",
    "unused_fields",
]  # fmt: skip
