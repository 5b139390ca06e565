"""Ghi hoạt động: a piece of help with the facts that its kind asks for at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import KIND
from ocop.casework.support.checks import refuse_entry
from ocop.casework.support.forms.activity import AsksActivity
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.permissions import refuse_keep_at, refuse_plan
from ocop.casework.support.rules import Kind, kinds
from ocop.casework.support.rules.steps import first_days
from ocop.casework.support.writes import content_of, index, take_facts
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, record, recorded, vouch
from ocop.foundation.places.models import Place
from ocop.foundation.ui.words import said
from ocop.kernel.text import one_line
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Plan, Task


class AsksNew(AsksActivity):
    """A new activity of a kind; the address may name the product that shall be helped (`?san-pham=`)."""

    gives = AsksActivity.gives | {"kind", "is_illustration"}

    @property
    def kind(self) -> Kind:
        """The one of the address."""
        return self.thing

    @cached_property
    def product(self) -> Product | None:
        """The product that a suggestion wants helped, if it is on the own desk."""
        on_desk = Product.objects.on_desk_of(self.who.person, self.who.at)
        return on_desk.select_related("producer").filter(slug=self.query.get("san-pham", "")).first()

    def known(self) -> Mapping[str, Any]:
        """What the address already says, the own agency, and the place of the product."""
        offices = [one.office.name for one in self.who.appointments]
        known = {"agency": offices[0] if offices else "", "name": self.query.get("ten", "")[:300]}
        if self.product is None:
            return known
        name = f"{said(self.kind.label)}: {known['name'] or self.product.name}"
        return known | {
            "name": name[:300],
            "place": self.product.producer.commune_id,
            "starts_on": timezone.localdate(),
        }

    def given(self) -> Mapping[str, Any]:
        """What was written; what people write is no illustration."""
        return {**super().given(), "kind": self.kind.key, "is_illustration": False}


@recorded
def plan_activity(
    *,
    kind: str,
    name: str,
    place: Place,
    agency: str,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
    facts: Mapping[str, Any] | None = None,
    plan: Plan | None = None,
    task: Task | None = None,
    is_illustration: bool = False,
) -> Activity:
    """Enters a piece of help with the facts that its kind asks for at once; steps get their days.

    Refused to others than officers of the place; for a place outside the plan's province, days outside its
    year or upside down, a task of another plan, facts that cannot be read.
    """
    ensure(refuse_keep_at(who_is(by, at), place))
    row = kinds().get(kind)
    if row is None:
        raise Refused(_unknown_kind())
    entry: dict[str, Any] = {
        "name": name, "agency": agency, "place": place, "starts_on": starts_on, "ends_on": ends_on,
        "plan": plan, "task": task,
    }  # fmt: skip
    ensure(refuse_entry(**entry))
    entry |= {"name": one_line(name), "agency": one_line(agency), "is_illustration": is_illustration}
    activity = Activity(kind=row.key, **entry, created_at=at, created_by=by)
    take_facts(activity, row, facts or {})
    activity.save()
    steps = (
        Step(activity=activity, key=one.key, position=number, due_on=one.due_on)
        for number, one in enumerate(first_days(row, starts_on), start=1)
    )
    vouch(Step.objects.bulk_create(steps))
    index(activity)
    record("activity.plan", activity, by=by, at=at, data=content_of(activity))
    return activity


def _unknown_kind() -> Refusal:
    return Refusal(
        "unknown_kind",
        gettext("Không có loại hỗ trợ này."),
        "",
        gettext("Chọn một loại trong danh sách."),
    )


PLAN = Act(
    about=KIND,
    name="plan",
    path="moi/",
    refuse=refuse_plan,
    form=AsksNew,
    do=plan_activity,
    button=_("Ghi hoạt động"),
    said=_("Đã ghi hoạt động."),
)
"""Its page is `pages/entry.py`: the plan is chosen first, and the product that is named is helped at once."""
