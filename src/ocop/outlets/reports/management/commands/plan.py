"""`ocop plan YEAR [--place CODE]`: where a plan stands today, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.outlets.reports.counting import Progress, progress_of
from ocop.registers.programme.models import Plan
from ocop.registers.programme.rules import plain
from ocop.registers.programme.selectors import plan_for


class Command(BaseCommand):
    """Prints the plan of a year with what is done, under way and expected,
    and the records behind each number.
    """

    help = "Prints where the plan of a year stands, as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The year, and the place's code where it is not the programme's own province."""
        parser.add_argument("year", type=int)
        parser.add_argument("--place", help="code of the province as it was in that year")

    def handle(self, *args: Any, year: int, place: str | None, **options: Any) -> None:
        """One object on standard output; a plan that nobody knows is a sentence and exit code 1."""
        plan = plan_for(year, place)
        if plan is None:
            raise CommandError(_no_plan(year, place))
        self.stdout.write(json.dumps(answer(plan), ensure_ascii=False, indent=2))


def answer(plan: Plan) -> dict[str, Any]:
    """The plan as the command prints it; unknown numbers are null."""
    found = progress_of(plan, timezone.localdate())
    return {
        "plan": plan.name,
        "number": plan.number or None,
        "place": plan.place.code,
        "year": plan.year,
        "targets": [_target(one) for one in found],
    }


def _target(one: Progress) -> dict[str, Any]:
    return {
        "key": one.target.key,
        "name": one.target.name,
        "unit": one.target.unit,
        "target": plain(one.value),
        "bound": one.target.bound,
        "counted": one.is_counted,
        "done": plain(one.done),
        "pipeline": one.pipeline,
        "forecast": plain(one.forecast),
        "reason": one.reason,
        "risk": one.risk,
        "records": [record.id for record in one.records],
    }


def _no_plan(year: int, place: str | None) -> str:
    if place is None:
        return _("Không có kế hoạch năm %(year)s.") % {"year": year}
    return _("Không có kế hoạch năm %(year)s của địa bàn mã %(place)s.") % {"year": year, "place": place}
