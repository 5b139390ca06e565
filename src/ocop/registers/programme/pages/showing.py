"""What the pages of a plan show, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Office
from ocop.foundation.places.models import Place
from ocop.foundation.ui.parts import Happening
from ocop.kernel.text import number_vi
from ocop.registers.producers.labels import LEGAL_FORMS
from ocop.registers.producers.rules import LegalForm
from ocop.registers.programme.labels import (
    BOUNDS,
    DEEDS,
    FIELD_WORDS,
    SOURCES,
    THINGS,
    count_words,
    number_words,
    year_words,
)
from ocop.registers.programme.models import BudgetLine, Plan, Target, TargetResult, Task
from ocop.registers.programme.rules import IN_FORCE, Bound, BudgetSource, FieldChange, Thing
from ocop.registers.programme.selectors import targets_of, total_recorded
from ocop.registers.programme.selectors.history import TABLES


def progress_url(name: str, *args: Any) -> str:
    """A page of the progress of the plan; empty where it is not installed."""
    try:
        return reverse(f"reports:{name}", args=args)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True)
class TargetShown:
    """A line of the table of targets."""

    target: Target
    number: str
    scope: str
    counted: str
    recorded: int | Decimal | None
    records_url: str


def shown_targets(plan: Plan) -> list[TargetShown]:
    """Every target in force; hand-kept ones with the sum of what was recorded."""
    live = Prefetch("results", TargetResult.objects.filter(withdrawn_at__isnull=True), "live")
    return [
        TargetShown(
            target=one,
            number=number_words(one.bound, one.value, one.unit),
            scope=scope_words(one),
            counted=count_words(one.count_rule),
            recorded=None if one.is_counted else total_recorded(one, one.live),
            records_url=progress_url("records", *plan.address, one.key) if one.is_counted else "",
        )
        for one in targets_of(plan).prefetch_related(live)
    ]


def scope_words(target: Target) -> str:
    """What narrows a target, in words; the place needs to be loaded."""
    words = []
    if target.place is not None:
        words.append(target.place.local_name)
    if target.set_numbers:
        words.append(_("bộ %(numbers)s") % {"numbers": ", ".join(str(one) for one in target.set_numbers)})
    if target.stars_from:
        words.append(_("từ %(stars)s sao") % {"stars": target.stars_from})
    words += [str(LEGAL_FORMS[LegalForm(one)]) for one in target.legal_forms]
    if years := year_words(target.year_from, target.year_to):
        words.append(_("công nhận năm %(years)s") % {"years": years})
    return "; ".join(words)


@dataclass(frozen=True)
class SourceSum:
    """What one source gives; `unknown` lines have no amount."""

    word: Any
    amount: int
    unknown: int


@dataclass(frozen=True)
class Money:
    """The budget by source, and in all."""

    lines: list[BudgetLine]
    sources: list[SourceSum]
    amount: int
    unknown: int


def money_of(plan: Plan) -> Money:
    """Budget lines in force with their sums; an amount that is not known is counted, never guessed."""
    lines = list(plan.budget_lines.filter(in_force=True).select_related("task"))
    sources = [
        SourceSum(SOURCES[source], _sum(rows), sum(row.amount is None for row in rows))
        for source in BudgetSource
        if (rows := [line for line in lines if line.source == source])
    ]
    return Money(lines, sources, _sum(lines), sum(line.amount is None for line in lines))


def _sum(lines: Iterable[BudgetLine]) -> int:
    return sum(line.amount or 0 for line in lines)


def shown_tasks(plan: Plan) -> QuerySet[Task]:
    """Tasks in force with what their line shows."""
    return plan.tasks.filter(in_force=True).select_related("office", "plan__place")


@dataclass(frozen=True)
class ChangeShown:
    """One field before and after, in words."""

    thing: Any
    name: str
    field: Any
    before: str
    after: str


def shown_changes(
    plan: Plan, changes: Iterable[FieldChange], names: dict[tuple[str, int], str]
) -> list[ChangeShown]:
    """Changes in words; `names` of things that an unsaved preview brings in."""
    rows = list(changes)
    known = {**_names(plan), **names}
    words = _Words(rows)
    return [
        ChangeShown(
            THINGS[Thing(row.thing)],
            known.get((row.thing, row.thing_id), ""),
            _("Đưa vào") if row.field == IN_FORCE and row.after else FIELD_WORDS[row.field],
            words.of(row.field, row.before),
            words.of(row.field, row.after),
        )
        for row in rows
    ]


def _names(plan: Plan) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for thing, table in TABLES.items():
        rows: Any = table._default_manager.filter(plan=plan)
        found |= {(thing.value, pk): name for pk, name in rows.values_list("pk", "name")}
    return found


class _Words:
    """Values of changes in words; what they point to is asked for once."""

    def __init__(self, rows: list[FieldChange]) -> None:
        self.places = self._named(rows, "place_id", Place)
        self.offices = self._named(rows, "office_id", Office)
        self.tasks = self._named(rows, "task_id", Task)

    @staticmethod
    def _named(rows: list[FieldChange], field: str, table: Any) -> dict[int, str]:
        keys = {value for row in rows if row.field == field for value in (row.before, row.after) if value}
        return {
            one.pk: getattr(one, "local_name", str(one)) for one in table._default_manager.filter(pk__in=keys)
        }

    def of(self, field: str, value: Any) -> str:
        """One value."""
        if field == IN_FORCE:
            return _("có") if value else _("không")
        if value is None or value in ("", []):
            return "—"
        named = {"place_id": self.places, "office_id": self.offices, "task_id": self.tasks}
        if field in named:
            return named[field].get(value, "—")
        if field in {"starts_on", "due_on"}:
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
        return _plain_words(field, value)


def _plain_words(field: str, value: Any) -> str:
    if field == "bound":
        return str(BOUNDS[Bound(value)])
    if field == "count_rule":
        return count_words(value)
    if field == "source":
        return str(SOURCES[BudgetSource(value)])
    if field == "legal_forms":
        return ", ".join(str(LEGAL_FORMS[LegalForm(one)]) for one in value)
    if field in {"amount", "value"}:
        return number_vi(value)
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)


_KINDS = {
    "plan.issue": "ok",
    "plan.amend": "warn",
    "plan.close": "info",
    "task.finish": "ok",
    "task.drop": "bad",
}


def entries(history: Iterable[Any]) -> list[Happening]:
    """What happened, newest first; acts without a word of their own are left out."""
    return [
        Happening(DEEDS[row.action], row.at, row.by_name, row.reason, "", _KINDS.get(row.action, "info"))
        for row in history
        if row.action in DEEDS
    ]
