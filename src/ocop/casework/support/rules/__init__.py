"""What a support activity is, without a database: kinds, facts, steps, states."""

from ocop.casework.support.rules.facts import FactFault, Fault, read_facts
from ocop.casework.support.rules.finishing import Have, Lack, LackCode, lacks
from ocop.casework.support.rules.kinds import Field, FieldType, Kind, LookNeed, StepRule
from ocop.casework.support.rules.loading import kind_of_slug, kinds
from ocop.casework.support.rules.states import OPEN, STATES, WORKFLOW, ActivityState

__all__ = [
    "OPEN",
    "STATES",
    "WORKFLOW",
    "ActivityState",
    "FactFault",
    "Fault",
    "Field",
    "FieldType",
    "Have",
    "Kind",
    "Lack",
    "LackCode",
    "LookNeed",
    "StepRule",
    "kind_of_slug",
    "kinds",
    "lacks",
    "read_facts",
]
