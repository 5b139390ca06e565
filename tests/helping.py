"""Help for the small province: four activities in Lan's commune, each of a kind with its own pages."""

from __future__ import annotations

from datetime import date

from ocop.casework.support import actions
from ocop.casework.support.models import Activity
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage
from ocop.registers.programme.actions import add_budget_line, write_plan

FACTS = {
    "trademark": {"form": "collective", "mark": "Dứa Mẫu Bản Lầu"},
    "value_chain_link": {"goods": "Dứa quả"},
    "logo": {"use": "label"},
    "listing": {"platform": "voso", "url": "https://mau.vn/dua"},
}


def note_help(stage: Stage) -> None:
    """A trademark with a late step and a payment, a link with a party, artwork, a listing."""
    at, phuc = moment("11-02 08:00"), stage.people["phuc"]
    lan = stage.producers["na-loc"]
    plan = write_plan(stage.programme.province, year=2025, name="Kế hoạch 2025", by=phuc, at=at)
    line = add_budget_line(
        plan, fields={"name": "Hỗ trợ nhãn hiệu", "source": "province", "amount": 90}, by=phuc, at=at
    )
    for kind, facts in FACTS.items():
        activity = actions.plan_activity(
            kind=kind, name=f"Việc {kind}", place=lan.commune, agency="Sở Nông nghiệp và Môi trường",
            starts_on=date(2025, 9, 1), plan=plan if kind == "trademark" else None, facts=facts, by=phuc, at=at,
        )  # fmt: skip
        actions.start_activity(activity, by=phuc, at=at)
        actions.add_beneficiary(Activity.objects.get(pk=activity.pk), producer=lan, by=phuc, at=at)
    mark, link = (Activity.objects.get(kind=kind) for kind in ("trademark", "value_chain_link"))
    actions.record_cost(mark, budget_line=line, amount=5, paid_on=at.date(), by=phuc, at=at)
    actions.add_party(link, role="cooperative", name="", producer=lan, by=phuc, at=at)
