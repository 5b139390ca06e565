"""What a dossier is and what makes it complete. Pure: no database, no requests. Its moves: `states`."""

from ocop.casework.dossiers.rules.kinds import DossierKind, ExclusionGround, Outcome

__all__ = ["DossierKind", "ExclusionGround", "Outcome"]
