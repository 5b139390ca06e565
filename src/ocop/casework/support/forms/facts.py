"""Form fields for the facts of a kind, one for each row of its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Activity
from ocop.casework.support.rules import Field, FieldType, Kind
from ocop.casework.support.rules.facts import LONGEST, MOST_MONEY, MOST_NUMBER
from ocop.foundation.ui.forms import DateField, LinkField, MoneyField, NumberField, TextField
from ocop.foundation.ui.words import said

PREFIX = "fact_"
_FEW = 3
"""Up to so many choices are shown all at once."""


def fact_fields(kind: Kind) -> dict[str, forms.Field]:
    """The fields by their names in the form, in the order of the row."""
    return {f"{PREFIX}{field.key}": _made(field) for field in kind.fields}


def facts_of(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """What was written, as the actions want it; what was left empty is left out."""
    return {
        name.removeprefix(PREFIX): value
        for name, value in cleaned.items()
        if name.startswith(PREFIX) and value not in (None, "")
    }


def initial_facts(activity: Activity) -> dict[str, Any]:
    """What is kept, as the form shows it."""
    return {f"{PREFIX}{field.key}": _shown(activity, field) for field in activity.row.fields}


def _shown(activity: Activity, field: Field) -> Any:
    value = activity.facts.get(field.key)
    if value is None:
        return None
    if field.type is FieldType.DATE:
        return activity.fact_date(field.key)
    if field.type is FieldType.DECIMAL:
        return Decimal(value)
    return {True: "yes", False: "no"}[value] if field.type is FieldType.YES_NO else value


def _made(field: Field) -> forms.Field:
    texts: dict[str, Any] = {
        "label": said(field.label),
        "required": field.required,
        "help_text": said(field.help) if field.help else "",
    }
    return _MAKERS[field.type](field, texts)


def _choice(field: Field, texts: dict[str, Any]) -> forms.Field:
    choices = [(one.key, said(one.label)) for one in field.choices]
    if len(choices) <= _FEW and field.required:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **texts)
    return forms.ChoiceField(choices=[("", _("Chọn")), *choices], **texts)


def _yes_no(field: Field, texts: dict[str, Any]) -> forms.Field:
    return forms.TypedChoiceField(
        choices=[("yes", _("Có")), ("no", _("Không"))], coerce=lambda value: value == "yes", empty_value=None,
        widget=forms.RadioSelect, **texts,
    )  # fmt: skip


def _whole(field: Field, texts: dict[str, Any]) -> forms.Field:
    most = MOST_NUMBER if field.most is None else field.most
    return WholeField(min_value=0, max_value=most, **texts)


def _decimal(field: Field, texts: dict[str, Any]) -> forms.Field:
    most = MOST_NUMBER if field.most is None else field.most
    return NumberField(min_value=0, max_value=most, max_digits=14, decimal_places=4, **texts)


class WholeField(NumberField):
    """A whole number, 1.200 or 1200."""

    def clean(self, value: Any) -> int | None:
        """The number; refused where it has a fraction."""
        number = super().clean(value)
        if number is None:
            return None
        if number != int(number):
            raise ValidationError(_("Hãy viết số nguyên, ví dụ 12."), code="invalid")
        return int(number)


_MAKERS: Mapping[FieldType, Callable[[Field, dict[str, Any]], forms.Field]] = {
    FieldType.TEXT: lambda field, texts: TextField(max_length=LONGEST[FieldType.TEXT], **texts),
    FieldType.LONG_TEXT: lambda field, texts: TextField(
        max_length=LONGEST[FieldType.LONG_TEXT], lines=3, **texts
    ),
    FieldType.INTEGER: _whole,
    FieldType.DECIMAL: _decimal,
    FieldType.MONEY: lambda field, texts: MoneyField(max_value=MOST_MONEY, **texts),
    FieldType.DATE: lambda field, texts: DateField(**texts),
    FieldType.URL: lambda field, texts: LinkField(max_length=LONGEST[FieldType.URL], **texts),
    FieldType.CHOICE: _choice,
    FieldType.YES_NO: _yes_no,
}
