"""Who may read and write what, as several acts and other packages ask; each gives the reason to refuse."""

from ocop.casework.dossiers.permissions.files import register_files, register_products
from ocop.casework.dossiers.permissions.law import refuse_law
from ocop.casework.dossiers.permissions.officers import refuse_commune, refuse_province
from ocop.casework.dossiers.permissions.owners import (
    refuse_product,
    refuse_stranger,
    refuse_write,
    refuse_write_part,
)
from ocop.casework.dossiers.permissions.reading import (
    is_own,
    reads,
    refuse_read,
    register_bar,
    register_reader,
)
from ocop.casework.dossiers.permissions.states import refuse_state

__all__ = [
    "is_own",
    "reads",
    "refuse_commune",
    "refuse_law",
    "refuse_product",
    "refuse_province",
    "refuse_read",
    "refuse_state",
    "refuse_stranger",
    "refuse_write",
    "refuse_write_part",
    "register_bar",
    "register_files",
    "register_products",
    "register_reader",
]
