"""Who may write, publish, plan and read; every function gives the reason to refuse, or None."""

from ocop.casework.communication.permissions.files import (
    EVIDENCE_FILES,
    PICTURE_FILES,
    register_files,
)
from ocop.casework.communication.permissions.news import (
    refuse_publish,
    refuse_read,
    refuse_revise,
    refuse_withdraw,
    refuse_write,
)
from ocop.casework.communication.permissions.press import (
    refuse_amend_item,
    refuse_list,
    refuse_note,
    refuse_read_item,
    refuse_record,
    refuse_settle,
)

__all__ = [
    "EVIDENCE_FILES",
    "PICTURE_FILES",
    "refuse_amend_item",
    "refuse_list",
    "refuse_note",
    "refuse_publish",
    "refuse_read",
    "refuse_read_item",
    "refuse_record",
    "refuse_revise",
    "refuse_settle",
    "refuse_withdraw",
    "refuse_write",
    "register_files",
]
