"""Help for the small province: five activities in Lan's commune, each of a kind with its own pages."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ocop.casework.courses.acts import add_days, record_sheet
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.casework.support.rules.people import Group
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage
from ocop.registers.programme.acts import add_budget_line, write_plan

FACTS = {
    "trademark": {"form": "collective", "mark": "Dứa Mẫu Bản Lầu"},
    "value_chain_link": {"goods": "Dứa quả"},
    "logo": {"use": "label"},
    "listing": {"platform": "voso", "url": "https://mau.vn/dua"},
    "training": {"audience": "both", "subject": "Sổ sách", "days": 1, "days_needed": 1},
}
WAITING = "listing"
"""The kind of the one that has not begun."""
COURSE = UUID("0c0de000-0000-4000-8000-000000000001")
"""The key of the course, known beforehand so that a test can write its address."""


def note_help(stage: Stage) -> None:
    """A trademark with a late step and a payment, a link with a party, artwork, a new listing, a course."""
    at, phuc = moment("11-02 08:00"), stage.people["phuc"]
    lan = stage.producers["na-loc"]
    plan = write_plan(stage.programme.province, year=2025, name="Kế hoạch 2025", by=phuc, at=at)
    line = add_budget_line(
        plan, fields={"name": "Hỗ trợ nhãn hiệu", "source": "province", "amount": 90}, by=phuc, at=at
    )
    for kind, facts in FACTS.items():
        activity = acts.plan_activity(
            kind=kind, name=f"Việc {kind}", place=lan.commune, agency="Sở Nông nghiệp và Môi trường",
            starts_on=date(2025, 9, 1), plan=plan if kind == "trademark" else None, facts=facts, by=phuc,
            at=at,
        )  # fmt: skip
        if kind != WAITING:
            acts.start_activity(activity, by=phuc, at=at)
        acts.add_beneficiary(Activity.objects.get(pk=activity.pk), producer=lan, by=phuc, at=at)
    mark, link = (Activity.objects.get(kind=kind) for kind in ("trademark", "value_chain_link"))
    acts.record_cost(mark, budget_line=line, amount=5, paid_on=at.date(), by=phuc, at=at)
    acts.add_party(link, role="cooperative", name="", producer=lan, by=phuc, at=at)
    acts.add_party(link, role="company", name="Công ty Nước quả", by=phuc, at=at)
    Activity.objects.filter(kind="training").update(key=COURSE)
    course = Activity.objects.get(key=COURSE)
    day, _empty = add_days(course, [at.date(), moment("11-03 08:00").date()], by=phuc, at=at)
    record_sheet(day, [Learner("Lý Thị Mỷ", Group.OFFICIAL, lan.commune, "UBND xã")], by=phuc, at=at)
