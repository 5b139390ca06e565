"""Forms about a plan as a whole: its head, issuing, copying, amending, papers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.forms import UploadField, UploadsField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import DateField, Form, ReasonField, TextField
from ocop.registers.programme.models import Frame
from ocop.registers.programme.rules import FIRST_YEAR


class ProvinceField(forms.ModelChoiceField):
    """A province of the programme, today's or one that it took over."""

    def label_from_instance(self, obj: Place) -> str:
        """With the last day of one that is gone; two bear the same name."""
        if obj.valid_to is None:
            return obj.local_name
        return str(_("%(place)s (đến %(day)s)")) % {
            "place": obj.local_name, "day": date_format(obj.valid_to, "DATE_FORMAT"),
        }  # fmt: skip


class YearField(forms.TypedChoiceField):
    """A year of the programme, at most the next one; asked anew each time a form is made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=int, choices=years, **options)


def years() -> list[tuple[int, str]]:
    """Next year first."""
    return [(year, str(year)) for year in range(timezone.localdate().year + 1, FIRST_YEAR - 1, -1)]


class PlanHeadForm(Form):
    """Name, frame and note of a draft."""

    name = TextField(label=_("Tên kế hoạch"), max_length=300)
    frame = forms.ModelChoiceField(
        Frame.objects.none(), label=_("Thuộc đề án"), required=False, empty_label=_("Không thuộc đề án nào")
    )
    note = TextField(label=_("Ghi chú"), required=False, lines=3, max_length=2000)

    def __init__(self, *args: Any, provinces: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        frame: Any = self.fields["frame"]
        frame.queryset = Frame.objects.filter(place__in=provinces)


class PlanForm(PlanHeadForm):
    """A new plan."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    year = YearField(label=_("Năm"))
    field_order = ("place", "year", "name", "frame", "note")

    def __init__(self, *args: Any, provinces: list[Place], **options: Any) -> None:
        super().__init__(*args, provinces=provinces, **options)
        place: Any = self.fields["place"]
        place.queryset = Place.objects.filter(pk__in=[one.pk for one in provinces])


class CopyForm(Form):
    """The plan of another year, begun from this one."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    year = YearField(label=_("Năm mới"))
    name = TextField(label=_("Tên kế hoạch mới"), max_length=300)

    def __init__(self, *args: Any, provinces: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        place: Any = self.fields["place"]
        place.queryset = Place.objects.filter(pk__in=[one.pk for one in provinces])


class FrameForm(Form):
    """A project of several years."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    name = TextField(label=_("Tên đề án"), max_length=200)
    number = TextField(label=_("Số, ký hiệu"), max_length=60, required=False)
    first_year = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100, widget=forms.TextInput)
    last_year = forms.IntegerField(label=_("Đến năm"), min_value=2000, max_value=2100, widget=forms.TextInput)
    note = TextField(label=_("Ghi chú"), required=False, lines=3, max_length=2000)

    def __init__(self, *args: Any, provinces: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        place: Any = self.fields["place"]
        place.queryset = Place.objects.filter(pk__in=[one.pk for one in provinces])


class IssueForm(Form):
    """Number, day and signer as on the paper."""

    number = TextField(
        label=_("Số, ký hiệu"), max_length=60, required=False, help_text=_("Ví dụ: 100/KH-UBND")
    )
    issued_on = DateField(label=_("Ngày ban hành"), required=False)
    signer_title = TextField(label=_("Chức vụ người ký"), max_length=120, required=False)
    signer_name = TextField(label=_("Họ tên người ký"), max_length=120, required=False)
    upload = UploadField(label=_("Bản điện tử"), kinds=["pdf", "docx"], required=False)
    is_partly_known = forms.BooleanField(
        label=_("Chỉ biết một phần"),
        required=False,
        help_text=_(
            "Dùng cho kế hoạch của năm đã qua khi không còn đủ thông tin. Trang kế hoạch sẽ ghi rõ chỗ thiếu."
        ),
    )


class AmendForm(Form):
    """The paper that amends."""

    number = TextField(label=_("Văn bản điều chỉnh: số, ký hiệu"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    reason = TextField(label=_("Lý do điều chỉnh"), lines=2, max_length=1000)


class AttachForm(Form):
    """Files with their name."""

    title = TextField(label=_("Tên văn bản"), max_length=200)
    upload = UploadsField(label=_("Tệp"))


class ReasonForm(Form):
    """Why."""

    reason = ReasonField(lines=2, max_length=300)
