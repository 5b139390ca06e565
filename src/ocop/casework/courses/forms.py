"""Who learned, as it is asked on a telephone and put right at a desk; the sheet as a table."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.rules.days import LONGEST_NAME
from ocop.casework.courses.rules.learners import Learner
from ocop.casework.support.labels import group_choices
from ocop.casework.support.rules.people import Group
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.tables.forms import TableForm
from ocop.foundation.ui.forms import Form, RadioCards, TextField


class LearnerFields(forms.Form):
    """Who learned: name, group, commune, unit."""

    name = TextField(
        label=_("Họ và tên"), max_length=LONGEST_NAME, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    group = forms.ChoiceField(
        label=_("Bạn là"),
        choices=group_choices,
        widget=RadioCards,
        error_messages={"required": _("Chọn một nhóm.")},
    )
    place = CommuneField(province="")
    unit = TextField(
        label=_("Chủ thể hoặc cơ quan"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: HTX Dứa Bản Lầu, UBND xã."),
    )

    def set_province(self, province: str) -> None:
        """Whose communes may be chosen, by its code."""
        place: Any = self.fields["place"]
        place.set_province(province)

    @property
    def learner(self) -> Learner:
        """The person that was written."""
        given = self.cleaned_data
        return Learner(given["name"], Group(given["group"]), given["place"], given["unit"])


class LearnerForm(LearnerFields, Form):
    """Somebody signs in on a telephone."""

    def __init__(self, *args: Any, province: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_province(province)


class AttendanceTableForm(TableForm):
    """The signature sheet as a table."""

    group = forms.ChoiceField(
        label=_("Nhóm"), choices=group_choices, initial=Group.PRODUCER.value, widget=RadioCards,
        help_text=_("Áp dụng cho dòng không ghi nhóm riêng."),
    )  # fmt: skip
