"""Who may do and see what in a council, where several acts or other packages ask it.

Every function gives the reason to refuse, or None.
"""

from ocop.casework.review.permissions.conflicts import (
    is_kept_from,
    reads_dossier,
    refuse_conflict,
    refuse_declare,
    refuse_undeclared,
)
from ocop.casework.review.permissions.councils import refuse_see_council, refuse_set_up
from ocop.casework.review.permissions.items import (
    refuse_preside,
    refuse_run,
    refuse_see_item,
    refuse_see_tally,
)
from ocop.casework.review.permissions.meetings import (
    refuse_keep,
    refuse_not_open,
    refuse_prepare,
    refuse_read_minutes,
    refuse_see_meeting,
)
from ocop.casework.review.permissions.sheets import own_sheet, refuse_open_sheet, refuse_save
from ocop.casework.review.permissions.who import conflicts_of, holds_seat, seat_ids

__all__ = [
    "conflicts_of",
    "holds_seat",
    "is_kept_from",
    "own_sheet",
    "reads_dossier",
    "refuse_conflict",
    "refuse_declare",
    "refuse_keep",
    "refuse_not_open",
    "refuse_open_sheet",
    "refuse_prepare",
    "refuse_preside",
    "refuse_read_minutes",
    "refuse_run",
    "refuse_save",
    "refuse_see_council",
    "refuse_see_item",
    "refuse_see_meeting",
    "refuse_see_tally",
    "refuse_set_up",
    "refuse_undeclared",
    "seat_ids",
]
