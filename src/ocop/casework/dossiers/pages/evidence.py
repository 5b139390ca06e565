"""Evidence: the checklist of form 02, and the papers that were handed in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ocop.casework.dossiers.about import dossier_for, head
from ocop.casework.dossiers.labels.gaps import evidence_kind
from ocop.casework.dossiers.pages.case import content_for, tabs
from ocop.casework.dossiers.papers import papers_of
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.selectors import checklist, not_cited, regulation_of, return_items
from ocop.casework.dossiers.selectors.filing import step_of
from ocop.foundation.accounts.requests import PersonRequest


def evidence(request: PersonRequest, key: UUID) -> HttpResponse:
    """The checklist of form 02 for the producer; for others the papers as they were handed in."""
    who = request.who
    dossier = dossier_for(who, key)
    context = head(dossier) | {"tabs": tabs(request, dossier)}
    if refuse_write(who, dossier) is not None:
        frozen = content_for(who, dossier)
        return render(request, "dossiers/evidence_read.html", context | {"groups": papers_of(frozen)})
    lines = checklist(dossier, timezone.localdate(who.at))
    context |= {
        "lines": [(line, evidence_kind(line.key, regulation_of(dossier))) for line in lines],
        "missing": [evidence_kind(line.key, regulation_of(dossier)) for line in lines if line.is_missing],
        "usable": not_cited(dossier),
        "to_mend": [item for item in return_items(dossier) if step_of(item.target) is FormSection.EVIDENCE],
    }
    return render(request, "dossiers/evidence.html", context)
