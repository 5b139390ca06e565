"""The step that is written elsewhere: what the registers know, and what is missing there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from ocop.casework.dossiers.about import criterion_page, dossier_for, head
from ocop.casework.dossiers.acts.fill import shown_at, step_url
from ocop.casework.dossiers.labels.gaps import sentence
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.rules.completeness import FormSection, Gap
from ocop.casework.dossiers.selectors import missing, regulation_of, set_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure


@dataclass(frozen=True)
class Lack:
    """One missing thing in words, with the page where it is mended."""

    text: str
    url: str
    step: FormSection
    code: str


def lacks(dossier: Dossier, gaps: list[Gap]) -> list[Lack]:
    """Gaps for a page; a criterion leads to its own page."""
    regulation, product_set = regulation_of(dossier), set_of(dossier)
    return [
        Lack(sentence(gap, regulation, product_set), _url(dossier, gap), gap.step, gap.code.value)
        for gap in gaps
    ]


def _url(dossier: Dossier, gap: Gap) -> str:
    if gap.step is FormSection.ASSESSMENT and gap.target:
        return criterion_page(dossier, gap.target)
    return step_url(dossier, gap.step)


def register(request: PersonRequest, key: UUID) -> HttpResponse:
    """What the registers know of producer and product, what is missing there, and where to write it."""
    who = request.who
    dossier = dossier_for(who, key)
    ensure(refuse_write(who, dossier))
    found = [
        gap for gap in missing(dossier, person=who.person, at=who.at) if gap.step is FormSection.REGISTER
    ]
    context = head(dossier) | shown_at(dossier, FormSection.REGISTER) | {"back": dossier.get_absolute_url()}
    return render(request, "dossiers/register.html", context | {"lacks": lacks(dossier, found)})
