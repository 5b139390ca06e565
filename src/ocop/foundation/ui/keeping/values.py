"""The value of a field as its box sends it, and a short mark of it by which two values are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ocop.kernel.text import tidy

Values = tuple[str, ...]
UNKEPT = (forms.FileField,)
UNSEEN = (forms.PasswordInput,)
LONGEST_LABEL = 300


@dataclass(frozen=True)
class Box:
    """A field of a form, or of a row of a form: the name it is sent by, and what is stored."""

    form: Any
    key: str
    name: str
    field: forms.Field
    stored: Values

    @property
    def has_error(self) -> bool:
        """Whether what was sent cannot be read."""
        return self.key in self.form.errors


def boxes(form: Any) -> Iterator[Box]:
    """Every field that can be kept, those of the `forms` of a whole (rows, parts of a page) among them; files
    and hidden fields are not typed, and no machine is to remember a password.
    """
    for one in getattr(form, "forms", (form,)):
        for key, field in one.fields.items():
            if isinstance(field, UNKEPT) or isinstance(field.widget, UNSEEN) or field.widget.is_hidden:
                continue
            stored = written(field, one.get_initial_for_field(field, key))
            yield Box(one, key, one.add_prefix(key), field, stored)


def is_long(form: Any) -> bool:
    """Whether somebody writes on it for longer than a minute: it has a box of several lines."""
    return any(isinstance(box.field.widget, forms.Textarea) for box in boxes(form))


def written(field: forms.Field, value: Any) -> Values:
    """A value as the field's box sends it, tidied; nothing for an empty one."""
    widget = field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ("on",) if value else ()
    ready = widget.format_value(field.prepare_value(value))
    return typed(ready if isinstance(ready, list | tuple) else (ready,))


def typed(values: Sequence[Any]) -> Values:
    """What came from boxes, tidied; a choice of several in one order."""
    tidied = [tidy(str(one)) for one in values if one is not None]
    return tuple(sorted(one for one in tidied if one))


def read(field: forms.Field, values: Values, stored: Any) -> Any:
    """What is stored, as the form gives it when it was sent; as it is where the form would not take it."""
    if isinstance(field.widget, forms.CheckboxInput):
        return bool(values)
    is_several = getattr(field.widget, "allow_multiple_selected", False)
    try:
        return field.clean(list(values) if is_several else "".join(values[:1]))
    except ValidationError:
        return stored


def mark(values: Values) -> str:
    """Sixteen characters that differ when the values do."""
    return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:16]


def label(field: forms.Field, values: Values) -> str:
    """A value in words: the names of what was chosen, the beginning of a long text."""
    if not values:
        return _("(để trống)")
    if isinstance(field.widget, forms.CheckboxInput):
        return _("(đã đánh dấu)")
    names = dict(_choices(getattr(field, "choices", ())))
    said = "; ".join(names.get(one, one) for one in values)
    return said if len(said) <= LONGEST_LABEL else f"{said[:LONGEST_LABEL]}…"


def _choices(choices: Any) -> Iterator[tuple[str, str]]:
    for value, held in choices:
        if isinstance(held, list | tuple):
            yield from _choices(held)
        else:
            yield str(value), str(getattr(held, "label", held))
