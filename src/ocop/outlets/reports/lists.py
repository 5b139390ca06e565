"""The tables of the reports: targets of a plan, and the records behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_tables2.data import TableData

from ocop.foundation.ui.templatetags.ui import so, status
from ocop.outlets.reports.counting import Progress, Record
from ocop.outlets.reports.labels import RISK_KINDS, RISKS
from ocop.registers.programme.rules import Bound

TARGET = {"td": {"class": "target"}}
NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}


def aim_words(one: Progress) -> str:
    """What the plan promises: «ít nhất 30», «6», «tất cả: 12», or that it is not known."""
    if one.extent.is_part:
        return "–"
    if one.value is None:
        return _("tất cả") if one.target.bound == Bound.ALL_DUE else _("chưa rõ")
    number = so(one.value)
    if one.target.bound == Bound.AT_LEAST:
        return _("ít nhất %(number)s") % {"number": number}
    if one.target.bound == Bound.ALL_DUE:
        return _("tất cả: %(number)s") % {"number": number}
    return number


def records_url(one: Progress) -> str:
    """Where the records behind a number are."""
    return reverse("reports:records", args=[*one.target.plan.address, one.target.key])


class ProgressTable(tables.Table):
    """One line for a target of the plan."""

    name = tables.Column(verbose_name=gettext_lazy("Chỉ tiêu"), accessor="target__name", attrs=TARGET)
    aim = tables.Column(verbose_name=gettext_lazy("Kế hoạch"), accessor="value", empty_values=())
    done = tables.Column(verbose_name=pgettext_lazy("progress", "Đã có"), attrs=NUMBER)
    stages = tables.Column(verbose_name=pgettext_lazy("progress", "Đang làm"), attrs=NUMBER, empty_values=())
    forecast = tables.Column(verbose_name=gettext_lazy("Dự kiến"), attrs=NUMBER, empty_values=())
    risk = tables.Column(verbose_name=gettext_lazy("Tình trạng"))
    reason = tables.Column(verbose_name=gettext_lazy("Vì sao"))

    class Meta:
        orderable = False
        attrs = {"class": "standings"}

    def render_name(self, record: Progress) -> SafeString:
        """The target, the unit it is counted in, why the forecast is what it is,
        and what is in which stage.
        """
        stages = ", ".join(f"{name} {so(number)}" for name, number in record.stages)
        return format_html(
            '{} <span class="unit">({})</span><span class="why">{}</span>{}', record.target.name,
            record.target.unit,
            record.reason, format_html('<span class="why">{}.</span>', stages) if stages else "",
        )  # fmt: skip

    def value_name(self, record: Progress) -> str:
        """The same as text."""
        return f"{record.target.name} ({record.target.unit})"

    def render_aim(self, record: Progress) -> str:
        """The number aimed at, in words."""
        return aim_words(record)

    def render_done(self, record: Progress) -> SafeString:
        """The number, leading to its records."""
        return format_html('<a href="{}">{}</a>', records_url(record), so(record.done))

    def value_done(self, record: Progress) -> Any:
        """The number alone."""
        return record.done

    def render_stages(self, record: Progress) -> str:
        """How many in all; the stages stand beside the name."""
        return so(sum(record.pipeline.values())) if record.pipeline else "–"

    def value_stages(self, record: Progress) -> str:
        """The same in one line."""
        return "; ".join(f"{number} {name}" for name, number in record.stages)

    def render_forecast(self, value: int | None) -> str:
        """The number, or that none can be told."""
        return "–" if value is None else so(value)

    def value_forecast(self, value: int | None) -> int | str:
        """The number alone."""
        return "" if value is None else value

    def render_risk(self, record: Progress) -> SafeString:
        """A chip."""
        return status(str(RISKS[record.risk]), RISK_KINDS[record.risk])

    def value_risk(self, record: Progress) -> str:
        """The word."""
        return str(RISKS[record.risk])


class RecordTable(tables.Table):
    """The records behind a number."""

    label = tables.Column(verbose_name=pgettext_lazy("record behind a number", "Tên"))
    detail = tables.Column(verbose_name=gettext_lazy("Chi tiết"))
    on = tables.DateColumn(verbose_name=gettext_lazy("Ngày"), default="–")
    amount = tables.Column(verbose_name=gettext_lazy("Số lượng"), attrs=NUMBER)

    class Meta:
        orderable = False

    def render_label(self, record: Record) -> SafeString | str:
        """The name, leading to the record."""
        return (
            format_html('<a href="{}">{}</a>', record.address, record.label)
            if record.address
            else record.label
        )

    def value_label(self, value: str) -> str:
        """The name alone."""
        return value


class Records(TableData):
    """The records behind a number, read a page at a time."""

    def __init__(self, one: Progress) -> None:
        super().__init__(one.rows)
        self.one = one

    def __len__(self) -> int:
        return self.data.count()

    def __getitem__(self, part: slice) -> list[Record]:
        return self.one.say(self.data[part])

    def __iter__(self) -> Iterator[Record]:
        return iter(self.one.say(self.data))

    def order_by(self, aliases: Any) -> None:
        """They have one order."""
