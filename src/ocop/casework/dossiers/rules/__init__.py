"""What a dossier is, where it may go, and what makes it complete. Pure: no database, no requests."""

from ocop.casework.dossiers.rules.states import (
    EDITABLE,
    ENDED,
    FILED,
    OPEN,
    STATES,
    WITH_PROVINCE,
    WORKFLOW,
    DossierKind,
    DossierState,
    ExclusionGround,
    Holder,
    Outcome,
    holder,
)

__all__ = [
    "EDITABLE",
    "ENDED",
    "FILED",
    "OPEN",
    "STATES",
    "WITH_PROVINCE",
    "WORKFLOW",
    "DossierKind",
    "DossierState",
    "ExclusionGround",
    "Holder",
    "Outcome",
    "holder",
]
