"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.support.acts.add_beneficiary import ADD_BENEFICIARY, add_beneficiary
from ocop.casework.support.acts.add_party import ADD_PARTY, add_party
from ocop.casework.support.acts.attach_papers import ATTACH_PAPERS, attach_papers
from ocop.casework.support.acts.cancel import CANCEL, cancel_activity
from ocop.casework.support.acts.edit import EDIT, edit_activity
from ocop.casework.support.acts.finish import FINISH, finish_activity
from ocop.casework.support.acts.issue_kit import ISSUE_KIT, issue_kit
from ocop.casework.support.acts.plan import PLAN, plan_activity
from ocop.casework.support.acts.record_cost import RECORD_COST, record_cost
from ocop.casework.support.acts.record_look import RECORD_LOOK, record_look
from ocop.casework.support.acts.record_step import RECORD_STEP, record_step
from ocop.casework.support.acts.remove_beneficiary import REMOVE_BENEFICIARY, remove_beneficiary
from ocop.casework.support.acts.remove_party import REMOVE_PARTY, remove_party
from ocop.casework.support.acts.start import START, start_activity
from ocop.casework.support.acts.withdraw_cost import WITHDRAW_COST, withdraw_cost

MOVES = (START, FINISH, EDIT, CANCEL)
"""What the head of an activity's page offers; the rest stands beside what it is about."""
ACTS = (
    PLAN, *MOVES, ADD_BENEFICIARY, REMOVE_BENEFICIARY, ADD_PARTY, REMOVE_PARTY, RECORD_STEP, RECORD_COST,
    WITHDRAW_COST, ATTACH_PAPERS, RECORD_LOOK, ISSUE_KIT,
)  # fmt: skip

__all__ = [
    "ACTS", "ADD_BENEFICIARY", "ADD_PARTY", "ATTACH_PAPERS", "CANCEL", "EDIT", "FINISH", "ISSUE_KIT",
    "MOVES", "PLAN", "RECORD_COST", "RECORD_LOOK", "RECORD_STEP", "REMOVE_BENEFICIARY", "REMOVE_PARTY",
    "START", "WITHDRAW_COST", "add_beneficiary", "add_party", "attach_papers", "cancel_activity",
    "edit_activity", "finish_activity", "issue_kit", "plan_activity", "record_cost", "record_look",
    "record_step", "remove_beneficiary", "remove_party", "start_activity", "withdraw_cost",
]  # fmt: skip
