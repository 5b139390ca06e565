"""Facts in words, as pages and spreadsheets show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.support.rules import Field, FieldType
from ocop.foundation.ui.words import said


def plain(field: Field, facts: Mapping[str, Any]) -> Any:
    """A fact as a spreadsheet wants it: real dates and numbers, choices in words;
    None where nothing was written.
    """
    value = facts.get(field.key)
    if value is None:
        return None
    if field.type is FieldType.CHOICE:
        choice = field.choice(value)
        return said(choice.label) if choice else str(value)
    if field.type is FieldType.YES_NO:
        return _("Có") if value else _("Không")
    if field.type is FieldType.DATE:
        return date.fromisoformat(value)
    return Decimal(value) if field.type is FieldType.DECIMAL else value


def words(field: Field, facts: Mapping[str, Any]) -> str:
    """A fact as a page shows it; empty where nothing was written."""
    value = plain(field, facts)
    if value is None:
        return ""
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return number(value) if isinstance(value, int | Decimal) else str(value)


def number(value: int | Decimal) -> str:
    """1.234,5"""
    whole, _point, part = (f"{value:,}" if isinstance(value, int) else f"{value:,f}").partition(".")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def money(amount: int) -> str:
    """An amount in đồng, thousands apart."""
    return _("%(amount)s đồng") % {"amount": number(amount)}
