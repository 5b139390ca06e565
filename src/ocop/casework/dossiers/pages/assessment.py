"""The self-assessment: the overview, and the points as they stand. For a criterion see `acts/answer.py`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from ocop.casework.dossiers.about import dossier_for, head
from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.pages.case import content_for, tabs
from ocop.casework.dossiers.permissions import is_own, refuse_write
from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.casework.dossiers.selectors import live_result, regulation_of, set_of
from ocop.casework.dossiers.selectors.lights import score
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import CriterionWorking, Result, partial


@dataclass(frozen=True)
class Row:
    """One criterion on the overview."""

    criterion: Criterion
    name: str
    answer: str
    points: Any
    applies: bool
    answered: bool


def _row(working: CriterionWorking) -> Row:
    given = working.members[0]
    return Row(
        working.criterion,
        name(working.criterion),
        chosen(working.criterion, given.choice) if working.answered else "",
        given.points,
        working.applies,
        working.answered,
    )


def _shown_result(who: Who, dossier: Dossier) -> Result:
    """The points of what this person may read: the text in the making, or what was handed in."""
    if is_own(who, dossier) and dossier.is_editable:
        return live_result(dossier)
    frozen = content_for(who, dossier)
    given = {code: answer["choice"] for code, answer in frozen["answers"].items()}
    facts = {HAS_STORY: bool(frozen["form"]["has_story"])}
    return partial(regulation_of(dossier), set_of(dossier), given, facts)


def assessment(request: PersonRequest, key: UUID) -> HttpResponse:
    """All criteria with what was chosen and the points it gives; says where there is no rubric."""
    who = request.who
    dossier = dossier_for(who, key)
    may_write = refuse_write(who, dossier) is None
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "may_write": may_write,
        "product_set": set_of(dossier),
    }
    if set_of(dossier).has_rubric:
        result = _shown_result(who, dossier)
        rows = [_row(working) for working in result.criteria]
        sections = {section.code: section for section in set_of(dossier).sections}
        context |= score(dossier, result) | {
            "groups": [
                (f"{code}. {said(sections[code].label)}", list(group))
                for code, group in groupby(rows, key=lambda row: row.criterion.section)
            ],
            "first_missing": next(iter(result.missing), None),
        }
    return render(request, "dossiers/assessment.html", context)


def points(request: PersonRequest, key: UUID) -> HttpResponse:
    """The points alone, for the page that is being filled in."""
    who = request.who
    dossier = dossier_for(who, key)
    ensure(refuse_write(who, dossier))
    return render(
        request, "dossiers/points.html", {"dossier": dossier} | score(dossier, live_result(dossier))
    )
