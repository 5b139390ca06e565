"""What a support activity is, without a database: kinds, facts, steps, states."""

from ocop.casework.support.rules.facts import FactFault, read_facts
from ocop.casework.support.rules.finishing import Have, Lack, LackCode, lacks
from ocop.casework.support.rules.kinds import Field, FieldType, HelpRule, Kind, LookNeed, StepRule, Way
from ocop.casework.support.rules.loading import help_rules, kind_of_slug, kinds, kinds_counted_by
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
    "HelpRule",
    "Kind",
    "Lack",
    "LackCode",
    "LookNeed",
    "StepRule",
    "Way",
    "help_rules",
    "kind_of_slug",
    "kinds",
    "kinds_counted_by",
    "lacks",
    "read_facts",
]
