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
from ocop.registers.products.rules.register import REGISTER_COLUMNS, RegisterRow, RowFault, read_row
from ocop.registers.products.rules.standings import Standing, standing

__all__ = [
    "PUBLIC_STATUSES",
    "REGISTER_COLUMNS",
    "Branch",
    "EventKind",
    "Kind",
    "PhotoKind",
    "Precision",
    "RecordStatus",
    "RegisterRow",
    "RowFault",
    "Standing",
    "StandingKind",
    "admits",
    "branches",
    "fault_of_set",
    "find_leaves",
    "read_row",
    "standing",
]
