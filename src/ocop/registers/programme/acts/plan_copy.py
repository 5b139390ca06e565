"""Sao chép sang năm khác: makes the draft of another year from a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.places import selectors as places
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import TextField
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.acts.plan_write import write_plan
from ocop.registers.programme.forms.plans import ProvinceField, YearField
from ocop.registers.programme.models import BudgetLine, CycleStep, Plan, Target, Task
from ocop.registers.programme.permissions import provinces_to_write, refuse_write_anywhere
from ocop.registers.programme.selectors import plans_visible_to, targets_of
from ocop.registers.programme.writes.tasks import serve

_TARGET_FIELDS = (
    "key", "position", "name", "unit", "value", "bound", "count_rule", "set_numbers", "stars_from",
    "legal_forms",
    "note",
)  # fmt: skip


class AsksYear(Asks):
    """Of which province and year, and its name."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    year = YearField(label=_("Năm mới"))
    name = TextField(label=_("Tên kế hoạch mới"), max_length=300)

    beside = {"conflict_plan": "year"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ProvinceField.offer(self, provinces_to_write(self.who))

    def known(self) -> Mapping[str, Any]:
        """The year after, under the same name."""
        plan, following = self.thing, self.thing.year + 1
        provinces = provinces_to_write(self.who)
        return {
            "year": following, "name": plan.name.replace(str(plan.year), str(following)),
            "place": provinces[0] if provinces else None,
        }  # fmt: skip


@recorded
def copy_plan(plan: Plan, *, place: Place, year: int, name: str, by: Person, at: datetime) -> Plan:
    """Makes the draft of another year from a plan: what is in force, every day and year of recognition moved
    along.

    Amounts of money are left empty: money is decided anew each year. Districts and communes that are gone are
    followed to the one unit that took them over; refused where there are several. Refused as a new plan is.
    """
    ensure(_refuse_source(plan, by, at))
    draft = write_plan(place, year=year, name=name, by=by, at=at)
    shift = year - plan.year
    kept = {old.pk: _copy_target(old, draft, shift) for old in targets_of(plan)}
    tasks: dict[int | None, Task] = {}
    for old in plan.tasks.filter(in_force=True).prefetch_related("targets"):
        tasks[old.pk] = _copy_task(old, draft, shift)
        serve(tasks[old.pk], [kept[one.pk] for one in old.targets.all() if one.pk in kept])
    for line in plan.budget_lines.filter(in_force=True):
        BudgetLine.objects.create(
            plan=draft, task=tasks.get(line.task_id), name=line.name, source=line.source, note=line.note
        )
    for step in plan.steps.all():
        CycleStep.objects.create(
            plan=draft, kind=step.kind, starts_on=_moved(step.starts_on, shift),
            ends_on=_moved(step.ends_on, shift),
            note=step.note,
        )  # fmt: skip
    record("plan.copy", draft, by=by, at=at, data={"from": str(plan), "year": plan.year})
    return draft


def _refuse_source(plan: Plan, by: Person, at: datetime) -> Refusal | None:
    if plans_visible_to(by, at).filter(pk=plan.pk).exists():
        return None
    return Refusal(
        "not_reader", gettext("Bạn không xem được kế hoạch này."), "", gettext("Chọn kế hoạch khác.")
    )


def _copy_target(old: Target, draft: Plan, shift: int) -> Target:
    fields = {name: getattr(old, name) for name in _TARGET_FIELDS}
    return Target.objects.create(
        plan=draft, place=_place_in(old, draft), year_from=old.year_from and old.year_from + shift,
        year_to=old.year_to and old.year_to + shift, **fields,
    )  # fmt: skip


def _place_in(old: Target, draft: Plan) -> Place | None:
    """The place of a scope as it stands in the new year."""
    if old.place is None:
        return None
    found = places.today_of(old.place, draft.first_day)
    if len(found) == 1 and found[0].is_within(draft.place):
        return found[0]
    raise Refused(
        Refusal(
            "place_changed",
            gettext(
                "Chỉ tiêu “%(name)s” riêng cho %(place)s, nay đã thành nhiều đơn vị hoặc thuộc tỉnh khác."
            )
            % {"name": old.name, "place": old.place.local_name},
            gettext("Không tự chọn được địa bàn cho năm mới."),
            gettext("Lập kế hoạch mới và nhập chỉ tiêu từ bảng."),
        )
    )


def _copy_task(old: Task, draft: Plan, shift: int) -> Task:
    return Task.objects.create(
        plan=draft, number=old.number, name=old.name, agency=old.agency, office=old.office,
        partners=old.partners,
        starts_on=old.starts_on and _moved(old.starts_on, shift),
        due_on=old.due_on and _moved(old.due_on, shift),
    )  # fmt: skip


def _moved(day: date, years: int) -> date:
    """The same day another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


COPY_PLAN = Act(
    about=PLAN,
    name="plan_copy",
    path="sao-chep/",
    refuse=refuse_write_anywhere,
    form=AsksYear,
    do=copy_plan,
    button=_("Sao chép sang năm khác"),
    heading=_("Sao chép thành kế hoạch mới"),
    lead=_("Chép chỉ tiêu, nhiệm vụ, lịch và dòng kinh phí. Ngày tháng dời theo năm; số tiền để trống."),
    confirm=_("Sao chép"),
    then=lambda _plan, draft: draft.get_absolute_url(),
)
