"""The list of those who learned at a course."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.models import Attendance
from ocop.casework.support.labels import GROUPS, VIAS, group_choices
from ocop.foundation.places.labels import kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import status


class AttendanceFilter(ListFilter):
    """By words, day and group."""

    ngay = django_filters.DateFilter(
        label=_("Ngày"), field_name="day", input_formats=["%d/%m/%Y", "%Y-%m-%d"]
    )
    nhom = django_filters.ChoiceFilter(label=_("Nhóm"), field_name="group", choices=group_choices)
    rut = django_filters.ChoiceFilter(
        label=_("Lượt"), method="filter_standing", choices=[("con", _("được đếm")), ("rut", _("đã rút"))]
    )

    def filter_standing(self, queryset: QuerySet[Attendance], name: str, value: str) -> QuerySet[Attendance]:
        """Those that count, or those that were withdrawn."""
        return queryset.filter(withdrawn_at__isnull=value == "con")


def _counts(withdrawn_at: datetime | None, reason: str) -> str:
    """Whether it counts; why not."""
    if withdrawn_at is None:
        return _now("được đếm")
    return _now("đã rút: %(reason)s") % {"reason": reason}


class AttendanceTable(tables.Table):
    """A person and a day."""

    name = tables.Column(verbose_name=_("Họ và tên"), attrs={"td": {"class": "long-name"}})
    day = DayColumn(verbose_name=_("Ngày"))
    group = tables.Column(verbose_name=_("Nhóm"))
    place = tables.Column(verbose_name=_("Xã, phường"), order_by=("place__name",))
    unit = tables.Column(verbose_name=_("Chủ thể hoặc cơ quan"))
    via = tables.Column(verbose_name=_("Ghi bằng"))
    withdrawn_reason = tables.Column(verbose_name=_("Được đếm"), empty_values=(), orderable=False)
    act = tables.Column(verbose_name=_("Sửa"), empty_values=(), orderable=False, exclude_from_export=True)

    class Meta:
        model = Attendance
        fields = ("name", "day", "group", "place", "unit", "via", "withdrawn_reason", "act")
        order_by = ("-day", "name")

    cells: ClassVar = {
        "group": Cell(("group",), each=lambda group: str(GROUPS.get(group, group))),
        "via": Cell(("via",), each=lambda via: str(VIAS.get(via, via))),
        "place": Cell(("place__kind", "place__name"), each=kind_and_name),
        "unit": Cell(("unit",)),
        "withdrawn_reason": Cell(("withdrawn_at", "withdrawn_reason"), each=_counts),
    }

    def render_group(self, value: str, record: Attendance) -> Any:
        """In words."""
        return GROUPS.get(record.group, record.group)  # type: ignore[call-overload]

    def render_via(self, value: str, record: Attendance) -> Any:
        """In words."""
        return VIAS.get(record.via, record.via)  # type: ignore[call-overload]

    def render_unit(self, value: str, record: Attendance) -> Any:
        """The producer where it is known which one, else as it was written."""
        if record.producer is None:
            return value
        return format_html('<a href="{}">{}</a>', record.producer.get_absolute_url(), record.producer.name)

    def value_unit(self, record: Attendance) -> str:
        """As it was written."""
        return record.unit

    def render_withdrawn_reason(self, record: Attendance) -> Any:
        """Whether it counts; why not."""
        if record.withdrawn_at is None:
            return status(_now("được đếm"), "ok")
        return format_html("{} {}", status(_now("đã rút"), "warn"), record.withdrawn_reason)

    def value_withdrawn_reason(self, record: Attendance) -> str:
        """The same for the spreadsheet."""
        return _counts(record.withdrawn_at, record.withdrawn_reason)

    def render_act(self, record: Attendance) -> Any:
        """Put right, withdraw."""
        if record.withdrawn_at is not None:
            return "—"
        arguments = [record.activity.key, record.pk]
        return format_html(
            '<span><a href="{}">{}</a> · <a href="{}">{}</a></span>',
            reverse("courses:correct_attendance", args=arguments),
            _now("Sửa"),
            reverse("courses:withdraw_attendance", args=arguments),
            _now("Rút"),
        )
