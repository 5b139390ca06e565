"""The lists: pages, and the press plan."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ocop.casework.communication.labels import (
    PRESS_STATE_KINDS,
    RECORDING_STATE_KINDS,
    TONGUES,
    TOPICS,
    channel_choices,
    news_kind_choices,
    news_state_choices,
    news_status,
    press_state_choices,
    press_state_word,
    recording_state_choices,
    recording_state_word,
    tongue_choices,
    topic_choices,
)
from ocop.casework.communication.models import NewsPage, PressItem, Recording
from ocop.casework.communication.rules import PressState, RecordingState, Tongue, Topic
from ocop.foundation.places.labels import local_kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StateColumn, two_lines
from ocop.foundation.ui.lists import ListFilter, YearFilter
from ocop.foundation.ui.templatetags.ui import ngay, status


class NewsFilter(ListFilter):
    """Search in titles and texts; by kind and state."""

    loai = django_filters.ChoiceFilter(label=_("Loại bài"), field_name="kind", choices=news_kind_choices)
    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=news_state_choices)


def _news_state(page: NewsPage) -> tuple[Any, str]:
    return news_status(page.state, page.publish_on, timezone.localdate())


def _news_word(state: str, publish_on: date | None) -> str:
    return str(news_status(state, publish_on, timezone.localdate())[0])


class NewsTable(tables.Table):
    """What a page is called, where it stands, from when it shows."""

    title = LinkedColumn(verbose_name=_("Tiêu đề bài"))
    kind = tables.Column(verbose_name=_("Loại bài"))
    state = StateColumn(_news_state, verbose_name=_("Trạng thái"))
    publish_on = DayColumn(verbose_name=_("Ngày đăng"))
    place = tables.Column(verbose_name=_("Cơ quan viết"), order_by="place__name")
    created_at = DayColumn(verbose_name=_("Ngày viết"))

    class Meta:
        model = NewsPage
        fields = ("title", "kind", "state", "publish_on", "place", "created_at")
        order_by = "-created_at"

    cells: ClassVar = {
        "state": Cell(("state", "publish_on"), each=_news_word),
        "place": Cell(("place__kind", "place__name"), each=local_kind_and_name),
    }

    def render_place(self, record: NewsPage) -> str:
        """Whose page it is."""
        return record.place.local_name


class PressFilter(ListFilter):
    """Search by words, outlet and place (old names too); by year, channel and state; what is late."""

    nam = YearFilter(label=_("Năm"), field_name="planned_on", lookup_expr="year")
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

    title = LinkedColumn(verbose_name=_("Nội dung truyền thông"), under=lambda item: item.outlet)
    channel = tables.Column(verbose_name=_("Kênh"))
    outlet = tables.Column(verbose_name=_("Đơn vị thực hiện"))
    place = tables.Column(verbose_name=_("Địa bàn"), order_by="place__name")
    planned_on = DayColumn(verbose_name=_("Ngày dự kiến"))
    state = tables.Column(verbose_name=_("Trạng thái"))
    done_on = DayColumn(verbose_name=_("Ngày thực hiện"))
    times = NumberColumn(verbose_name=_("Số lần"))
    minutes = NumberColumn(verbose_name=_("Số phút mỗi lần"))
    reach = NumberColumn(verbose_name=_("Số bản hoặc số người"))
    link = tables.Column(verbose_name=_("Đường dẫn"), orderable=False)
    plan = tables.Column(verbose_name=_("Kế hoạch"), order_by="plan__year")

    class Meta:
        model = PressItem
        fields = (
            "title",
            "channel",
            "outlet",
            "place",
            "planned_on",
            "state",
            "done_on",
            "times",
            "minutes",
            "reach",
            "link",
            "plan",
        )
        order_by = "-planned_on"

    def render_place(self, record: PressItem) -> str:
        """Kind and name."""
        return record.place.local_name

    def render_state(self, record: PressItem) -> Any:
        """The state as a chip; late where its day has passed; under what is done, when and how often."""
        is_late = record.is_late(timezone.localdate())
        chip = status(
            self.value_state(record), "bad" if is_late else PRESS_STATE_KINDS[PressState(record.state)]
        )
        if record.done_on is None:
            return chip
        times = ngettext("%(n)s lần", "%(n)s lần", record.times or 0) % {"n": record.times}
        return two_lines(chip, f"{ngay(record.done_on)} · {times}")

    def value_state(self, record: PressItem) -> str:
        """The state in words."""
        if record.is_late(timezone.localdate()):
            return str(_("Quá ngày dự kiến"))
        return press_state_word(record.state)


class RecordingFilter(ListFilter):
    """Search in names and words; by topic, language and state."""

    ve = django_filters.ChoiceFilter(label=_("Nói về việc gì"), field_name="topic", choices=topic_choices)
    tieng = django_filters.ChoiceFilter(label=_("Tiếng nói"), field_name="language", choices=tongue_choices)
    buoc = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=recording_state_choices
    )


def _recording_state(recording: Recording) -> tuple[Any, str]:
    state = RecordingState(recording.state)
    return recording_state_word(state), RECORDING_STATE_KINDS[state]


class RecordingTable(tables.Table):
    """What is explained in which language, where it stands, whose it is."""

    title = LinkedColumn(verbose_name=_("Tên bản ghi âm"))
    topic = tables.Column(verbose_name=_("Nói về việc gì"))
    language = tables.Column(verbose_name=_("Tiếng nói"))
    state = StateColumn(_recording_state, verbose_name=_("Trạng thái"))
    place = tables.Column(verbose_name=_("Cơ quan tải lên"), order_by="place__name")
    created_at = DayColumn(verbose_name=_("Ngày tải lên"))

    class Meta:
        model = Recording
        fields = ("title", "topic", "language", "state", "place", "created_at")
        order_by = "-created_at"

    cells: ClassVar = {
        "topic": Cell(("topic",), each=lambda topic: str(TOPICS[Topic(topic)])),
        "language": Cell(("language",), each=lambda tongue: TONGUES[Tongue(tongue)]),
        "state": Cell(("state",), each=recording_state_word),
        "place": Cell(("place__kind", "place__name"), each=local_kind_and_name),
    }

    def render_place(self, record: Recording) -> str:
        """Whose recording it is."""
        return record.place.local_name
