"""What pages of other packages show of a product's test."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors.above import Section
from ocop.casework.samples.acts.ask import ASK, refuse_ask
from ocop.casework.samples.selectors import Outcome, outcome_for
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import address_of


@dataclass(frozen=True)
class TestSection(Section):
    """The part of a dossier's page about its test; `ask_url` where one may be asked for."""

    outcome: Outcome | None = None
    ask_url: str = ""


def section_of(who: Who, dossier: Dossier) -> Section | None:
    """Where the test stands; for who may ask for one, the way to it."""
    outcome = outcome_for(dossier)
    if outcome is not None:
        return TestSection("samples/section.html", outcome)
    url = address_of(ASK, dossier) if refuse_ask(who, dossier) is None else ""
    return TestSection("samples/section.html", None, url) if url else None
