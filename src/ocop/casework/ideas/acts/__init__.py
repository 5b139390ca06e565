"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.ideas.acts.approve import APPROVE, approve_idea
from ocop.casework.ideas.acts.name_producer import NAME_PRODUCER, name_producer
from ocop.casework.ideas.acts.refuse import REFUSE, refuse_idea
from ocop.casework.ideas.acts.register import REGISTER, register_idea
from ocop.casework.ideas.acts.return_ import RETURN, return_idea
from ocop.casework.ideas.acts.save_sheet import SAVE_SHEET, save_sheet, saving
from ocop.casework.ideas.acts.submit import SUBMIT, submit_idea
from ocop.casework.ideas.acts.upload import UPLOAD, check_sheet
from ocop.casework.ideas.acts.withdraw import WITHDRAW, withdraw_idea
from ocop.casework.ideas.acts.write import WRITE, save_idea

ACTS = (
    REGISTER,
    WRITE,
    SUBMIT,
    WITHDRAW,
    NAME_PRODUCER,
    APPROVE,
    RETURN,
    REFUSE,
    UPLOAD,
    SAVE_SHEET,
)
ABOUT_AN_IDEA = (APPROVE, RETURN, REFUSE, WRITE, SUBMIT, NAME_PRODUCER, WITHDRAW)
"""Those with a button on an idea's page, the most likely first."""

__all__ = [
    "ABOUT_AN_IDEA",
    "ACTS",
    "APPROVE",
    "NAME_PRODUCER",
    "REFUSE",
    "REGISTER",
    "RETURN",
    "SAVE_SHEET",
    "SUBMIT",
    "UPLOAD",
    "WITHDRAW",
    "WRITE",
    "approve_idea",
    "check_sheet",
    "name_producer",
    "refuse_idea",
    "register_idea",
    "return_idea",
    "save_idea",
    "save_sheet",
    "saving",
    "submit_idea",
    "withdraw_idea",
]
