"""What forms of several acts share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import own_places
from ocop.casework.communication.labels import (
    channel_choices,
    news_kind_choices,
    tongue_choices,
    topic_choices,
)
from ocop.casework.communication.permissions import refuse_note
from ocop.casework.communication.rules import NewsKind, Tongue, Topic
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Asks
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.kernel.text import vietnamese_key
from ocop.registers.programme.models import Plan, Task

EVIDENCE = ("pdf", "image", "mp4")


class AsksWords(Asks):
    """What a page says."""

    kind = forms.ChoiceField(label=_("Loại bài"), widget=RadioCards, initial=NewsKind.NEWS.value)
    title = TextField(label=_("Tiêu đề bài"), max_length=200)
    summary = TextField(
        label=_("Tóm tắt"),
        max_length=300,
        required=False,
        lines=2,
        help_text=_("Một, hai câu, hiện trong danh sách."),
    )
    body = TextField(
        label=_("Nội dung"),
        lines=16,
        max_length=30_000,
        help_text=_(
            "Cách một dòng trống là đoạn mới. Đầu dòng: ## là đề mục, - là gạch đầu dòng, 1. là đánh số. "
            "**chữ đậm**, [chữ](địa chỉ) là đường dẫn, [ảnh 1] ở dòng riêng là chỗ đặt ảnh."
        ),
    )
    title_en = TextField(label=_("Tiêu đề tiếng Anh"), max_length=200, required=False)
    summary_en = TextField(label=_("Tóm tắt tiếng Anh"), max_length=300, required=False, lines=2)
    body_en = TextField(label=_("Nội dung tiếng Anh"), max_length=30_000, required=False, lines=10)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = news_kind_choices()  # type: ignore[attr-defined]


class AsksDay(Asks):
    """From which day the page shows."""

    publish_on = DateField(label=_("Ngày đăng"), help_text=_("Ngày sau hôm nay: trang tự hiện từ ngày đó."))

    def known(self) -> Mapping[str, Any]:
        """The day it has; else today."""
        return {"publish_on": self.thing.publish_on or timezone.localdate(self.who.at)}


class AsksSpoken(Asks):
    """What a recording explains, in which language, and its words in Vietnamese."""

    topic = forms.ChoiceField(label=_("Nói về việc gì"))
    language = forms.ChoiceField(label=_("Tiếng nói"), widget=RadioCards)
    title = TextField(label=_("Tên bản ghi âm"), max_length=200)
    transcript = TextField(
        label=_("Lời ghi bằng tiếng Việt"),
        lines=10,
        max_length=10_000,
        help_text=_("Bản ghi âm nói gì, từng câu. Tiếng khác thì ghi lời dịch."),
    )

    gives = frozenset({"topic", "language", "title", "transcript"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["topic"].choices, fields["language"].choices = topic_choices(), tongue_choices()

    def spoken(self) -> dict[str, Any]:
        """The answers, as acts take them."""
        said = self.cleaned_data
        return {
            "topic": Topic(said["topic"]),
            "language": Tongue(said["language"]),
            "title": said["title"],
            "transcript": said["transcript"],
        }


class PlaceChoice(forms.ModelChoiceField):
    """A place by its name in the language of the page."""

    def label_from_instance(self, obj: Place) -> str:
        """The name with the district it lies in, where there is one."""
        above = obj.parent
        return (
            f"{obj.local_name}, {above.local_name}"
            if above and above.level == Level.DISTRICT
            else obj.local_name
        )


class AsksLine(Asks):
    """What is to be told where, through what, when, for a task of the plan where there is a plan."""

    title = TextField(
        label=_("Nội dung truyền thông"), max_length=200, help_text=_("Ví dụ: Giới thiệu đợt đánh giá 2.")
    )
    channel = forms.ChoiceField(label=_("Kênh"))
    outlet = TextField(
        label=_("Đơn vị thực hiện"),
        max_length=200,
        required=False,
        help_text=_("Tên đài, báo, trang; ai phát, ai in."),
    )
    place = PlaceChoice(label=_("Địa bàn"), queryset=Place.objects.none(), empty_label=None)
    planned_on = DateField(label=_("Ngày dự kiến"))
    task = forms.ModelChoiceField(
        label=_("Nhiệm vụ của kế hoạch"),
        queryset=Task.objects.none(),
        required=False,
        empty_label=_("Không gắn nhiệm vụ"),
    )
    note = TextField(label=_("Ghi chú"), lines=3, max_length=1000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        place, own = fields["place"], [one.pk for one in self.places]
        fields["channel"].choices = channel_choices()
        place.queryset = Place.objects.filter(pk__in=own).select_related("parent")
        place.choices = [(one.pk, place.label_from_instance(one)) for one in self.places]
        if self.plan is None:
            del self.fields["task"]
        else:
            fields["task"].queryset = self.plan.tasks.filter(in_force=True)

    @property
    def plan(self) -> Plan | None:
        """The plan for which the line is."""
        raise NotImplementedError

    @property
    def places(self) -> list[Place]:
        """Where the line may be."""
        raise NotImplementedError


def places_open_to(who: Who, plan: Plan | None) -> list[Place]:
    """The places that a form offers: of the plan's year, and only those for which the person may plan."""
    return [one for one in _places_of(who, plan) if refuse_note(who, one) is None]


def _places_of(who: Who, plan: Plan | None) -> list[Place]:
    """The offices' own places and what lies inside, as they stood in the year of the plan."""
    on = timezone.localdate(who.at)
    day = on if plan is None or plan.year == on.year else plan.last_day
    standing = Place.objects.existing_on(day).select_related("parent__parent")
    roots = [plan.place] if plan else own_places(who)
    inside = Q(pk__in=[one.pk for one in roots])
    for step in ("parent", "parent__parent"):
        inside |= Q(**{f"{step}__in": roots})
    order = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
    return sorted(
        standing.filter(inside), key=lambda one: (order[Level(one.level)], vietnamese_key(one.name))
    )
