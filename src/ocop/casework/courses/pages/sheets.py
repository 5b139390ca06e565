"""The signature sheet of a day: typed, pasted, or as a table with its template."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ocop.casework.courses import acts
from ocop.casework.courses.about import course_url, find_course, find_day, see_course
from ocop.casework.courses.acts.record_sheet import AsksSheet
from ocop.casework.courses.forms import AttendanceTableForm
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.rules.learners import learners_of
from ocop.casework.support.about import head_of
from ocop.casework.support.rules.people import Group
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.refusals import ensure
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.labels import LEFT
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.foundation.ui.asking import ask_kept
from ocop.kernel.tables import ATTENDANCE, ReadRow, TableRead

EXAMPLE = {"name": "Lý Thị Mỷ", "place": "Bản Lầu", "unit": "HTX Dứa Bản Lầu", "group": "Chủ thể"}


def _day(request: PersonRequest, key: UUID, pk: int) -> CourseDay:
    """The day of a course that the person may change."""
    day = find_day(request.who, key, pk)
    see_course(request.who, day.activity)
    ensure(acts.RECORD_SHEET.refuse(request.who, day))
    return day


def record_sheet(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The signature sheet of a day, typed or pasted. A faulty line is named; nothing typed is lost."""
    who, day = request.who, _day(request, key, pk)
    onward = course_url(day.activity)

    def make(data: Any) -> AsksSheet:
        return AsksSheet(data, who=who, thing=day)

    def do(form: AsksSheet) -> HttpResponse:
        added, there = acts.record_sheet(day, **form.given(), by=request.user, at=who.at)
        messages.success(request, recorded_words(len(added), len(there)))
        if form.left_out:
            numbers = ", ".join(f"{one.row} ({LEFT[one.why]})" for one in form.left_out)
            messages.info(request, _("Để ngoài dòng %(numbers)s") % {"numbers": numbers})
        return redirect(onward)

    page = head_of(day.activity) | {"day": day, "course_url": onward}
    return ask_kept(request, who.at, make, do, page, template="courses/sheet.html", kind="new")


def recorded_words(added: int, there: int) -> str:
    """How many are new and how many were there."""
    text = ngettext("Đã ghi %(count)s người.", "Đã ghi %(count)s người.", added) % {"count": added}
    if not there:
        return text
    more = ngettext("%(count)s người đã có từ trước.", "%(count)s người đã có từ trước.", there) % {
        "count": there
    }
    return f"{text} {more}"


class AttendanceTable(TableImport):
    """Who came on a day, from a table."""

    kind = ATTENDANCE
    form_class = AttendanceTableForm

    def prepare(self, request: PersonRequest, key: UUID, pk: int) -> dict[str, Any]:
        """The day of a course that the person may change."""
        self.day = _day(request, key, pk)
        activity = self.day.activity
        self.about, self.owner = f"day:{self.day.pk}", f"place:{activity.place_id}"
        self.places = ground_of_province(activity.place.province, self.day.day)
        words = {"day": f"{self.day.day:%d/%m/%Y}"}
        return {
            "heading": _("Ghi danh sách ký ngày %(day)s từ bảng") % words,
            "back_url": course_url(activity),
            "back_words": activity.name,
            "template_url": reverse("courses:sheet_template", args=[activity.key]),
        }

    def look(self, found: TableRead) -> None:
        """Rows without a group get the one chosen for the table."""
        for row in found.rows:
            row.values["group"] = row.values.get("group") or self._group

    @property
    def _group(self) -> str:
        return (
            str(self.file.options.get("group") or Group.PRODUCER.value) if self.file else Group.PRODUCER.value
        )

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """Everybody of the table, or nobody."""
        learners = learners_of(rows, Group(self._group))
        added, there = acts.record_sheet(self.day, learners, by=by, at=at)
        return recorded_words(len(added), len(there))


@require_safe
def sheet_template(request: PersonRequest, key: UUID) -> HttpResponse:
    """The workbook to fill in."""
    activity = find_course(request.who, key)
    communes = communes_of(activity.place.province, timezone.localdate(request.who.at))
    columns = columns_of(ATTENDANCE, keys=("name", "place", "unit", "group"),
                         choices={"place": [f"{one.kind} {one.name}" for one in communes],
                                  "group": ["Chủ thể", "Cán bộ"]})  # fmt: skip
    return workbook(template(_("Danh sách dự học"), columns, example=EXAMPLE), "danh-sach-du-hoc.xlsx")
