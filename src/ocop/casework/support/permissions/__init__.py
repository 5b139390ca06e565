"""Who may do what with the help that is given; every function gives the reason to refuse, or None."""

from ocop.casework.support.permissions.activities import (
    keeps_at,
    may_read_money,
    refuse_add,
    refuse_change,
    refuse_keep,
    refuse_keep_at,
    refuse_list,
    refuse_plan,
)
from ocop.casework.support.permissions.files import register_files

__all__ = [
    "keeps_at", "may_read_money", "refuse_add", "refuse_change", "refuse_keep", "refuse_keep_at",
    "refuse_list", "refuse_plan", "register_files",
]  # fmt: skip
