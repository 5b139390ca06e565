"""Words of the law in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from ocop.kernel.law.citing import cite
from ocop.kernel.law.in_force import legal_period
from ocop.kernel.text import Label

register = template.Library()


@register.filter
def words(label: Label | None) -> str:
    """A label in the language of the page."""
    return label.text(get_language() or "vi") if label is not None else ""


@register.filter
def at_key(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value under a key, or nothing."""
    return mapping.get(key) if mapping else None


@register.filter
def cited(article: str) -> str:
    """How a place of the law is cited: "điểm a khoản 3 Điều 7"; a whole decree stays as it is."""
    return words(cite(article))


@register.simple_tag
def period_text(name: str, day: date | None = None) -> str:
    """How long a period of the law in force is, today or on a day: "36 tháng"."""
    return words(legal_period(name, day or timezone.localdate()).words)
