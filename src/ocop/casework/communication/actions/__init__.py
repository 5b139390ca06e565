"""Every write: pages with their pictures, lines of the press plan."""

from ocop.casework.communication.actions.news import (
    propose_page,
    publish_page,
    reopen_page,
    return_page,
    revise_page,
    set_day,
    withdraw_page,
    write_page,
)
from ocop.casework.communication.actions.pictures import add_picture, remove_picture
from ocop.casework.communication.actions.press import accept_item, amend_item, cancel_item, note_item
from ocop.casework.communication.actions.results import add_evidence, record_item, reopen_item

__all__ = [
    "accept_item",
    "add_evidence",
    "add_picture",
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
