"""Forms of a course: its days, signing in, the typed or uploaded sheet, corrections, materials."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.actions.attendance import Learner
from ocop.casework.support.actions.courses import MATERIAL_KINDS
from ocop.casework.support.labels import group_choices
from ocop.casework.support.labels.courses import LINE_FAULTS
from ocop.casework.support.rules.courses import LONGEST_NAME
from ocop.casework.support.rules.learners import Listed, Wrong, read_lines, read_rows
from ocop.casework.support.rules.people import Group
from ocop.foundation.documents.engines.sheets import Column, read_sheet
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import find_communes
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.forms import DateField, Form, PastedField, RadioCards, TextField

MOST_WRONG_SHOWN = 20
SHEET_COLUMNS = (
    Column("name", _("Họ và tên"), is_required=True, width=30, hint=_("Mỗi dòng một người.")),
    Column("place", _("Xã, phường"), hint=_("Tên xã hiện nay hoặc xã cũ; không cần dấu.")),
    Column("unit", _("Chủ thể hoặc cơ quan"), width=34),
    Column("group", _("Nhóm"), hint=_("Chủ thể hoặc Cán bộ; để trống theo lựa chọn chung.")),
)
EXAMPLE = {"name": "Lý Thị Mỷ", "place": "Bản Lầu", "unit": "HTX Dứa Bản Lầu", "group": "Chủ thể"}


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
    """The signature sheet as lines or as a workbook.
    Whatever is wrong is said line by line, and nothing is saved.
    """

    group = forms.ChoiceField(
        label=_("Nhóm"), choices=group_choices, initial=Group.PRODUCER.value, widget=RadioCards,
        help_text=_("Áp dụng cho dòng không ghi nhóm riêng."),
    )  # fmt: skip
    people = PastedField(
        label=_("Danh sách"), required=False, max_length=60_000,
        help_text=_("Mỗi dòng một người: họ tên; xã; chủ thể hoặc cơ quan. Dán thẳng từ bảng tính được."),
    )  # fmt: skip
    workbook = UploadField(label=_("Hoặc tệp Excel"), kinds=[FileKind.XLSX], required=False)

    def __init__(self, *args: Any, province: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._find = _finder(province, on)

    def clean(self) -> dict[str, Any]:
        """The people of both ways of writing; every faulty line with its number and what is wrong."""
        given = super().clean() or {}
        group = Group(given.get("group") or Group.PRODUCER)
        good, wrong = read_lines(given.get("people") or "", group, self._find)
        self._say("people", wrong)
        more, wrong = self._from_workbook(given.get("workbook"), group)
        self._say("workbook", wrong)
        self.learners = [Learner(one.name, one.group, one.place, one.unit) for one in (*good, *more)]
        if not self.errors and not self.learners:
            raise ValidationError(
                _now("Danh sách chưa có ai. Gõ, dán danh sách hoặc chọn tệp."), code="nobody"
            )
        return given

    def _from_workbook(self, upload: Any, group: Group) -> tuple[list[Listed[Place]], list[Wrong]]:
        if not upload:
            return [], []
        try:
            sheet = read_sheet(upload.read(), upload.name, SHEET_COLUMNS)
        except Refused as refused:
            self.add_error("workbook", ValidationError(str(refused.refusal), code=refused.refusal.code))
            return [], []
        for remark in [one for one in sheet.faults if one.is_fault][:MOST_WRONG_SHOWN]:
            text = _now("Dòng %(number)s: %(text)s") % {"number": remark.row, "text": remark.text}
            self.add_error("workbook", ValidationError(text))
        keys = [column.key for column in SHEET_COLUMNS]
        rows = [(row.number, [row.values.get(key, "") for key in keys]) for row in sheet.rows]
        return read_rows(rows, group, self._find)

    def _say(self, name: str, wrong: list[Wrong]) -> None:
        for one in wrong[:MOST_WRONG_SHOWN]:
            words = {"number": one.number, "text": one.text[:80], "fault": LINE_FAULTS[one.fault]}
            self.add_error(name, ValidationError(_now("Dòng %(number)s “%(text)s”: %(fault)s") % words))


def _finder(province: str, on: date) -> Callable[[str], Place | None]:
    """The commune that a typed name means, each name asked once;
    None where it is none or could be several.
    """
    known: dict[str, Place | None] = {}

    def find(text: str) -> Place | None:
        if text not in known:
            found = find_communes(text, province, on)
            known[text] = found[0] if len(found) == 1 else None
        return known[text]

    return find


class MaterialForm(Form):
    """A file to hand out."""

    title = TextField(label=_("Tên tài liệu"), max_length=200)
    upload = UploadField(label=_("Tệp"), kinds=MATERIAL_KINDS)
