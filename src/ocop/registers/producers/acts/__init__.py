"""Every act of this package, in the order of the work; one file each."""

from ocop.registers.producers.acts.amend import AMEND, amend_producer
from ocop.registers.producers.acts.end import END, end_representation
from ocop.registers.producers.acts.entitle import ENTITLE, add_representation
from ocop.registers.producers.acts.issue_code import ISSUE_CODE, issue_code_to_own
from ocop.registers.producers.acts.register import REGISTER, register_producer
from ocop.registers.producers.acts.share_contact import share_contact

ACTS = (REGISTER, AMEND, ENTITLE, END, ISSUE_CODE)

__all__ = [
    "ACTS",
    "AMEND",
    "END",
    "ENTITLE",
    "ISSUE_CODE",
    "REGISTER",
    "add_representation",
    "amend_producer",
    "end_representation",
    "issue_code_to_own",
    "register_producer",
    "share_contact",
]
