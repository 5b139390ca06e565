"""What a support activity is, without a database: kinds, facts, steps, states."""

from ocop.casework.support.rules.kinds import Field, FieldType, Kind, LookNeed, StepRule, Wanted
from ocop.casework.support.rules.loading import kind_of_slug, kinds
from ocop.casework.support.rules.states import OPEN, STATES, WORKFLOW, ActivityState

__all__ = [
    "OPEN",
    "STATES",
    "WORKFLOW",
    "ActivityState",
    "Field",
    "FieldType",
    "Kind",
    "LookNeed",
    "StepRule",
    "Wanted",
    "kind_of_slug",
    "kinds",
]
