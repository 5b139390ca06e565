"""Evidence: the checklist of form 02, and the papers that were handed in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ocop.casework.dossiers.about import dossier_for, head
from ocop.casework.dossiers.labels.gaps import evidence_kind
from ocop.casework.dossiers.models import Evidence
from ocop.casework.dossiers.pages.case import content_for, tabs
from ocop.casework.dossiers.papers import papers_of
from ocop.casework.dossiers.permissions import is_own, refuse_write
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
        shown = {"groups": papers_of(frozen), "renewed": _issued_anew(frozen)}
        if is_own(who, dossier):
            shown["ending"] = _ending(frozen)
        return render(request, "dossiers/evidence_read.html", context | shown)
    lines = checklist(dossier, timezone.localdate(who.at))
    context |= {
        "lines": [(line, evidence_kind(line.key, regulation_of(dossier))) for line in lines],
        "missing": [evidence_kind(line.key, regulation_of(dossier)) for line in lines if line.is_missing],
        "usable": not_cited(dossier),
        "to_mend": [item for item in return_items(dossier) if step_of(item.target) is FormSection.EVIDENCE],
    }
    return render(request, "dossiers/evidence.html", context)


def _issued_anew(content: dict[str, Any]) -> list[Evidence]:
    """Papers that took the place of those that were handed in."""
    papers = [entry["id"] for entry in content["evidence"]]
    return list(Evidence.objects.filter(renews__in=papers, is_withdrawn=False).select_related("file"))


def _ending(content: dict[str, Any]) -> list[Evidence]:
    """Papers with an end that were not issued anew yet, the first to end first."""
    papers = [entry["id"] for entry in content["evidence"] if entry["expires_on"]]
    newer = Evidence.objects.filter(renews__in=papers, is_withdrawn=False).values("renews")
    return list(Evidence.objects.filter(pk__in=papers).exclude(pk__in=newer).order_by("expires_on", "pk"))
