"""Sửa thông tin: other words, days, place, plan or facts for an activity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import refuse_entry
from ocop.casework.support.forms.activity import AsksActivity
from ocop.casework.support.forms.facts import initial_facts
from ocop.casework.support.models import Activity
from ocop.casework.support.permissions import refuse_change, refuse_keep_at
from ocop.casework.support.rules import OPEN, Kind
from ocop.casework.support.writes import content_of, index, take_facts
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.kernel.text import one_line
from ocop.registers.programme.models import Plan, Task


class AsksAmended(AsksActivity):
    """An activity as it is to be; its plan may change as long as nothing was paid."""

    @property
    def kind(self) -> Kind:
        """It stays of its kind."""
        return self.thing.row

    @property
    def activity(self) -> Activity:
        """The one that is amended."""
        return self.thing

    def known(self) -> Mapping[str, Any]:
        """What is kept."""
        names = ("name", "agency", "starts_on", "ends_on", "task")
        known = {name: getattr(self.thing, name) for name in names}
        place = None if self.thing.place.level == Level.PROVINCE else self.thing.place_id
        return {**known, "place": place, **initial_facts(self.thing)}


@recorded
def edit_activity(
    activity: Activity,
    *,
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
) -> None:
    """Changes what was entered. Refused as entering is, once it has ended,
    and for another plan after payments.
    """
    who = who_is(by, at)
    ensure(refuse_change(who, held(activity)))
    ensure(refuse_keep_at(who, place))
    entry: dict[str, Any] = {
        "name": name, "agency": agency, "place": place, "starts_on": starts_on, "ends_on": ends_on,
        "plan": plan, "task": task,
    }  # fmt: skip
    ensure(refuse_entry(**entry))
    _keep_plan_of_costs(activity, plan)
    before = content_of(activity)
    for field, value in (entry | {"name": one_line(name), "agency": one_line(agency)}).items():
        setattr(activity, field, value)
    take_facts(activity, activity.row, facts or {})
    activity.save(update_fields=[*entry, "facts", "expires_on"])
    index(activity)
    after = content_of(activity)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    record("activity.edit", activity, by=by, at=at, data=changed)


def _keep_plan_of_costs(activity: Activity, plan: Plan | None) -> None:
    changes = activity.plan_id != (plan.pk if plan else None)
    if changes and activity.costs.filter(withdrawn_at__isnull=True).exists():
        raise Refused(
            Refusal(
                "plan_has_costs",
                gettext("Không đổi kế hoạch được vì đã ghi khoản chi từ kinh phí của kế hoạch này."),
                "",
                gettext("Rút các khoản chi trước."),
            )
        )


EDIT = Act(
    about=ACTIVITY,
    name="edit",
    path="sua/",
    when=OPEN,
    refuse=refuse_change,
    form=AsksAmended,
    do=edit_activity,
    button=_("Sửa thông tin"),
    said=_("Đã lưu."),
    weight="quiet",
)
"""Its page is `pages/entry.py`."""
