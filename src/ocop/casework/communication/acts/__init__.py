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
from ocop.casework.communication.acts.recording_add import ADD_RECORDING, add_recording
from ocop.casework.communication.acts.recording_amend import AMEND_RECORDING, amend_recording
from ocop.casework.communication.acts.recording_publish import PUBLISH_RECORDING, publish_recording
from ocop.casework.communication.acts.recording_withdraw import WITHDRAW_RECORDING, withdraw_recording

ABOUT_A_PAGE = (REVISE, ADD_PICTURES, PROPOSE, RETURN, PUBLISH, SET_DAY, WITHDRAW, REOPEN)
ABOUT_A_LINE = (ACCEPT, RECORD, AMEND, ADD_EVIDENCE, REOPEN_ITEM, CANCEL)
ABOUT_A_RECORDING = (PUBLISH_RECORDING, AMEND_RECORDING, WITHDRAW_RECORDING)
ACTS = (
    WRITE, *ABOUT_A_PAGE, REMOVE_PICTURE, NOTE, *ABOUT_A_LINE, ADD_RECORDING, *ABOUT_A_RECORDING,
)  # fmt: skip

__all__ = [
    "ABOUT_A_LINE",
    "ABOUT_A_PAGE",
    "ABOUT_A_RECORDING",
    "ACCEPT",
    "ACTS",
    "ADD_EVIDENCE",
    "ADD_PICTURES",
    "ADD_RECORDING",
    "AMEND",
    "AMEND_RECORDING",
    "CANCEL",
    "NOTE",
    "PROPOSE",
    "PUBLISH",
    "PUBLISH_RECORDING",
    "RECORD",
    "REMOVE_PICTURE",
    "REOPEN",
    "REOPEN_ITEM",
    "RETURN",
    "REVISE",
    "SET_DAY",
    "WITHDRAW",
    "WITHDRAW_RECORDING",
    "WRITE",
    "accept_item",
    "add_evidence",
    "add_pictures",
    "add_recording",
    "amend_item",
    "amend_recording",
    "cancel_item",
    "note_item",
    "propose_page",
    "publish_page",
    "publish_recording",
    "record_item",
    "remove_picture",
    "reopen_item",
    "reopen_page",
    "return_page",
    "revise_page",
    "set_day",
    "withdraw_page",
    "withdraw_recording",
    "write_page",
]
