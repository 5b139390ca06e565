"""Who came: the list, the sheet to type in, corrections."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_tables2 import Table

from ocop.casework.support.actions import attendance as actions
from ocop.casework.support.course_lists import AttendanceFilter, AttendanceTable
from ocop.casework.support.forms.courses import CorrectionForm, SheetForm
from ocop.casework.support.models import Activity, Attendance
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.views.courses import course_of, course_url, day_of
from ocop.casework.support.views.loading import head, task
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.labels import LEFT
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.forms import ReasonForm
from ocop.foundation.ui.lists import ListView


class AttendanceList(ListView):
    """Everyone who came, one row for a person and a day; what was withdrawn stays with its reason."""

    table_class = AttendanceTable
    filterset_class = AttendanceFilter
    heading = gettext_lazy("Người học")
    empty_title = gettext_lazy("Chưa có ai trong danh sách")
    empty_text = gettext_lazy("Người học quét mã của ngày học, hoặc bạn ghi từ danh sách ký.")
    exporter = as_xlsx
    export_name = "nguoi-hoc"
    template_name = "support/attendances.html"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Offices that see the course."""
        at = timezone.now()
        self.activity: Activity = course_of(request, kwargs["key"], at)
        self.may_change = refuse_change(request.user, self.activity, at) is None
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


def record_sheet(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The signature sheet of a day, typed or pasted. A faulty line is named; nothing typed is lost."""
    at = timezone.now()
    activity = course_of(request, key, at)
    ensure(refuse_change(request.user, activity, at))
    day = day_of(activity, pk)
    ground = ground_of_province(activity.place.province, day.day)

    def make(data: Any) -> SheetForm:
        return SheetForm(data, ground=ground)

    def do(form: SheetForm) -> HttpResponse:
        added, there = actions.record_sheet(day, form.learners, by=request.user, at=at)
        messages.success(request, recorded_words(len(added), len(there)))
        if form.left_out:
            numbers = ", ".join(f"{one.row} ({LEFT[one.why]})" for one in form.left_out)
            messages.info(request, _("Để ngoài dòng %(numbers)s") % {"numbers": numbers})
        return redirect(course_url(activity))

    page = head(activity) | {"day": day, "course_url": course_url(activity)}
    return ask_kept(request, at, make, do, page, template="support/sheet.html", kind="new")


def recorded_words(added: int, there: int) -> str:
    """How many are new and how many were there."""
    text = ngettext("Đã ghi %(count)s người.", "Đã ghi %(count)s người.", added) % {"count": added}
    if not there:
        return text
    more = ngettext("%(count)s người đã có từ trước.", "%(count)s người đã có từ trước.", there) % {
        "count": there
    }
    return f"{text} {more}"


def correct(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Puts a row right."""
    at = timezone.now()
    activity = course_of(request, key, at)
    ensure(refuse_change(request.user, activity, at))
    row = get_object_or_404(
        Attendance.objects.select_related("activity__place__parent__parent"), activity=activity, pk=pk
    )
    initial = {name: getattr(row, name) for name in ("name", "group", "place", "unit")}
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        province=activity.place.province.code,
    )

    def act(data: dict[str, Any]) -> None:
        actions.correct(row, form.learner, reason=data["reason"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Sửa lượt dự học"), submit=_("Lưu"), done=_("Đã sửa."),
        onward=course_url(activity),
    )  # fmt: skip


def withdraw(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Why a row counts no more."""
    at = timezone.now()
    activity = course_of(request, key, at)
    ensure(refuse_change(request.user, activity, at))
    row = get_object_or_404(
        Attendance.objects.select_related("activity__place__parent__parent"), activity=activity, pk=pk
    )
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        actions.withdraw(row, reason=data["reason"], by=request.user, at=at)

    lead = _("%(name)s, ngày %(day)s. Lượt đã rút không được đếm nữa nhưng vẫn còn trong danh sách.") % {
        "name": row.name,
        "day": f"{row.day:%d/%m/%Y}",
    }
    return task(
        request, activity, form, act, heading=_("Rút lượt dự học"), submit=_("Rút"), done=_("Đã rút."),
        danger=True,
        lead=lead, onward=course_url(activity),
    )  # fmt: skip
