"""Gắn tiêu chí: a paper of the dossier supports these criteria, and no others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PAPER, PaperInDossier
from ocop.casework.dossiers.acts.cite import cite_evidence
from ocop.casework.dossiers.acts.uncite import uncite_evidence
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_write, refuse_write_part
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held
from ocop.foundation.audit.recording import recorded
from ocop.foundation.ui.forms import CheckboxCards
from ocop.foundation.ui.words import said


class AsksCriteria(Asks):
    """Which criteria a piece of evidence supports."""

    hide_optional = True
    criteria = forms.MultipleChoiceField(label=_("Dùng cho tiêu chí"), widget=CheckboxCards, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = [  # type: ignore[attr-defined]
            (criterion.code, f"{criterion.code}. {said(criterion.label)}")
            for criterion in set_of(self.thing.dossier).criteria.values()
        ]

    def known(self) -> Mapping[str, Any]:
        """Those that it supports now."""
        return {"criteria": sorted(_supported(self.thing.dossier, self.thing.evidence))}


def _supported(dossier: Dossier, evidence: Evidence) -> set[str]:
    return set(dossier.citations.filter(evidence=evidence).values_list("criterion", flat=True)) - {""}


@recorded
def set_criteria(
    dossier: Dossier, *, evidence: Evidence, criteria: Collection[str], by: Person, at: datetime
) -> None:
    """Uses a paper of the dossier for exactly these criteria;
    with none it stays in the dossier as a whole.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    present = _supported(dossier, evidence)
    for criterion in sorted(present - set(criteria)):
        uncite_evidence(dossier, evidence=evidence, criterion=criterion, by=by, at=at)
    for criterion in sorted({*criteria} - present):
        cite_evidence(dossier, evidence=evidence, criterion=criterion, by=by, at=at)


def tie_paper(paper: PaperInDossier, *, criteria: Collection[str], by: Person, at: datetime) -> None:
    """As its page does."""
    set_criteria(paper.dossier, evidence=paper.evidence, criteria=criteria, by=by, at=at)


TIE = Act(
    about=PAPER,
    name="criteria_of",
    refuse=refuse_write_part,
    form=AsksCriteria,
    do=tie_paper,
    button=_("Gắn tiêu chí"),
    heading=lambda paper: paper.evidence.title,
    lead=_("Một giấy tờ dùng được cho nhiều tiêu chí."),
    confirm=_("Lưu"),
    template="dossiers/form.html",
)
