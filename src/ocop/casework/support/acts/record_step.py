"""Cập nhật bước: that a step is done, or until when it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import STEP
from ocop.casework.support.checks import refuse_day
from ocop.casework.support.models import Activity, Step
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.permissions.files import STEP_FILES
from ocop.casework.support.rules.steps import StepDays, before_in_order, fits_between, following
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line


class AsksStep(Asks):
    """When it was done or should be, under which number, with which paper."""

    done_on = DateField(label=_("Xong ngày"), required=False, help_text=_("Để trống nếu chưa xong."))
    due_on = DateField(
        label=_("Hạn"),
        required=False,
        help_text=_("Đổi khi cơ quan giải quyết hẹn ngày khác; các bước sau dời theo."),
    )
    office_no = TextField(label=_("Số của cơ quan giải quyết"), required=False, max_length=60)
    note = TextField(label=_("Ghi chú"), required=False, max_length=300, lines=2)
    upload = UploadField(label=_("Giấy tờ của bước này"), required=False)

    def known(self) -> Mapping[str, Any]:
        """What is kept of it."""
        return {name: getattr(self.thing, name) for name in ("done_on", "due_on", "office_no", "note")}


def refuse_record_step(who: Who, step: Step) -> Refusal | None:
    """Whoever may change the activity."""
    return refuse_change(who, step.activity)


@recorded
def record_step(
    step: Step,
    *,
    by: Person,
    at: datetime,
    done_on: date | None = None,
    due_on: date | None = None,
    office_no: str = "",
    note: str = "",
    upload: File[Any] | None = None,
) -> Step:
    """Says that a step is done, or until when it should be; the open steps after it get new days.

    Refused out of turn, before the step before it, on a day that has not come, and once the activity has
    ended.
    """
    activity = held(step.activity)
    ensure(refuse_change(who_is(by, at), activity))
    step = holding(activity.steps).get(pk=step.pk)
    ensure(_refuse_day(activity, step, done_on, at) if done_on else _refuse_taking_back(activity, step))
    step.done_on, step.due_on = done_on, due_on or step.due_on
    step.office_no, step.note = one_line(office_no), one_line(note)
    if upload is not None:
        step.file = store(upload, owner=STEP_FILES, by=by, at=at)
    step.save()
    _move_following(activity, step.key)
    record("activity.step", activity, by=by, at=at, data=_content(step))
    return step


def _days(steps: Iterable[Step]) -> list[StepDays]:
    return [StepDays(one.key, one.due_on, one.done_on) for one in steps]


def _refuse_taking_back(activity: Activity, step: Step) -> Refusal | None:
    """A step that others stand on cannot be taken back."""
    later = activity.steps.filter(position__gt=step.position, done_on__isnull=False)
    return _upside_down() if later.exists() else None


def _refuse_day(activity: Activity, step: Step, done_on: date, at: datetime) -> Refusal | None:
    if (refusal := refuse_day(done_on, activity, at)) is not None:
        return refusal
    days = _days(activity.steps.order_by("position"))
    first = before_in_order(days, step.key)
    if first is not None:
        return _out_of_turn(activity.steps.get(key=first.key).name)
    return None if fits_between(days, step.key, done_on) else _upside_down()


def _out_of_turn(name: str) -> Refusal:
    """An earlier step is not done."""
    return Refusal(
        "step_out_of_turn",
        gettext("Bước “%(name)s” ở trước chưa xong.") % {"name": name},
        gettext("Các bước làm lần lượt."),
        gettext("Ghi xong bước trước rồi ghi bước này."),
    )


def _upside_down() -> Refusal:
    """A day before the step before, or after the step after."""
    return Refusal(
        "step_day_upside_down",
        gettext("Ngày xong không khớp với các bước trước và sau."),
        gettext("Bước sau không thể xong trước bước trước."),
        gettext("Sửa lại ngày."),
    )


def _move_following(activity: Activity, key: str) -> None:
    steps = {one.key: one for one in activity.steps.order_by("position")}
    for later, due in following(activity.row, _days(steps.values()), key).items():
        steps[later].due_on = due
        steps[later].save(update_fields=["due_on"])


def _content(step: Step) -> dict[str, Any]:
    done = step.done_on.isoformat() if step.done_on else None
    return {"step": step.key, "done_on": done, "due_on": step.due_on.isoformat(), "office_no": step.office_no}


RECORD_STEP = Act(
    about=STEP,
    name="step",
    refuse=refuse_record_step,
    form=AsksStep,
    do=record_step,
    button=_("Cập nhật bước"),
    heading=lambda step: step.name,
    confirm=_("Lưu"),
    said=_("Đã lưu bước."),
    show=lambda form: {"file": form.thing.file},
    template="support/step.html",
)
