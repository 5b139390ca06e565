"""Forms for a council: its papers, working rules, members, meetings."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.forms.people import PersonField
from ocop.casework.review.labels import (
    agency_choices,
    function_choices,
    meeting_kind_choices,
    minimum_rule_choices,
    rounding_choices,
    self_score_choices,
)
from ocop.casework.review.rules import Agency, Function, MeetingKind, MinimumRule, Rounding, SelfScore
from ocop.foundation.ui.forms import DateField, Form, NumberField, RadioCards, TextField
from ocop.registers.programme.models import Round


class EstablishForm(Form):
    """A council with its two decisions."""

    name = TextField(label=_("Tên hội đồng"), max_length=200)
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    established_no = TextField(label=_("Số quyết định thành lập hội đồng"), max_length=60)
    established_on = DateField(label=_("Ngày quyết định thành lập hội đồng"))
    team_no = TextField(label=_("Số quyết định thành lập tổ tư vấn"), max_length=60)
    team_on = DateField(label=_("Ngày quyết định thành lập tổ tư vấn"))
    starts_on = DateField(label=_("Hoạt động từ ngày"))
    ends_on = DateField(label=_("Đến hết ngày"), required=False)


class RulesForm(Form):
    """One version of the working rules, as the paper says."""

    paper_no = TextField(label=_("Số văn bản ban hành quy chế"), max_length=60)
    issued_on = DateField(label=_("Ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    effective_on = DateField(label=_("Có hiệu lực từ ngày"))
    quorum_numerator = forms.IntegerField(
        label=_("Số thành viên phải có mặt: tử số"),
        min_value=1,
        max_value=99,
        help_text=_("Ví dụ 3 trong “3/4”."),
    )
    quorum_denominator = forms.IntegerField(
        label=_("Số thành viên phải có mặt: mẫu số"),
        min_value=1,
        max_value=99,
        help_text=_("Ví dụ 4 trong “3/4”."),
    )
    quorum_least = forms.IntegerField(label=_("Và không dưới bao nhiêu người"), min_value=1, max_value=99)
    chair_must_attend = forms.BooleanField(label=_("Chủ tịch hội đồng phải dự"), required=False, initial=True)
    spread_limit = NumberField(
        label=_("Chênh lệch điểm tối đa giữa các phiếu"), min_value=0, max_value=100, max_digits=5,
        decimal_places=2,
        initial="10", help_text=_("Đúng bằng mức này chưa phải chấm lại."),
    )  # fmt: skip
    minimum = forms.ChoiceField(
        label=_("Tiêu chí có yêu cầu tối thiểu theo sao: tính theo"), choices=minimum_rule_choices,
        widget=RadioCards,
        initial=MinimumRule.MEAN.value,
    )  # fmt: skip
    rounding = forms.ChoiceField(
        label=_("Làm tròn"), choices=rounding_choices, widget=RadioCards, initial=Rounding.NONE.value
    )
    decimals = forms.IntegerField(label=_("Số chữ số thập phân khi in"), min_value=0, max_value=4, initial=2)
    self_score_shown = forms.ChoiceField(
        label=_("Điểm tự chấm của chủ thể khi thành viên chấm"), choices=self_score_choices,
        widget=RadioCards,
        initial=SelfScore.COLLAPSED.value,
    )  # fmt: skip
    extra_rounds = forms.BooleanField(label=_("Quy chế cho phép tổ chức đợt bổ sung"), required=False)

    def rules(self) -> dict[str, Any]:
        """What goes into the record besides the paper."""
        data = self.cleaned_data
        names = (
            "effective_on", "quorum_numerator", "quorum_denominator", "quorum_least", "chair_must_attend",
            "spread_limit", "decimals", "extra_rounds",
        )  # fmt: skip
        return {name: data[name] for name in names} | {
            "minimum": MinimumRule(data["minimum"]),
            "rounding": Rounding(data["rounding"]),
            "self_score_shown": SelfScore(data["self_score_shown"]),
        }


class SeatForm(Form):
    """A person on the council."""

    person = PersonField(label=_("Người"), help_text=_("Tên đăng nhập, hoặc họ và tên nếu không trùng ai."))
    function = forms.ChoiceField(
        label=_("Chức danh trong hội đồng"),
        choices=function_choices,
        widget=RadioCards,
        initial=Function.MEMBER.value,
    )
    agency = forms.ChoiceField(label=_("Cơ quan"), choices=agency_choices, initial=Agency.OTHER.value)
    agency_name = TextField(label=_("Chức vụ, cơ quan ghi trong biên bản"), max_length=200, required=False)
    authorised_no = TextField(
        label=_("Số văn bản uỷ quyền chủ trì"), max_length=60, required=False,
        help_text=_("Chỉ khi chủ tịch hội đồng không phải lãnh đạo UBND tỉnh."),
    )  # fmt: skip
    authorised_on = DateField(label=_("Ngày văn bản uỷ quyền"), required=False)
    ends_on = DateField(label=_("Tham gia đến hết ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        """A written authority has number and date, or neither."""
        data = super().clean() or {}
        if bool(data.get("authorised_no")) != bool(data.get("authorised_on")):
            self.add_error("authorised_on", _("Văn bản uỷ quyền cần cả số và ngày."))
        return data

    @property
    def seat(self) -> dict[str, Any]:
        """What goes into the seat besides the paper."""
        data = self.cleaned_data
        return {
            "function": Function(data["function"]),
            "agency": Agency(data["agency"]),
            "agency_name": data["agency_name"],
            "ends_at": _end_of(data["ends_on"]),
        }


def _end_of(day: Any) -> datetime | None:
    """The first moment after a day that is included."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())


class MeetingForm(Form):
    """When, where and in which form a council works."""

    title = TextField(label=_("Tên phiên họp"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=meeting_kind_choices,
        widget=RadioCards,
        initial=MeetingKind.MEETING.value,
    )
    day = DateField(label=_("Ngày"))
    hour = forms.TimeField(
        label=_("Giờ bắt đầu"), initial="08:00", input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"]
    )
    venue = TextField(label=_("Địa điểm"), max_length=200, required=False)
    round = forms.ModelChoiceField(
        label=_("Đợt đánh giá"),
        queryset=Round.objects.none(),
        required=False,
        empty_label=_("Không gắn với đợt nào"),
    )

    def __init__(self, *args: Any, rounds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = rounds  # type: ignore[attr-defined]

    @property
    def starts_at(self) -> datetime:
        """The moment by the clock of Vietnam."""
        day, hour = self.cleaned_data["day"], self.cleaned_data["hour"]
        return datetime.combine(day, hour, tzinfo=timezone.get_current_timezone())
