"""Every write to the help that is given."""

from ocop.casework.support.actions.costs import record_cost, withdraw_cost
from ocop.casework.support.actions.kits import issue_kit
from ocop.casework.support.actions.looks import record_look
from ocop.casework.support.actions.moving import cancel_activity, finish_activity, start_activity
from ocop.casework.support.actions.papers import attach_paper
from ocop.casework.support.actions.people import add_beneficiary, add_party, remove_beneficiary, remove_party
from ocop.casework.support.actions.planning import edit_activity, plan_activity
from ocop.casework.support.actions.steps import record_step

__all__ = [
    "add_beneficiary", "add_party", "attach_paper", "cancel_activity", "edit_activity", "finish_activity",
    "issue_kit", "plan_activity", "record_cost", "record_look", "record_step", "remove_beneficiary",
    "remove_party",
    "start_activity", "withdraw_cost",
]  # fmt: skip
