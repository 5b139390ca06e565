"""The signature sheet of a day as a table: its template, what was read, saving it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.support.actions import attendance as actions
from ocop.casework.support.forms.courses import AttendanceTableForm
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.rules.learners import learners_of
from ocop.casework.support.rules.people import Group
from ocop.casework.support.views.attendance import recorded_words
from ocop.casework.support.views.courses import course_of, course_url, day_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.refusals import ensure
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.kernel.tables import ATTENDANCE, ReadRow, TableRead

EXAMPLE = {"name": "Lý Thị Mỷ", "place": "Bản Lầu", "unit": "HTX Dứa Bản Lầu", "group": "Chủ thể"}


class AttendanceTable(TableImport):
    """Who came on a day, from a table."""

    kind = ATTENDANCE
    form_class = AttendanceTableForm

    def prepare(self, request: PersonRequest, key: UUID, pk: int) -> dict[str, Any]:
        """The day of a course that the person may change."""
        activity = course_of(request, key, self.at)
        ensure(refuse_change(request.user, activity, self.at))
        self.day = day_of(activity, pk)
        self.about, self.owner = f"day:{self.day.pk}", f"place:{activity.place_id}"
        self.places = ground_of_province(activity.place.province, self.day.day)
        words = {"day": f"{self.day.day:%d/%m/%Y}"}
        return {
            "heading": _("Ghi danh sách ký ngày %(day)s từ bảng") % words,
            "back_url": course_url(activity),
            "back_words": activity.name,
            "template_url": reverse("support:sheet_template", args=[activity.key]),
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
        added, there = actions.record_sheet(self.day, learners_of(rows, Group(self._group)), by=by, at=at)
        return recorded_words(len(added), len(there))


@require_safe
def sheet_template(request: PersonRequest, key: UUID) -> HttpResponse:
    """The workbook to fill in."""
    at = timezone.now()
    activity = course_of(request, key, at)
    communes = communes_of(activity.place.province, timezone.localdate(at))
    columns = columns_of(ATTENDANCE, keys=("name", "place", "unit", "group"),
                         choices={"place": [f"{one.kind} {one.name}" for one in communes],
                                  "group": ["Chủ thể", "Cán bộ"]})  # fmt: skip
    return workbook(template(_("Danh sách dự học"), columns, example=EXAMPLE), "danh-sach-du-hoc.xlsx")
