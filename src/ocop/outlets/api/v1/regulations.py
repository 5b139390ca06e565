"""Regulations and their rubrics, in the wording of this project; the decree itself stays the source."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Router, Schema

from ocop.kernel.law import Criterion, Option, ProductSet, Regulation
from ocop.kernel.law.model import RubricPart, Section
from ocop.kernel.law.readings import heading_rules
from ocop.outlets.api.v1.shared import NotUnderstood, Problem, Words
from ocop.registers.regulations import selectors

router = Router()


class SetOut(Schema):
    """A product set."""

    number: int
    label: Words
    sector: Words
    group: Words
    has_rubric: bool


class RegulationOut(Schema):
    """A decree."""

    code: str
    number: str
    label: Words
    issued_on: datetime.date
    effective_from: datetime.date
    effective_to: datetime.date | None


class BandOut(Schema):
    """Points to stars: from `points_from`, up to the next band."""

    stars: int
    points_from: int
    is_recognised: bool


class RegulationInFull(RegulationOut):
    """A decree with its star bands and product sets."""

    bands: list[BandOut]
    sets: list[SetOut]


class OptionOut(Schema):
    """One step of a ladder; `place` counts from 1 in the printed order."""

    place: int
    points: int
    label: Words
    min_for_stars: int | None = Field(description="The star for which at least this option must be reached.")


class LadderOut(Schema):
    """A ladder; `case` is a or b where a criterion has two, of which exactly one is scored."""

    case: str | None
    options: list[OptionOut]


class CriterionOut(Schema):
    """A criterion: ladders, or yes/no for 0 or `max` points."""

    code: str
    label: Words
    max: int
    is_boolean: bool
    min_for_stars: int | None
    ladders: list[LadderOut]
    conditions: list[Words]


class SectionOut(Schema):
    """A numbered section."""

    code: str
    label: Words
    max: int
    criteria: list[CriterionOut]


class PartOut(Schema):
    """Part A, B or C."""

    code: str
    label: Words
    max: int
    sections: list[SectionOut]


class RubricOut(SetOut):
    """A product set with its rubric; without one `parts` is empty."""

    regulation: str
    disqualifiers: list[Words]
    parts: list[PartOut]


@router.get("", response={200: list[RegulationOut]}, url_name="regulations")
def regulations(request: HttpRequest) -> list[RegulationOut]:
    """Every regulation, the newest first."""
    return [RegulationOut(**_regulation(one)) for one in selectors.regulations()]


@router.get(
    "{code}", response={200: RegulationInFull, 404: Problem, 422: NotUnderstood}, url_name="regulation"
)
def regulation(request: HttpRequest, code: str) -> RegulationInFull:
    """One regulation with its sets."""
    found = _find(code)
    bands = [
        BandOut(stars=band.stars, points_from=band.min, is_recognised=band.is_recognised)
        for band in found.star_bands
    ]
    sets = [SetOut(**_set(one)) for one in sorted(found.sets.values(), key=lambda one: one.number)]
    return RegulationInFull(**_regulation(found), bands=bands, sets=sets)


@router.get(
    "{code}/sets/{number}", response={200: RubricOut, 404: Problem, 422: NotUnderstood}, url_name="rubric"
)
def rubric(request: HttpRequest, code: str, number: int) -> RubricOut:
    """One rubric."""
    found = _find(code).sets.get(number)
    if found is None:
        raise Http404("The regulation has no such product set.")
    return RubricOut(
        **_set(found),
        regulation=code,
        disqualifiers=[Words.of(rule.label) for rule in heading_rules(found)],
        parts=[_part(part) for part in found.parts],
    )


def _find(code: str) -> Regulation:
    for one in selectors.regulations():
        if one.code == code:
            return one
    raise Http404("There is no such regulation.")


def _regulation(one: Regulation) -> dict[str, Any]:
    return {
        "code": one.code,
        "number": one.number,
        "label": Words.of(one.label),
        "issued_on": one.issued_on,
        "effective_from": one.effective_from,
        "effective_to": one.effective_to,
    }


def _set(one: ProductSet) -> dict[str, Any]:
    return {
        "number": one.number,
        "label": Words.of(one.label),
        "sector": Words.of(one.sector),
        "group": Words.of(one.group),
        "has_rubric": one.has_rubric,
    }


def _part(part: RubricPart) -> PartOut:
    sections = [_section(section) for section in part.sections]
    return PartOut(code=part.code.value, label=Words.of(part.label), max=part.max, sections=sections)


def _section(section: Section) -> SectionOut:
    criteria = [_criterion(criterion) for criterion in section.criteria]
    return SectionOut(code=section.code, label=Words.of(section.label), max=section.max, criteria=criteria)


def _criterion(criterion: Criterion) -> CriterionOut:
    return CriterionOut(
        code=criterion.code,
        label=Words.of(criterion.label),
        max=criterion.max,
        is_boolean=criterion.is_boolean,
        min_for_stars=criterion.min_for_stars,
        ladders=[
            LadderOut(case=letter, options=[_option(o) for o in options])
            for letter, options in criterion.ladders
        ],
        conditions=[Words.of(rule.label) for rule in criterion.rules],
    )


def _option(option: Option) -> OptionOut:
    return OptionOut(
        place=option.place,
        points=option.points,
        label=Words.of(option.label),
        min_for_stars=option.min_for_stars,
    )
