"""Many counts in one statement: what is done, due and in hand for a whole plan is asked together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from django.db.models import Count, DateField, F, IntegerField, QuerySet, Sum, Value
from django.db.models.functions import Cast

from ocop.outlets.reports.counting.joined import Joined
from ocop.outlets.reports.rules import InHand

Key = TypeVar("Key", bound=Hashable)
Question = tuple[QuerySet[Any], ...]
"""Cases counted by stage and day, in one part or several, which nobody has read yet."""
COLUMNS = ("case_stage", "case_since", "case_number", "case_weight")
MOST_PARTS = 200
"""Of one statement: SQLite takes 500."""


def cases_of(rows: QuerySet[Any], stage: str, since: Any, *, weight: Any = None) -> Question:
    """Cases by the stage in the column `stage` and the day `since` (an expression). `weight` is what one of
    them counts for, an expression; without it 1.
    """
    grouped = _each_once(rows).values(case_stage=F(stage), case_since=since)
    worth = Count("pk") if weight is None else Sum(weight)
    return (grouped.annotate(case_number=Count("pk"), case_weight=worth),)


def number_of(rows: QuerySet[Any] | Joined, different: str = "pk") -> Question:
    """How many rows there are; of those that are alike in the column `different`, one."""
    if isinstance(rows, Joined):
        return number_of(rows.first) + number_of(rows.second)
    number = Count(different, distinct=different != "pk")
    grouped = _each_once(rows).values(case_stage=Value(""), case_since=Cast(Value(None), DateField()))
    return (grouped.annotate(case_number=number, case_weight=number),)


def _each_once(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows without their order; those that were counted from others are found by their keys, so that none
    of them stands twice.
    """
    plain = rows.order_by().select_related(None)
    if plain.query.group_by is None:
        return plain
    return rows.model._default_manager.filter(pk__in=plain.values("pk")).order_by()


def ask(questions: Mapping[Key, Question]) -> dict[Key, list[InHand]]:
    """The answer to each question: its cases. One statement."""
    answers: dict[Key, list[InHand]] = {key: [] for key in questions}
    parts = [(key, part) for key, question in questions.items() for part in question]
    for number, stage, since, cases, weight in together([part for _key, part in parts], COLUMNS):
        answers[parts[number][0]].append(InHand(stage, since, cases, Fraction(weight)))
    return answers


def counts_of(questions: Mapping[Key, Question]) -> dict[Key, int]:
    """How many each question comes to. One statement."""
    return {key: total(cases) for key, cases in ask(questions).items()}


def total(cases: Sequence[InHand]) -> int:
    """How many cases these are."""
    return sum(one.number for one in cases)


def together(parts: Sequence[QuerySet[Any]], columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The number of each part with its rows, in columns that are of one kind in all. One statement for up to
    MOST_PARTS.
    """
    numbered = [
        part.annotate(part_number=Value(number, IntegerField())).values_list("part_number", *columns)
        for number, part in enumerate(parts)
    ]
    for start in range(0, len(numbered), MOST_PARTS):
        first, *more = numbered[start : start + MOST_PARTS]
        yield from first.union(*more, all=True) if more else first
