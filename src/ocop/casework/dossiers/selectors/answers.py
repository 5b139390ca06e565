"""The self-assessment: its rubric, the choices made, and the points they give."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.kernel.law import ProductSet, Regulation, load_regulations
from ocop.kernel.scoring import Choice, Result, partial
from ocop.registers.programme.selectors import decisions_for


def regulation_of(dossier: Dossier) -> Regulation:
    """The regulation under which the dossier is made."""
    return load_regulations()[dossier.regulation_code]


def set_of(dossier: Dossier) -> ProductSet:
    """The product set of the dossier, with or without its rubric."""
    return regulation_of(dossier).set(dossier.set_number)


def choices(dossier: Dossier) -> dict[str, Choice]:
    """The answered criteria; an answer of None says that no option is reached."""
    rows = dossier.answers.filter(is_answered=True).values_list("criterion", "choice")
    return dict(rows)


def live_result(dossier: Dossier) -> Result:
    """Points, parts, missing criteria and star lights of the answers given so far,
    with the doubts that are settled.
    """
    facts = {HAS_STORY: dossier.has_story}
    settled = decisions_for(dossier.regulation_code)
    return partial(regulation_of(dossier), set_of(dossier), choices(dossier), facts, decisions=settled)
