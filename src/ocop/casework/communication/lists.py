"""The lists: pages, and the press plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ocop.casework.communication.labels import (
    PRESS_STATE_KINDS,
    channel_choices,
    news_kind_choices,
    news_standing,
    news_state_choices,
    press_state_choices,
    press_state_word,
)
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import PressState
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import status

NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}


def _day(value: date | datetime) -> str:
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return date_format(local, "DATE_FORMAT")


class NewsFilter(ListFilter):
    """Search in titles and texts; by kind and state."""

    loai = django_filters.ChoiceFilter(label=_("Loại bài"), field_name="kind", choices=news_kind_choices)
    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=news_state_choices)


class NewsTable(tables.Table):
    """What a page is called, where it stands, from when it shows."""

    title = tables.Column(verbose_name=_("Tiêu đề bài"), linkify=True, attrs={"td": {"class": "long-name"}})
    kind = tables.Column(verbose_name=_("Loại bài"))
    state = tables.Column(verbose_name=_("Trạng thái"))
    publish_on = tables.Column(verbose_name=_("Ngày đăng"))
    place = tables.Column(verbose_name=_("Cơ quan viết"), order_by="place__name")
    created_at = tables.Column(verbose_name=_("Ngày viết"))

    class Meta:
        model = NewsPage
        fields = ("title", "kind", "state", "publish_on", "place", "created_at")
        order_by = "-created_at"

    def render_state(self, record: NewsPage) -> Any:
        """What it is today, as a chip."""
        return status(*news_standing(record.state, record.publish_on, timezone.localdate()))

    def value_state(self, record: NewsPage) -> str:
        """What it is today, in words."""
        return news_standing(record.state, record.publish_on, timezone.localdate())[0]

    def render_place(self, record: NewsPage) -> str:
        """Whose page it is."""
        return record.place.local_name

    def render_publish_on(self, value: date) -> str:
        """Day first."""
        return _day(value)

    def value_publish_on(self, value: date) -> date:
        """The date itself."""
        return value

    def render_created_at(self, value: datetime) -> str:
        """The day at the local clock."""
        return _day(value)


class PressFilter(ListFilter):
    """Search by words, outlet and place (old names too); by year, channel and state; what is late."""

    nam = django_filters.NumberFilter(label=_("Năm"), field_name="planned_on", lookup_expr="year")
    kenh = django_filters.ChoiceFilter(label=_("Kênh"), field_name="channel", choices=channel_choices)
    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=press_state_choices)
    han = django_filters.ChoiceFilter(
        label=_("Hạn"), method="filter_due", choices=[("qua-han", _("Quá ngày dự kiến"))]
    )

    def filter_due(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Planned for a day that has passed."""
        return queryset.filter(state=PressState.PLANNED, planned_on__lt=timezone.localdate())


class PressTable(tables.Table):
    """What, through which channel, where, when planned, when and how often done."""

    title = tables.Column(
        verbose_name=_("Nội dung truyền thông"), linkify=True, attrs={"td": {"class": "long-name"}}
    )
    channel = tables.Column(verbose_name=_("Kênh"))
    outlet = tables.Column(verbose_name=_("Đơn vị thực hiện"))
    place = tables.Column(verbose_name=_("Địa bàn"), order_by="place__name")
    planned_on = tables.Column(verbose_name=_("Ngày dự kiến"))
    state = tables.Column(verbose_name=_("Trạng thái"))
    done_on = tables.Column(verbose_name=_("Ngày thực hiện"))
    times = tables.Column(verbose_name=_("Số lần"), attrs=NUMBER)
    minutes = tables.Column(verbose_name=_("Số phút mỗi lần"), attrs=NUMBER)
    reach = tables.Column(verbose_name=_("Số bản hoặc số người"), attrs=NUMBER)
    link = tables.Column(verbose_name=_("Đường dẫn"), orderable=False)
    plan = tables.Column(verbose_name=_("Kế hoạch"), order_by="plan__year")

    class Meta:
        model = PressItem
        fields = (
            "title", "channel", "outlet", "place", "planned_on", "state", "done_on", "times", "minutes",
            "reach",
            "link", "plan",
        )  # fmt: skip
        order_by = "-planned_on"

    def render_title(self, value: str, record: PressItem) -> Any:
        """What it says, and who does it."""
        link = format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)
        if not record.outlet:
            return link
        return format_html('<span>{}<br><span class="muted">{}</span></span>', link, record.outlet)

    def value_title(self, value: str) -> str:
        """The words alone."""
        return value

    def render_place(self, record: PressItem) -> str:
        """Kind and name."""
        return record.place.local_name

    def render_planned_on(self, value: date) -> str:
        """Day first."""
        return _day(value)

    def render_done_on(self, value: date) -> str:
        """Day first."""
        return _day(value)

    def value_planned_on(self, value: date) -> date:
        """The date itself."""
        return value

    def value_done_on(self, value: date) -> date:
        """The date itself."""
        return value

    def render_state(self, record: PressItem) -> Any:
        """The state as a chip; late where its day has passed; under what is done, when and how often."""
        is_late = record.is_late(timezone.localdate())
        chip = status(
            self.value_state(record), "bad" if is_late else PRESS_STATE_KINDS[PressState(record.state)]
        )
        if record.done_on is None:
            return chip
        times = ngettext("%(n)s lần", "%(n)s lần", record.times or 0) % {"n": record.times}
        return format_html(
            '<span>{}<br><span class="muted">{} · {}</span></span>', chip, _day(record.done_on), times
        )

    def value_state(self, record: PressItem) -> str:
        """The state in words."""
        if record.is_late(timezone.localdate()):
            return str(_("Quá ngày dự kiến"))
        return press_state_word(record.state)
