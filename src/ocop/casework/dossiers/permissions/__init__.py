"""Who may read and do what with a dossier; every function gives the reason to refuse, or None."""

from ocop.casework.dossiers.permissions.files import (
    register_bar,
    register_files,
    register_products,
    register_reader,
)
from ocop.casework.dossiers.permissions.law import refuse_follow, refuse_hand_in, refuse_law
from ocop.casework.dossiers.permissions.officers import (
    refuse_accept,
    refuse_check,
    refuse_exclude,
    refuse_propose,
    refuse_receive,
    refuse_return,
)
from ocop.casework.dossiers.permissions.owners import (
    refuse_add_evidence,
    refuse_open,
    refuse_product,
    refuse_submit,
    refuse_withdraw,
    refuse_write,
)
from ocop.casework.dossiers.permissions.reading import refuse_read

__all__ = [
    "refuse_accept",
    "refuse_add_evidence",
    "refuse_check",
    "refuse_exclude",
    "refuse_follow",
    "refuse_hand_in",
    "refuse_law",
    "refuse_open",
    "refuse_product",
    "refuse_propose",
    "refuse_read",
    "refuse_receive",
    "refuse_return",
    "refuse_submit",
    "refuse_withdraw",
    "refuse_write",
    "register_bar",
    "register_files",
    "register_products",
    "register_reader",
]
