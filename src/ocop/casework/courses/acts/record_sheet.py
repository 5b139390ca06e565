"""Ghi danh sách ký: who came on a day, from the sheet that they signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import DAY
from ocop.casework.courses.checks import refuse_learner
from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.permissions import refuse_teach
from ocop.casework.courses.rules.learners import Learner, learners_of, typed
from ocop.casework.courses.writes import same_on, tidied, write_attendance
from ocop.casework.support.labels import group_choices
from ocop.casework.support.rules.people import Group, Via
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.labels import fault_words
from ocop.foundation.ui.forms import PastedField, RadioCards
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.tables import TableRead, Wrong

MOST_WRONG_SHOWN = 20


class AsksSheet(Asks):
    """The signature sheet as lines. Whatever is wrong is said line by line, and nothing is saved."""

    group = forms.ChoiceField(
        label=_("Nhóm"), choices=group_choices, initial=Group.PRODUCER.value, widget=RadioCards,
        help_text=_("Áp dụng cho dòng không ghi nhóm riêng."),
    )  # fmt: skip
    people = PastedField(
        label=_("Danh sách"), required=False, max_length=60_000,
        help_text=_("Mỗi dòng một người: họ tên; xã; chủ thể hoặc cơ quan. Dán thẳng từ bảng tính được."),
    )  # fmt: skip

    gives = frozenset({"learners"})

    def clean(self) -> dict[str, Any]:
        """The people, and the lines that are none; every faulty line with its number and what is wrong."""
        given = super().clean() or {}
        ground = ground_of_province(self.thing.activity.place.province, self.thing.day)
        found = typed(given.get("people") or "", ground)
        self._tell_faults(found)
        self.left_out = found.left_out
        self.learners = learners_of(found.good, Group(given.get("group") or Group.PRODUCER))
        if not self.errors and not self.learners:
            raise ValidationError(gettext("Danh sách chưa có ai. Gõ hoặc dán danh sách."), code="nobody")
        return given

    def _tell_faults(self, found: TableRead) -> None:
        for fault in [one for one in found.faults if one.line][:MOST_WRONG_SHOWN]:
            text = next(
                (" ".join(row.texts.values()).strip() for row in found.rows if row.number == fault.line), ""
            )
            words = {"number": fault.line, "text": text[:80], "fault": fault_words(fault)}
            self.add_error(
                "people", ValidationError(gettext("Dòng %(number)s “%(text)s”: %(fault)s") % words)
            )
        for fault in found.table_faults:
            if fault.code is not Wrong.NOTHING_FILLED:
                self.add_error("people", ValidationError(fault_words(fault)))

    def given(self) -> Mapping[str, Any]:
        """The people."""
        return {"learners": self.learners}


def refuse_record_sheet(who: Who, day: CourseDay) -> Refusal | None:
    """Whoever keeps the course."""
    return refuse_teach(who, day.activity)


@recorded
def record_sheet(
    day: CourseDay, learners: Sequence[Learner], *, by: Person, at: datetime
) -> tuple[list[Attendance], list[Attendance]]:
    """Enters the signature sheet of a day: the rows that are new, and those that were there. All or nothing.

    Refused with an empty list, before the day, after the course has ended, with a faulty person, for
    strangers.
    """
    activity = held(day.activity)
    ensure(refuse_teach(who_is(by, at), activity))
    ensure(_refuse_too_early(day, at))
    if not learners:
        raise Refused(_nobody())
    added: list[Attendance] = []
    there: list[Attendance] = []
    for learner in map(tidied, learners):
        ensure(refuse_learner(learner, activity))
        found = same_on(activity, day.day, learner)
        if found is not None:
            there.append(found)
        else:
            added.append(write_attendance(activity, day.day, learner, via=Via.SHEET, by=by, at=at))
    data = {"day": day.day.isoformat(), "added": [row.pk for row in added], "there": len(there)}
    record("activity.record_sheet", activity, by=by, at=at, data=data)
    return added, there


def _refuse_too_early(day: CourseDay, at: datetime) -> Refusal | None:
    if day.day <= timezone.localdate(at):
        return None
    return Refusal(
        "day_to_come",
        gettext("Chưa đến ngày học %(day)s nên chưa ghi được người dự.") % {"day": ngay(day.day)},
        "",
        gettext("Ghi danh sách sau buổi học."),
    )


def _nobody() -> Refusal:
    return Refusal("nobody", gettext("Danh sách chưa có ai."), "", gettext("Mỗi dòng ghi một người."))


RECORD_SHEET = Act(
    about=DAY,
    name="record_sheet",
    path="ghi/",
    refuse=refuse_record_sheet,
    form=AsksSheet,
    do=record_sheet,
    button=_("Ghi danh sách ký"),
)
"""Its page is `pages/sheets.py`: what is pasted is kept by the browser, lines left out are named."""
