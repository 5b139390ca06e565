"""The lists of councils and of meetings."""

from __future__ import annotations

import django_filters
import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.labels import (
    MEETING_KINDS,
    meeting_kind_choices,
    meeting_state_choices,
    meeting_state_name,
)
from ocop.casework.review.models import Council, Meeting
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.states import MeetingState
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import gio, ngay, status

KINDS_OF_STATES = {
    MeetingState.PLANNED: "info",
    MeetingState.POSTPONED: "warn",
    MeetingState.OPEN: "wait",
    MeetingState.CLOSED: "ok",
    MeetingState.CANCELLED: "bad",
}


class MeetingFilter(ListFilter):
    """Search by title, venue and council; by state and kind."""

    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=meeting_state_choices
    )
    hinh_thuc = django_filters.ChoiceFilter(
        label=_("Hình thức"), field_name="kind", choices=meeting_kind_choices
    )


class MeetingTable(tables.Table):
    """Meetings with how many products they have."""

    title = tables.Column(verbose_name=_("Phiên họp"))
    starts_at = tables.Column(verbose_name=_("Bắt đầu"))
    kind = tables.Column(verbose_name=_("Hình thức"))
    products = tables.Column(
        verbose_name=_("Sản phẩm"), attrs={"td": {"class": "number"}, "th": {"class": "number"}}
    )
    state = tables.Column(verbose_name=_("Trạng thái"))
    minutes_no = tables.Column(verbose_name=_("Biên bản"))

    class Meta:
        model = Meeting
        fields = ("title", "starts_at", "kind", "products", "state", "minutes_no")
        order_by = "-starts_at"

    def render_title(self, record: Meeting) -> str:
        """A link with the council beneath."""
        return format_html(
            '<a href="{}">{}</a><br><small class="muted">{}</small>',
            record.get_absolute_url(), record.title, record.council.name,
        )  # fmt: skip

    def value_title(self, record: Meeting) -> str:
        """The title alone, for the spreadsheet."""
        return record.title

    def render_starts_at(self, record: Meeting) -> str:
        """Hour and day."""
        return gio(record.starts_at)

    def render_kind(self, record: Meeting) -> object:
        """In words."""
        return MEETING_KINDS[MeetingKind(record.kind)]

    def render_state(self, record: Meeting) -> str:
        """A chip."""
        return status(meeting_state_name(record.state), KINDS_OF_STATES[MeetingState(record.state)])

    def value_state(self, record: Meeting) -> str:
        """The word alone, for the spreadsheet."""
        return meeting_state_name(record.state)


class CouncilTable(tables.Table):
    """Councils with their term."""

    name = tables.Column(verbose_name=_("Hội đồng"))
    established_by = tables.Column(verbose_name=_("Quyết định thành lập"), orderable=False)
    starts_on = tables.Column(verbose_name=_("Từ ngày"))
    ends_on = tables.Column(verbose_name=_("Đến hết ngày"))
    people = tables.Column(
        verbose_name=_("Thành viên"), attrs={"td": {"class": "number"}, "th": {"class": "number"}}
    )

    class Meta:
        model = Council
        fields = ("name", "established_by", "starts_on", "ends_on", "people")
        order_by = "-starts_on"

    def render_name(self, record: Council) -> str:
        """A link."""
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), record.name)

    def value_name(self, record: Council) -> str:
        """The name alone, for the spreadsheet."""
        return record.name

    def render_starts_on(self, record: Council) -> str:
        """The day."""
        return ngay(record.starts_on)

    def render_ends_on(self, record: Council) -> str:
        """The day."""
        return ngay(record.ends_on)
