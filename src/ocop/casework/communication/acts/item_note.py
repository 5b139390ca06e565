"""Thêm đầu việc: puts a line into the press plan, or proposes one for the own commune."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINES
from ocop.casework.communication.checks import refuse_line
from ocop.casework.communication.forms import AsksLine, places_open_to
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_note, refuse_settle
from ocop.casework.communication.rules import Channel
from ocop.casework.communication.writes.press import content_of, words_to_find
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded, transition, words
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.places.models import Place
from ocop.foundation.ui.parts import Tab
from ocop.kernel.text import one_line
from ocop.registers.programme.models import Plan, Task
from ocop.registers.programme.rules import PlanState
from ocop.registers.programme.selectors import plans_visible_to

WITHOUT_PLAN = "khong"


class AsksNewLine(AsksLine):
    """A line for the plan that the address names (`?ke-hoach=`); by default the one of this year."""

    gives = frozenset({*AsksLine.base_fields, "plan"})

    @cached_property
    def plans(self) -> list[Plan]:
        """The plans that may still be added to, the newest six."""
        rows = plans_visible_to(self.who.person, self.who.at).exclude(state=PlanState.CLOSED)
        return list(rows.select_related("place")[:6])

    @cached_property
    def plan(self) -> Plan | None:
        """The plan for which the line is."""
        wanted = self.query.get("ke-hoach", "")
        if wanted == WITHOUT_PLAN:
            return None
        named = next((plan for plan in self.plans if str(plan.pk) == wanted), None)
        year = timezone.localdate(self.who.at).year
        return named or next((plan for plan in self.plans if plan.year == year), None)

    @cached_property
    def places(self) -> list[Place]:
        """Where the line may be."""
        return places_open_to(self.who, self.plan)

    def given(self) -> Mapping[str, Any]:
        """What is planned, in which plan."""
        channel = Channel(self.cleaned_data["channel"])
        return {**self.cleaned_data, "channel": channel, "plan": self.plan}


def refuse_begin(who: Who, _none: object = None) -> Refusal | None:
    """Putting a line into the plan: whoever plans or proposes for some place."""
    return refuse_note(who)


@recorded
def note_item(
    *,
    plan: Plan | None,
    place: Place,
    title: str,
    channel: Channel,
    planned_on: date,
    by: Person,
    at: datetime,
    task: Task | None = None,
    outlet: str = "",
    note: str = "",
) -> PressItem:
    """Puts a line into the press plan. A line of the province is planned at once; a commune's is proposed to
    it, and its officers are told.

    Refused for places of other offices, without words, for a closed plan, a day of another year, a place
    outside the plan, a task of another plan, and for what is there already (same words, channel, place and
    day).
    """
    who = who_is(by, at)
    ensure(refuse_note(who, place))
    # one at a time for a place, or two at once would not see each other's line; others go on naming the place
    holding(Place.objects).get(pk=place.pk)
    item = PressItem(
        plan=plan, task=task, place=place, title=one_line(title), channel=Channel(channel).value,
        outlet=one_line(outlet), note=note.strip(), planned_on=planned_on, created_by=by,
        created_at=at,
    )  # fmt: skip
    ensure(refuse_line(item))
    item.search_text = words_to_find(item)
    item.save()
    record("pressitem.note", item, by=by, at=at, data=content_of(item))
    if refuse_settle(who, item) is None:
        transition(item, "accept", by=by, at=at)
        return item
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=item.place),
        kind="communication.item_proposed",
        subject=words(_("Đề xuất truyền thông: %(item)s"), item=item.title),
        body=words(_("%(place)s đề xuất. Mở để đưa vào kế hoạch hoặc huỷ."), place=item.place),
        url=item.get_absolute_url(),
        at=at,
    )
    return item


def _plans(form: AsksNewLine) -> Mapping[str, Any]:
    """A tab for each plan, and one for what belongs to none."""
    if not form.plans:
        return {}
    tabs = [
        Tab(
            gettext("Kế hoạch năm %(year)s") % {"year": plan.year},
            f"?ke-hoach={plan.pk}",
            is_current=plan == form.plan,
        )
        for plan in form.plans
    ]
    none = Tab(gettext("Ngoài kế hoạch năm"), f"?ke-hoach={WITHOUT_PLAN}", is_current=form.plan is None)
    return {"tabs": [*tabs, none]}


NOTE = Act(
    about=LINES,
    name="item_note",
    path="them/",
    refuse=refuse_begin,
    form=AsksNewLine,
    do=note_item,
    button=_("Thêm đầu việc"),
    heading=_("Thêm đầu việc truyền thông"),
    confirm=_("Lưu"),
    show=_plans,
    template="communication/note.html",
    said=_("Đã ghi đầu việc."),
    then=lambda _none, item: item.get_absolute_url(),
)
