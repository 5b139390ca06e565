"""The self-assessment: the overview, one criterion a page, the points as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.forms.producer import AnswerForm
from ocop.casework.dossiers.labels import said
from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.models import Answer, Dossier
from ocop.casework.dossiers.rules.answers import options, word
from ocop.casework.dossiers.rules.completeness import HAS_STORY, Step
from ocop.casework.dossiers.selectors import (
    cited_at,
    live_result,
    not_cited,
    regulation_of,
    return_items,
    set_of,
)
from ocop.casework.dossiers.views.case import content_for
from ocop.casework.dossiers.views.loading import head, tabs, visible
from ocop.casework.dossiers.views.steps import step_url
from ocop.foundation.ui import autosave
from ocop.foundation.ui.autosave import is_autosave
from ocop.foundation.ui.refusals import ensure
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import CriterionWorking, Result, partial
from ocop.registers.producers.permissions import acts_for
from ocop.registers.regulations.selectors import official_wording


@dataclass(frozen=True)
class Light:
    """One star level in words: reached, or what is missing."""

    stars: int
    is_on: bool
    points_missing: int
    unmet: list[tuple[str, str]]


def lights(dossier: Dossier, result: Result) -> list[Light]:
    """The lights for 3, 4 and 5 stars; every unmet minimum with its criterion's name."""
    criteria = set_of(dossier).criteria
    total = result.total or 0
    return [
        Light(
            level.stars,
            level.is_reached,
            max(0, -int(-(level.points_needed - total) // 1)) if not level.points_reached else 0,
            [(code, name(criteria[code])) for code in level.unmet],
        )
        for level in result.levels
    ]


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


def score(dossier: Dossier, result: Result) -> dict[str, Any]:
    """Points of the parts and in all, and the lights."""
    maxima = {part.code: part.max for part in set_of(dossier).parts}
    return {
        "result": result,
        "parts": [
            (part.value, said(rubric.label), result.parts.get(part, 0), maxima[part])
            for part, rubric in _parts(dossier)
        ],
        "lights": lights(dossier, result),
        "missing_count": len(result.missing),
    }


def _parts(dossier: Dossier) -> list[tuple[Any, Any]]:
    return [(part.code, part) for part in set_of(dossier).parts]


def _shown_result(request: HttpRequest, dossier: Dossier, at: datetime) -> Result:
    """The points of what this person may read: the text in the making, or what was handed in."""
    if acts_for(request.user, dossier.product.producer, at) and dossier.is_editable:
        return live_result(dossier)
    frozen = content_for(request.user, dossier, at)
    given = {code: answer["choice"] for code, answer in frozen["answers"].items()}
    facts = {HAS_STORY: bool(frozen["form"]["has_story"])}
    return partial(regulation_of(dossier), set_of(dossier), given, facts)


def assessment(request: HttpRequest, key: UUID) -> HttpResponse:
    """All criteria with what was chosen and the points it gives; says where there is no rubric."""
    at = timezone.now()
    dossier = visible(request, key, at)
    may_write = permissions.refuse_write(request.user, dossier, at) is None
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        "may_write": may_write,
        "product_set": set_of(dossier),
    }
    if set_of(dossier).has_rubric:
        result = _shown_result(request, dossier, at)
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


def points(request: HttpRequest, key: UUID) -> HttpResponse:
    """The points alone, for the page that is being filled in."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    return render(
        request, "dossiers/points.html", {"dossier": dossier} | score(dossier, live_result(dossier))
    )


def criterion(request: HttpRequest, key: UUID, code: str) -> HttpResponse:
    """One criterion: choose, describe, tie papers to it, go on."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    asked = set_of(dossier).criteria.get(code)
    if asked is None:
        raise Http404(_("Bộ tiêu chí không có tiêu chí này."))
    answer = Answer.objects.filter(dossier=dossier, criterion=code).first()
    form = AnswerForm(
        asked, request.POST if request.method == "POST" else None, initial=_initial(asked, answer)
    )

    def save(fields: dict[str, Any]) -> None:
        _save(request, dossier, asked, fields, at)

    if is_autosave(request):
        return autosave.answer(request, form, save, at)
    if request.method == "POST" and form.is_valid():
        with autosave.in_order(request, at):
            save(form.cleaned_data)
        return redirect(_onward(request, dossier, code))
    return render(request, "dossiers/criterion.html", _context(request, dossier, asked, form))


def _initial(asked: Criterion, answer: Answer | None) -> dict[str, Any]:
    if answer is None:
        return {}
    return {
        "choice": word(asked, answer.choice) if answer.is_answered else "",
        "description": answer.description,
    }


def _save(
    request: HttpRequest, dossier: Dossier, asked: Criterion, fields: dict[str, Any], at: datetime
) -> None:
    """A choice is saved as an answer; an empty one leaves the criterion unanswered as it was."""
    common: dict[str, Any] = {"criterion": asked.code, "by": request.user, "at": at}
    if fields.get("choice"):
        choice = options(asked)[fields["choice"]]
        actions.save_answer(dossier, choice=choice, description=fields.get("description"), **common)
    elif "description" in fields:
        actions.save_description(dossier, description=fields["description"], **common)


def _neighbours(dossier: Dossier, code: str) -> tuple[str, str]:
    """The criteria before and after; empty at the ends.
    What does not apply to this product is passed over.
    """
    result = live_result(dossier)
    codes = [
        working.criterion.code
        for working in result.criteria
        if working.applies or working.criterion.code == code
    ]
    place = codes.index(code)
    return codes[place - 1] if place else "", codes[place + 1] if place + 1 < len(codes) else ""


def _onward(request: HttpRequest, dossier: Dossier, code: str) -> str:
    before, after = _neighbours(dossier, code)
    if request.POST.get("go") == "stay":
        return reverse("dossiers:criterion", args=[dossier.key, code])
    target = before if request.POST.get("go") == "back" else after
    if target:
        return reverse("dossiers:criterion", args=[dossier.key, target])
    return step_url(dossier, Step.ASSESSMENT)


def _context(request: HttpRequest, dossier: Dossier, asked: Criterion, form: AnswerForm) -> dict[str, Any]:
    result = live_result(dossier)
    codes = list(set_of(dossier).criteria)
    before, after = _neighbours(dossier, asked.code)
    section = next(section for section in set_of(dossier).sections if section.code == asked.section)
    working = next(one for one in result.criteria if one.criterion.code == asked.code)
    return (
        head(dossier)
        | score(dossier, result)
        | {
            "criterion": asked,
            "criterion_name": name(asked),
            "section_name": f"{asked.part.value} · {section.code}. {said(section.label)}",
            "requirement": said(asked.requirement) if asked.requirement else "",
            "hints": [said(note) for note in asked.notes] + [said(rule.label) for rule in asked.rules],
            "sentences": official_wording(dossier.regulation_code, dossier.set_number).get(asked.code),
            "applies": working.applies,
            "form": form,
            "autosave_url": request.path,
            "place": codes.index(asked.code) + 1,
            "of": len(codes),
            "before": before,
            "after": after,
            "papers": cited_at(dossier, asked.code),
            "usable": not_cited(dossier, asked.code),
            "to_mend": [item for item in return_items(dossier) if item.target == f"criterion:{asked.code}"],
        }
    )
