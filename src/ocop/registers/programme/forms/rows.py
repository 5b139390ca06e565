"""Rows typed one under another: targets, tasks, money, steps. Empty rows are passed over."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.forms import DateField, Form, MoneyField, NumberField, TextField
from ocop.registers.programme.labels import BOUNDS, SOURCES, count_rule_choices, step_choices
from ocop.registers.programme.models.exact import exact
from ocop.registers.programme.rules import IN_FORCE, Bound, Edit, Thing, counted_rules

NEW_ROWS = 5
MOST_ROWS = 600
Choices = Sequence[tuple[Any, str]]


def whole_or_none(value: Any) -> int | None:
    """A number chosen; None where nothing was."""
    return int(value) if value else None


def counted_choices() -> list[tuple[str, str]]:
    """How a target can be counted; by hand first."""
    counted = counted_rules()
    return [("", __("Ghi kết quả bằng tay")), *(one for one in count_rule_choices() if one[0] in counted)]


def bound_or_empty() -> list[tuple[str, str]]:
    """What the plan says of a number; nothing chosen is read from whether there is one."""
    return [("", "…"), *((bound.value, str(word)) for bound, word in BOUNDS.items())]


def whole_box() -> forms.TextInput:
    """A box for a whole number; phones show digits."""
    return forms.TextInput(attrs={"inputmode": "numeric"})


class ExactNumberField(NumberField):
    """A number above 0: 30, 85,5. Whole ones stay whole."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=Decimal("0.0001"), max_digits=15, decimal_places=4, **options)

    def clean(self, value: Any) -> int | Decimal | None:
        """The exact number."""
        return exact(super().clean(value))


class RowForm(Form):
    """One row: `widths` names the columns in order with their width."""

    widths: ClassVar[dict[str, str]] = {}
    hide_optional = True
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def is_gone(self) -> bool:
        """Whether somebody else took the row out after this page was shown: only its number is left."""
        return bool(self.initial.get("pk")) and len(self.initial) == 1

    @property
    def cells(self) -> list[tuple[Any, str]]:
        """The boxes in order, each with the width of its column."""
        return [(self[name], width) for name, width in self.widths.items()]


class TargetRowForm(RowForm):
    """A target in one line; its scope is set on its own page."""

    widths: ClassVar = {"name": "wide", "bound": "mid", "value": "slim", "unit": "slim", "count_rule": "mid"}
    name = TextField(label=_("Chỉ tiêu"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    bound = forms.ChoiceField(label=_("Mức"), choices=bound_or_empty, required=False)
    value = ExactNumberField(label=_("Số"), required=False)
    unit = TextField(label=_("Đơn vị tính"), max_length=40)
    count_rule = forms.ChoiceField(label=_("Cách đếm"), choices=counted_choices, required=False)

    def clean(self) -> dict[str, Any]:
        """A number without a word means at least; no number, that the plan names none."""
        data = super().clean() or {}
        if not data.get("bound"):
            data["bound"] = Bound.AT_LEAST.value if data.get("value") else Bound.UNSET.value
        return data


class TaskRowForm(RowForm):
    """A task in one line."""

    widths: ClassVar = {
        "name": "wide", "agency": "mid", "office_id": "mid", "partners": "mid", "starts_on": "slim",
        "due_on": "slim",
    }  # fmt: skip
    name = TextField(label=_("Nhiệm vụ"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    agency = TextField(label=_("Cơ quan chủ trì"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    office_id = forms.TypedChoiceField(
        label=_("Cơ quan trong hệ thống"), coerce=whole_or_none, empty_value=None, required=False
    )
    partners = TextField(
        label=_("Cơ quan phối hợp"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    starts_on = DateField(label=_("Bắt đầu"), required=False)
    due_on = DateField(label=_("Hạn xong"), required=False)

    def __init__(self, *args: Any, offices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["office_id"].choices = [("", "…"), *offices]  # type: ignore[attr-defined]


class LineRowForm(RowForm):
    """A budget line."""

    widths: ClassVar = {"name": "wide", "source": "mid", "amount": "mid", "task_id": "mid", "note": "mid"}
    name = TextField(label=_("Nội dung chi"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    source = forms.ChoiceField(label=_("Nguồn"))
    amount = MoneyField(label=_("Số tiền (đồng)"), required=False)
    task_id = forms.TypedChoiceField(
        label=_("Cho nhiệm vụ"), coerce=whole_or_none, empty_value=None, required=False
    )
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, tasks: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        sources = [("", "…"), *((source.value, str(word)) for source, word in SOURCES.items())]
        self.fields["source"].choices = sources  # type: ignore[attr-defined]
        self.fields["task_id"].choices = [("", "…"), *tasks]  # type: ignore[attr-defined]


class StepRowForm(RowForm):
    """A step of the year."""

    widths: ClassVar = {"kind": "mid", "starts_on": "slim", "ends_on": "slim", "note": "wide"}
    kind = forms.ChoiceField(label=_("Bước"), choices=lambda: [("", "…"), *step_choices()])
    starts_on = DateField(label=_("Từ ngày"))
    ends_on = DateField(label=_("Đến ngày"))
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)


class Rows(BaseFormSet):
    """Rows of one kind, with a tick to take one out."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The tick says what it does."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Bỏ dòng")

    @property
    def heads(self) -> list[tuple[Any, str]]:
        """The titles of the columns."""
        return [(box.label, width) for box, width in self.empty_form.cells]

    def with_more(self, data: Any) -> Any:
        """What was typed, and room for more rows."""
        more = data.copy()
        name = f"{self.prefix}-TOTAL_FORMS"
        more[name] = str(self.total_form_count() + NEW_ROWS)
        return more

    def edits(self, thing: Thing) -> list[Edit]:
        """What the rows want of the plan, in their order."""
        found = []
        for form in self.forms:
            if not form.has_changed():
                continue
            pk = form.cleaned_data.get("pk")
            if form.is_gone and not any(form.cleaned_data[name] for name in form.widths):
                continue  # somebody else took it out, and here nobody touched it
            if form.cleaned_data.get("DELETE"):
                found += [Edit(thing, pk, {IN_FORCE: False})] if pk else []
            else:
                found.append(Edit(thing, pk, {name: form.cleaned_data[name] for name in form.widths}))
        return found


def rows_of(form: type[RowForm], *args: Any, extra: int = NEW_ROWS, **options: Any) -> Any:
    """The rows of one kind, filled with what there is, and some empty ones."""
    made = forms.formset_factory(
        form, formset=Rows, extra=extra, can_delete=True, max_num=300, absolute_max=MOST_ROWS
    )
    return made(*args, **options)
