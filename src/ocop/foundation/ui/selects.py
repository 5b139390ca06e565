"""Boxes to choose from, written at once: a list of all communes is a hundred options, and through Django's
three templates for each they took more than half of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

TEMPLATE = "django/forms/widgets/select.html"
_OPTION = "django/forms/widgets/select_option.html"


def is_plain(widget: Mapping[str, Any]) -> bool:
    """Whether every option is written as Django writes it."""
    return all(one["template_name"] == _OPTION for _name, group, _at in widget["optgroups"] for one in group)


def select(widget: Mapping[str, Any]) -> SafeString:
    """What `select.html` makes of the same context."""
    parts = [f'<select name="{conditional_escape(widget["name"])}"{_attrs(widget["attrs"])}>']
    for name, group, _at in widget["optgroups"]:
        options = "".join(_options(group))
        label = f'\n  <optgroup label="{conditional_escape(name)}">' if name else ""
        parts.append(f"{label}{options}" + ("\n  </optgroup>" if name else ""))
    return mark_safe("".join(parts) + "\n</select>")  # noqa: S308  # every part is escaped


def _options(group: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for one in group:
        value = conditional_escape(str(one["value"]))
        label = conditional_escape(one["label"])
        yield f'\n  <option value="{value}"{_attrs(one["attrs"])}>{label}</option>\n'


def _attrs(attrs: Mapping[str, Any]) -> str:
    given = ((name, value) for name, value in attrs.items() if value is not False)
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"'
        for name, value in given
    )
