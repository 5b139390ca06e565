"""Kinds, what a recognition is worth on a day, the classification of products, rows of the register."""

from ocop.kernel.calendar import EventKind
from ocop.registers.products.rules.classification import Branch, admits, branches, fault_of_set, find_leaves
from ocop.registers.products.rules.kinds import (
    PUBLIC_STATUSES,
    Kind,
    PhotoKind,
    Precision,
    RecordStatus,
    StandingKind,
)
from ocop.registers.products.rules.listing import (
    SORT_LENGTH,
    listing_facts,
    made_at,
    newest,
    words_of_product,
)
from ocop.registers.products.rules.reckoning import reckoned
from ocop.registers.products.rules.register import REGISTER_COLUMNS, RegisterRow, read_row
from ocop.registers.products.rules.standings import Standing, kept_standing, standing, standing_in

__all__ = [
    "PUBLIC_STATUSES",
    "REGISTER_COLUMNS",
    "SORT_LENGTH",
    "Branch",
    "EventKind",
    "Kind",
    "PhotoKind",
    "Precision",
    "RecordStatus",
    "RegisterRow",
    "Standing",
    "StandingKind",
    "admits",
    "branches",
    "fault_of_set",
    "find_leaves",
    "kept_standing",
    "listing_facts",
    "made_at",
    "newest",
    "read_row",
    "reckoned",
    "standing",
    "standing_in",
    "words_of_product",
]
