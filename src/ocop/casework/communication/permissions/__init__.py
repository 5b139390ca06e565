"""Who may write, publish, plan and read; every function gives the reason to refuse, or None."""

from ocop.casework.communication.permissions.files import (
    EVIDENCE_FILES,
    PICTURE_FILES,
    RECORDING_FILES,
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
from ocop.casework.communication.permissions.recordings import (
    refuse_amend_recording,
    refuse_listen,
    refuse_publish_recording,
    refuse_record_sound,
    refuse_withdraw_recording,
)

__all__ = [
    "EVIDENCE_FILES",
    "PICTURE_FILES",
    "RECORDING_FILES",
    "refuse_amend_item",
    "refuse_amend_recording",
    "refuse_list",
    "refuse_listen",
    "refuse_note",
    "refuse_publish",
    "refuse_publish_recording",
    "refuse_read",
    "refuse_read_item",
    "refuse_record",
    "refuse_record_sound",
    "refuse_revise",
    "refuse_settle",
    "refuse_withdraw",
    "refuse_withdraw_recording",
    "refuse_write",
    "register_files",
]
