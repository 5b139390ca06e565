"""Writing dossiers: forms 01 and 02 of an invented product, as its producer would fill them in."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import Any

from ocop.casework.dossiers.acts import (
    open_dossier,
    open_from_idea,
    save_answer,
    save_form,
    save_updates,
)
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import mandatory_kinds
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.models import Person
from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.evidence import add_papers
from ocop.outlets.demo.sheets import choices_for
from ocop.outlets.demo.stage import Stage

MORE_PAPERS = (
    "quality_declaration",
    "materials_and_linkage",
    "market_development",
    "intellectual_property",
    "story",
)


@cache
def _texts() -> dict[str, Any]:
    """What producers write, general and per product, from data/dossiers.json."""
    found: dict[str, Any] = json.loads((DATA / "dossiers.json").read_text("utf-8"))
    return found


def write_dossier(
    stage: Stage, key: str, at: datetime, *, points: int = 62, stars: int = 3, share: float = 1,
    papers: int = 0,
    idea: Idea | None = None,
    kind: DossierKind = DossierKind.FIRST,
) -> Dossier:  # fmt: skip
    """Opens the dossier of a product and fills it: `share` of the criteria answered, `papers` beyond the
    mandatory.

    With an approved idea, the dossier is opened from that.
    """
    product = stage.products[key]
    person = product.producer.representations.get().person
    if idea is None:
        dossier = open_dossier(product=product, by=person, at=at, kind=kind)
    else:
        dossier = open_from_idea(idea, product=product, by=person, at=at)
    stage.dossiers[key] = dossier
    choices = choices_for(set_of(dossier), points=points, stars=stars, turn=len(key))
    about = _texts()["criteria"].get(key, {})
    for code, choice in list(choices.items())[: round(len(choices) * share)]:
        save_answer(dossier, criterion=code, choice=choice, description=about.get(code, ""), by=person, at=at)
    if share == 1:
        _write_forms(dossier, key, by=person, at=at)
    if kind == DossierKind.RENEWAL:
        same = {f"same_{heading}": True for heading in Heading}
        save_updates(dossier, fields=same, by=person, at=at)
    kinds = [*mandatory_kinds(regulation_of(dossier), dossier.set_number), *MORE_PAPERS[:papers]]
    add_papers(dossier, kinds, by=person, at=at)
    return dossier


def _write_forms(dossier: Dossier, key: str, *, by: Person, at: datetime) -> None:
    words = {
        "product": dossier.product.name,
        "producer": dossier.product.producer.name,
        "commune": dossier.commune.name,
    }
    texts = {**_texts()["general"], **_texts()["products"].get(key, {})}
    fields: dict[str, Any] = {name: text.format(**words) for name, text in texts.items()}
    fields["samples_offered"] = set_of(dossier).sample_count or None
    fields["declared_papers"] = _declared(dossier)
    save_form(dossier, fields=fields, by=by, at=at)


def _declared(dossier: Dossier) -> list[str]:
    """The boxes of form 02 that a producer ticks: food also says that its workshop is safe."""
    needed = mandatory_kinds(regulation_of(dossier), dossier.set_number)
    return [
        "business_registration",
        "quality_declared",
        *(["food_safety"] if "production_eligibility" in needed else []),
    ]
