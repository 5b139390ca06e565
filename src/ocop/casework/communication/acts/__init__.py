"""Every act of this package, in the order of the work; one file each."""

from ocop.casework.communication.acts.item_accept import ACCEPT, accept_item
from ocop.casework.communication.acts.item_add_evidence import ADD_EVIDENCE, add_evidence
from ocop.casework.communication.acts.item_amend import AMEND, amend_item
from ocop.casework.communication.acts.item_cancel import CANCEL, cancel_item
from ocop.casework.communication.acts.item_do import RECORD, record_item
from ocop.casework.communication.acts.item_note import NOTE, note_item
from ocop.casework.communication.acts.item_reopen import REOPEN_ITEM, reopen_item
from ocop.casework.communication.acts.page_propose import PROPOSE, propose_page
from ocop.casework.communication.acts.page_publish import PUBLISH, publish_page
from ocop.casework.communication.acts.page_reopen import REOPEN, reopen_page
from ocop.casework.communication.acts.page_return import RETURN, return_page
from ocop.casework.communication.acts.page_revise import REVISE, revise_page
from ocop.casework.communication.acts.page_set_day import SET_DAY, set_day
from ocop.casework.communication.acts.page_withdraw import WITHDRAW, withdraw_page
from ocop.casework.communication.acts.page_write import WRITE, write_page
from ocop.casework.communication.acts.picture_add import ADD_PICTURES, add_pictures
from ocop.casework.communication.acts.picture_remove import REMOVE_PICTURE, remove_picture

ABOUT_A_PAGE = (REVISE, ADD_PICTURES, PROPOSE, RETURN, PUBLISH, SET_DAY, WITHDRAW, REOPEN)
ABOUT_A_LINE = (ACCEPT, RECORD, AMEND, ADD_EVIDENCE, REOPEN_ITEM, CANCEL)
ACTS = (WRITE, *ABOUT_A_PAGE, REMOVE_PICTURE, NOTE, *ABOUT_A_LINE)

__all__ = [
    "ABOUT_A_LINE",
    "ABOUT_A_PAGE",
    "ACCEPT",
    "ACTS",
    "ADD_EVIDENCE",
    "ADD_PICTURES",
    "AMEND",
    "CANCEL",
    "NOTE",
    "PROPOSE",
    "PUBLISH",
    "RECORD",
    "REMOVE_PICTURE",
    "REOPEN",
    "REOPEN_ITEM",
    "RETURN",
    "REVISE",
    "SET_DAY",
    "WITHDRAW",
    "WRITE",
    "accept_item",
    "add_evidence",
    "add_pictures",
    "amend_item",
    "cancel_item",
    "note_item",
    "propose_page",
    "publish_page",
    "record_item",
    "remove_picture",
    "reopen_item",
    "reopen_page",
    "return_page",
    "revise_page",
    "set_day",
    "withdraw_page",
    "write_page",
]
