"""Forms of a course: its days, signing in, the typed or uploaded sheet, corrections, materials."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.actions.courses import MATERIAL_KINDS
from ocop.casework.support.labels import group_choices
from ocop.casework.support.rules.courses import LONGEST_NAME
from ocop.casework.support.rules.learners import Learner, learners_of, typed
from ocop.casework.support.rules.people import Group
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.tables.forms import TableForm
from ocop.foundation.tables.ground import Ground
from ocop.foundation.tables.labels import fault_words
from ocop.foundation.ui.forms import DateField, Form, PastedField, RadioCards, TextField
from ocop.kernel.tables import Wrong

MOST_WRONG_SHOWN = 20


class DayForm(Form):
    """One day more, and where."""

    day = DateField(label=_("Ngày học"))
    venue = TextField(label=_("Nơi học"), required=False, max_length=200)


class LearnerForm(Form):
    """Who learned. On a telephone: name, group, commune, unit."""

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

    def __init__(self, *args: Any, province: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Any = self.fields["place"]
        place.set_province(province)

    @property
    def learner(self) -> Learner:
        """The person that was written."""
        given = self.cleaned_data
        return Learner(given["name"], Group(given["group"]), given["place"], given["unit"])


class CorrectionForm(LearnerForm):
    """The same, put right by an officer, with the reason; the commune may be unknown."""

    reason = TextField(label=_("Lý do sửa"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].required = False
        self.fields["group"].label = _("Nhóm")


class SheetForm(Form):
    """The signature sheet as lines. Whatever is wrong is said line by line, and nothing is saved."""

    group = forms.ChoiceField(
        label=_("Nhóm"), choices=group_choices, initial=Group.PRODUCER.value, widget=RadioCards,
        help_text=_("Áp dụng cho dòng không ghi nhóm riêng."),
    )  # fmt: skip
    people = PastedField(
        label=_("Danh sách"), required=False, max_length=60_000,
        help_text=_("Mỗi dòng một người: họ tên; xã; chủ thể hoặc cơ quan. Dán thẳng từ bảng tính được."),
    )  # fmt: skip

    def __init__(self, *args: Any, ground: Ground, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ground = ground

    def clean(self) -> dict[str, Any]:
        """The people, and the lines that are none; every faulty line with its number and what is wrong."""
        given = super().clean() or {}
        found = typed(given.get("people") or "", self._ground)
        for fault in [one for one in found.faults if one.line][:MOST_WRONG_SHOWN]:
            text = next(
                (" ".join(row.texts.values()).strip() for row in found.rows if row.number == fault.line), ""
            )
            words = {"number": fault.line, "text": text[:80], "fault": fault_words(fault)}
            self.add_error("people", ValidationError(_now("Dòng %(number)s “%(text)s”: %(fault)s") % words))
        for fault in found.table_faults:
            if fault.code is not Wrong.NOTHING_FILLED:
                self.add_error("people", ValidationError(fault_words(fault)))
        self.left_out = found.left_out
        self.learners = learners_of(found.good, Group(given.get("group") or Group.PRODUCER))
        if not self.errors and not self.learners:
            raise ValidationError(_now("Danh sách chưa có ai. Gõ hoặc dán danh sách."), code="nobody")
        return given


class AttendanceTableForm(TableForm):
    """The signature sheet as a table."""

    group = forms.ChoiceField(
        label=_("Nhóm"), choices=group_choices, initial=Group.PRODUCER.value, widget=RadioCards,
        help_text=_("Áp dụng cho dòng không ghi nhóm riêng."),
    )  # fmt: skip


class MaterialForm(Form):
    """A file to hand out."""

    title = TextField(label=_("Tên tài liệu"), max_length=200)
    upload = UploadField(label=_("Tệp"), kinds=MATERIAL_KINDS)
