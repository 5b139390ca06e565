"""Forms of the writers' and planners' pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.labels import channel_choices, news_kind_choices
from ocop.casework.communication.rules import NewsKind
from ocop.foundation.documents.forms import UploadField, UploadsField
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.ui.forms import DateField, Form, RadioCards, TextField
from ocop.kernel.text import vietnamese_key
from ocop.registers.programme.models import Plan, Task

EVIDENCE = ("pdf", "image", "mp4")


class NewsForm(Form):
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

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = news_kind_choices()  # type: ignore[attr-defined]
        if not is_new:
            del self.fields["kind"]


class PublishForm(Form):
    """From which day the page shows."""

    publish_on = DateField(label=_("Ngày đăng"), help_text=_("Ngày sau hôm nay: trang tự hiện từ ngày đó."))


class PictureForm(Form):
    """Pictures and what stands under them."""

    upload = UploadsField(label=_("Ảnh"), kinds=["image"])
    caption = TextField(
        label=_("Chú thích"),
        max_length=200,
        help_text=_("Ảnh chụp gì, ở đâu; người không nhìn được ảnh nghe dòng này."),
    )


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


class PressForm(Form):
    """What is to be told where, through what, when."""

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

    def __init__(self, *args: Any, plan: Plan | None, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["channel"].choices = channel_choices()
        fields["place"].queryset = Place.objects.filter(pk__in=[one.pk for one in places]).select_related(
            "parent"
        )
        fields["place"].choices = [(one.pk, fields["place"].label_from_instance(one)) for one in places]
        if plan is None:
            del self.fields["task"]
        else:
            fields["task"].queryset = plan.tasks.filter(in_force=True)


class ResultForm(Form):
    """What was carried out, and what shows it."""

    done_on = DateField(label=_("Thực hiện từ ngày"))
    done_until = DateField(
        label=_("Đến ngày"), required=False, help_text=_("Chỉ ghi khi kéo dài nhiều ngày.")
    )
    times = forms.IntegerField(
        label=_("Số lần"), min_value=1, max_value=100_000, help_text=_("Số lần phát, số kỳ, số buổi.")
    )
    minutes = forms.IntegerField(label=_("Số phút mỗi lần"), min_value=1, max_value=10_000, required=False)
    reach = forms.IntegerField(
        label=_("Số bản hoặc số người"), min_value=1, max_value=100_000_000, required=False,
        help_text=_("Số tờ rơi, số người dự, số lượt xem."),
    )  # fmt: skip
    link = TextField(
        label=_("Đường dẫn"), max_length=500, required=False, help_text=_("Địa chỉ bài báo, bản phát lại.")
    )
    upload = UploadField(label=_("Minh chứng"), kinds=EVIDENCE, required=False)


class EvidenceForm(Form):
    """More scans or photographs."""

    upload = UploadsField(label=_("Minh chứng"), kinds=EVIDENCE)
    title = TextField(label=_("Tên minh chứng"), max_length=200, required=False)


def places_of(plan: Plan | None, offices: list[Place], on: date) -> list[Place]:
    """Where a line may be: the offices' own places and what lies inside,
    as they stood in the year of the plan.
    """
    day = on if plan is None or plan.year == on.year else plan.last_day
    standing = Place.objects.existing_on(day).select_related("parent__parent")
    roots = [plan.place] if plan else offices
    inside = Q(pk__in=[one.pk for one in roots])
    for step in ("parent", "parent__parent"):
        inside |= Q(**{f"{step}__in": roots})
    order = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
    return sorted(
        standing.filter(inside), key=lambda one: (order[Level(one.level)], vietnamese_key(one.name))
    )
