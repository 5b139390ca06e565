"""The checklist of a visit, made once from the rubric and from what the producer claims."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.dossiers.selectors.scoring import DossierForScoring
from ocop.casework.fieldwork.labels import MARK_LINES, SHORT_CHECK
from ocop.casework.fieldwork.rules import MARK, Line, VisitKind
from ocop.casework.fieldwork.selectors.targets import Goal
from ocop.kernel.law import load_regulations

NO_ANSWER = "Chủ thể chưa trả lời"


def checklist_of(kind: VisitKind, goal: Goal) -> list[dict[str, str]]:
    """Every criterion with the option that the producer chose and described; after award also mark and
    promotion (R26-44). Without a dossier each section of the set's rubric, in short.
    """
    lines = _claimed(goal.dossier) if goal.dossier is not None else _in_short(goal)
    if kind == VisitKind.POST_CHECK:
        lines = [*lines, *(Line(code, label, "", MARK) for code, label in MARK_LINES)]
    return [line._asdict() for line in lines]


def _claimed(dossier: Dossier) -> list[Line]:
    frozen = dossier_for_scoring(dossier)
    return [
        Line(code, name(criterion), _claim(frozen, code), criterion.section)
        for code, criterion in frozen.product_set.criteria.items()
    ]


def _claim(frozen: DossierForScoring, code: str) -> str:
    answer = frozen.answers.get(code)
    if answer is None:
        return NO_ANSWER
    said = chosen(frozen.product_set.criteria[code], answer.choice)
    return f"{said}. {answer.description}".strip() if answer.description else said


def _in_short(goal: Goal) -> list[Line]:
    return [Line(code, label, "", code) for code, label in _sections(goal)]


def _sections(goal: Goal) -> Iterator[tuple[str, str]]:
    law = load_regulations().get(goal.product.regulation_code) or list(load_regulations().values())[-1]
    number = goal.product.set_number
    if number is None or number not in law.sets:
        return
    for section in law.set(number).sections:
        yield section.code, SHORT_CHECK.format(section=section.label.vi)
