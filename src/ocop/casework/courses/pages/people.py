"""Who came: the list."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django_tables2 import Table

from ocop.casework.courses.about import course_url, find_course
from ocop.casework.courses.lists import AttendanceFilter, AttendanceTable
from ocop.casework.courses.models import Attendance
from ocop.casework.courses.permissions import refuse_teach
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView


class AttendanceList(ListView):
    """Everyone who came, one row for a person and a day; what was withdrawn stays with its reason."""

    table_class = AttendanceTable
    filterset_class = AttendanceFilter
    heading = _("Người học")
    empty_title = _("Chưa có ai trong danh sách")
    empty_text = _("Người học quét mã của ngày học, hoặc bạn ghi từ danh sách ký.")
    exporter = as_xlsx
    export_name = "nguoi-hoc"
    template_name = "courses/attendances.html"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Offices that see the course."""
        self.activity: Activity = find_course(request.who, kwargs["key"])
        self.may_change = refuse_teach(request.who, self.activity) is None
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Attendance]:
        """Of this course, with the commune and the producer."""
        rows = Attendance.objects.filter(activity=self.activity)
        return rows.select_related("place__parent__parent", "producer", "activity")

    def get_table(self, **kwargs: Any) -> Table:
        """Without the buttons where nothing may be changed, and in the spreadsheet."""
        hidden = () if self.may_change and not self.is_export else ("act",)
        return super().get_table(exclude=hidden, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the course for the way back."""
        return super().get_context_data(**kwargs) | {
            "activity": self.activity,
            "course_url": course_url(self.activity),
        }
