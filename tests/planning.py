"""Yearly plans for the small province:
one in force with a task of Minh's commune and a result, one being written.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from ocop.foundation.accounts.models import Appointment
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage
from ocop.registers.programme import acts
from ocop.registers.programme.models import Plan, TargetResult

HERE = ("10", 2022)
DRAFT = ("10", 2021)


def tell_plans(stage: Stage) -> None:
    """The plan of 2022 of the former province is in force, that of 2021 is a draft."""
    phuc, at = stage.people["phuc"], moment("11-16 10:00")
    former = place("10", "province", date(2022, 1, 1))
    for year in (2022, 2021):
        plan = acts.write_plan(former, year=year, name=f"Kế hoạch OCOP năm {year}", by=phuc, at=at)
        new = {"key": "new", "name": "Sản phẩm mới", "unit": "sản phẩm", "value": 30, "bound": "at_least"}
        acts.add_target(plan, fields={**new, "count_rule": "new_products"}, by=phuc, at=at)
        by_hand = {"key": "visits", "name": "Thẩm định cơ sở", "unit": "cơ sở", "bound": "all_due"}
        visits = acts.add_target(plan, fields=by_hand, by=phuc, at=at)
        office = Appointment.objects.get(person=stage.people["minh"]).office
        fields = {"name": "Mở lớp tập huấn", "agency": "UBND xã", "office": office}
        task = acts.add_task(plan, fields=fields, by=phuc, at=at)
        if year == HERE[1]:
            acts.add_task(plan, fields={**fields, "name": "Mở phiên chợ"}, by=phuc, at=at)
            acts.issue_plan(plan, number="100/KH-UBND", is_partly_known=True, by=phuc, at=at)
            acts.record_result(visits, on=date(2022, 5, 20), amount=4, note="Bốn cơ sở", by=phuc, at=at)
            acts.finish_task(task, done_on=date(2022, 6, 1), result="Đã mở ba lớp", by=phuc, at=at)


def plan_places() -> dict[str, tuple[object, ...]]:
    """What stands in the addresses of plans."""
    result = TargetResult.objects.filter(
        target__plan=Plan.objects.get(year=HERE[1], place__code=HERE[0])
    ).get()
    return {
        "plan": HERE,
        "plan-draft": DRAFT,
        "plan-unknown": ("10", 2019),
        "plan/target": (*HERE, "visits"),
        "plan-draft/target": (*DRAFT, "visits"),
        "plan/counted": (*HERE, "new"),
        "plan/period": (*HERE, "quy-3"),
        "plan/no-period": (*HERE, "quy-9"),
        "plan/result": (*HERE, "visits", result.pk),
        "plan/task": (*HERE, 1),
        "plan/task-open": (*HERE, 2),
        "plan-draft/task": (*DRAFT, 1),
        "limit-day": (f"{timezone.localdate().year + 1}-04-30",),
    }
