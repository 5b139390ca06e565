"""Sửa lượt dự học: a name, group, commune or unit put right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import ATTENDANCE
from ocop.casework.courses.checks import refuse_again, refuse_learner
from ocop.casework.courses.forms import LearnerFields
from ocop.casework.courses.models import Attendance
from ocop.casework.courses.permissions import refuse_teach
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.courses.writes import columns_of, same_on, tidied
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.templatetags.ui import ngay


class AsksCorrection(LearnerFields, Asks):
    """The person as it should be, with the reason; the commune may be unknown."""

    reason = TextField(label=_("Lý do sửa"), max_length=300)

    gives = frozenset({"learner", "reason"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_province(self.thing.activity.place.province.code)
        self.fields["place"].required = False
        self.fields["group"].label = _("Nhóm")

    def known(self) -> Mapping[str, Any]:
        """As it was written."""
        return {name: getattr(self.thing, name) for name in ("name", "group", "place", "unit")}

    def given(self) -> Mapping[str, Any]:
        """The person, and why."""
        return {"learner": self.learner, "reason": self.cleaned_data["reason"]}


def refuse_correct(who: Who, attendance: Attendance) -> Refusal | None:
    """Whoever keeps the course."""
    return refuse_teach(who, attendance.activity)


@recorded
def correct_attendance(
    attendance: Attendance, learner: Learner, *, reason: str, by: Person, at: datetime
) -> Attendance:
    """Puts a name, group, commune or unit right.
    Refused without a reason, once withdrawn, or as another's double.
    """
    activity = held(attendance.activity)
    ensure(refuse_teach(who_is(by, at), activity))
    attendance.refresh_from_db()
    learner = tidied(learner)
    ensure(refuse_again(attendance, reason) or refuse_learner(learner, activity))
    same = same_on(activity, attendance.day, learner)
    ensure(None if same is None or same.pk == attendance.pk else _there(learner.name, attendance.day))
    before = _shown(attendance)
    for name, value in columns_of(learner).items():
        setattr(attendance, name, value)
    attendance.save()
    data = {"before": before, "after": _shown(attendance)}
    record("attendance.correct", attendance, by=by, at=at, reason=reason.strip(), data=data)
    return attendance


def _there(name: str, day: date) -> Refusal:
    """The same name of the same place on that day."""
    return Refusal(
        "already_there",
        gettext("“%(name)s” đã có trong danh sách ngày %(day)s.") % {"name": name, "day": ngay(day)},
        gettext("Một người mỗi ngày chỉ ghi một lượt."),
        gettext("Nếu là người khác trùng tên, ghi thêm năm sinh sau họ tên."),
    )


def _shown(attendance: Attendance) -> dict[str, Any]:
    names = ("name", "group", "place_id", "unit", "producer_id")
    return {name: getattr(attendance, name) for name in names}


CORRECT_ATTENDANCE = Act(
    about=ATTENDANCE,
    name="correct_attendance",
    path="sua/",
    refuse=refuse_correct,
    form=AsksCorrection,
    do=correct_attendance,
    button=_("Sửa lượt dự học"),
    confirm=_("Lưu"),
    said=_("Đã sửa."),
)
