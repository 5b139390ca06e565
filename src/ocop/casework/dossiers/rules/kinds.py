"""Why a product is evaluated, how that ends, and why a dossier is thrown out."""

from __future__ import annotations

from enum import StrEnum


class DossierKind(StrEnum):
    """Why a product is evaluated (form 01, item 4)."""

    FIRST = "first"
    UPGRADE = "upgrade"
    RENEWAL = "renewal"


class Outcome(StrEnum):
    """How a dossier ended."""

    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"
    PROPOSED_TO_MINISTRY = "proposed_to_ministry"
    EXCLUDED = "excluded"


class ExclusionGround(StrEnum):
    """Why a dossier is thrown out of the evaluation (R26-07); the names are facts of the regulation."""

    FORGED = "dossier_forged"
    REGISTRATION = "registration_not_conforming"
    FOOD_SAFETY = "food_safety_certificate_missing"
    PRODUCTION_PERMIT = "production_permit_missing"
    DECLARATION = "product_declaration_missing"
    RUBRIC = "rubric"
    """A stop rule or disqualifier of the set's own sheet, found by the council."""
