"""What is asked of a year of days off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.ui.forms import TextField
from ocop.kernel.calendar import Certainty, first_days
from ocop.registers.programme.labels import CERTAINTIES
from ocop.registers.programme.selectors.days_off import known_years


class AsksDaysOff(Asks):
    """The year, whether its days are official, where they are from, and the days, one a line."""

    year = forms.IntegerField(label=_("Năm"), min_value=2019, max_value=2200)
    certainty = forms.ChoiceField(
        label=_("Lịch nghỉ của năm này"),
        choices=[(one.value, label) for one, label in CERTAINTIES.items()],
        widget=forms.RadioSelect,
    )
    source = TextField(
        label=_("Nguồn"),
        max_length=300,
        help_text=_("Số, ngày, cơ quan của thông báo lịch nghỉ, hoặc nơi lấy lịch tạm tính."),
    )
    days = TextField(
        label=_("Các ngày, mỗi dòng một ngày"),
        lines=16,
        max_length=6000,
        help_text=_(
            "Ngày nghỉ viết “01/01/2028 nghỉ Tết Dương lịch”, ngày làm bù viết “22/01/2028 làm bù”. Ghi cả "
            "ngày lễ rơi vào cuối tuần. Ngày chưa chắc thì thêm dấu ? ở cuối dòng."
        ),
    )

    def known(self) -> Mapping[str, Any]:
        """The year after those that are known, with the days that fall in every year."""
        following = max(one.year for one in known_years()) + 1
        return {"year": following, "certainty": Certainty.PROVISIONAL.value, "days": first_days(following)}
