"""Sites that were looked at: those of what the district proposed, before the council of the province (S10),
and after award of what was recognised in 2021 (S14).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from ocop.casework.fieldwork import acts
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.selectors.targets import Goal
from ocop.outlets.demo.life.visiting import carry_out
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR
from ocop.registers.products.models import Recognition

PROPOSED = (("10-20", ("lap-suon-gia-phu", "nhan-xuan-quang")), ("10-21", ("mat-ong-phong-nien",)))
"""One product of each producer that the district of Bảo Thắng proposed."""
RECOGNISED = (("09-14", ("ruou-ngo", "tuong-dau")), ("11-09", ("cao-duoc-lieu", "com-lam")))
"""One product of each producer recognised by decision 166 of December 2021."""


def note_old_visits(stage: Stage) -> None:
    """Planned in the morning, carried out on the same day by the officer of the department."""
    for kind, days in ((VisitKind.VERIFICATION, PROPOSED), (VisitKind.POST_CHECK, RECOGNISED)):
        for day, keys in days:
            stage.diary.note(f"{YEAR}-{day} 07:45", partial(_plan, stage, kind, keys))
            stage.diary.note(f"{YEAR}-{day} 16:40", partial(_visit, stage, f"{YEAR}-{day}"))


def _goal(stage: Stage, kind: VisitKind, key: str) -> Goal:
    product = stage.products[key_of(key)]
    if kind == VisitKind.VERIFICATION:
        return Goal(product, stage.dossiers[key_of(key)])
    return Goal(product, None, Recognition.objects.get(product=product))


def _plan(stage: Stage, kind: VisitKind, keys: Sequence[str], at: datetime) -> None:
    by = person(stage, "so")
    acts.plan_visits(
        stage.programmes[YEAR], kind=kind, day=at.date(), goals=[_goal(stage, kind, key) for key in keys],
        inspectors=[by], reason="Minh hoạ: theo kế hoạch của năm.", by=by, at=at,
    )  # fmt: skip


def _visit(stage: Stage, day: str, at: datetime) -> None:
    by = person(stage, "so")
    for visit in Visit.objects.filter(day=date.fromisoformat(day)).order_by("position"):
        carry_out(visit, by=by, officer=by, met="Người của cơ sở mẫu (minh hoạ)", at=at)
