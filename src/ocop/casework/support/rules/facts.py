"""What people write in the fields of a kind, read into what is kept:
plain JSON values, dates and decimals as texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from ocop.casework.support.rules.kinds import Field, FieldType, Kind
from ocop.kernel.faults import Fault

LONGEST = {FieldType.TEXT: 300, FieldType.LONG_TEXT: 5000, FieldType.URL: 500}
MOST_NUMBER = 1_000_000_000
MOST_MONEY = 1_000_000_000_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2100


class FactFault(StrEnum):
    """Why a fact is not taken."""

    UNKNOWN = "unknown"
    REQUIRED = "required"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_LINK = "not_a_link"


class FactError(ValueError):
    """Raised while a value is read; `code` says why."""

    def __init__(self, code: FactFault) -> None:
        super().__init__(code)
        self.code = code


def read_facts(kind: Kind, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault[FactFault]]]:
    """The facts to keep, without empty ones, and everything that is wrong with those given.

    Takes values as forms read them and as they are kept, so that reading twice changes nothing.
    """
    facts: dict[str, Any] = {}
    faults = [Fault(str(key)[:60], FactFault.UNKNOWN) for key in given if key not in kind.by_key]
    for field in kind.fields:
        value = given.get(field.key)
        try:
            kept = None if is_empty(value) else _READERS[field.type](field, value)
        except FactError as wrong:
            faults.append(Fault(field.key, wrong.code))
            continue
        if kept is not None:
            facts[field.key] = kept
        elif field.required:
            faults.append(Fault(field.key, FactFault.REQUIRED))
    return facts, faults


def is_empty(value: Any) -> bool:
    """Nothing was written; `False` and zero are answers."""
    return value is None or (isinstance(value, str) and not value.strip())


def _text(field: Field, value: Any) -> str:
    if not isinstance(value, str):
        raise FactError(FactFault.UNREADABLE)
    text = value.strip()
    if "\x00" in text:
        raise FactError(FactFault.UNREADABLE)
    if len(text) > LONGEST[field.type]:
        raise FactError(FactFault.TOO_LONG)
    return text


def _whole(field: Field, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FactError(FactFault.UNREADABLE)
    most = MOST_MONEY if field.type is FieldType.MONEY else MOST_NUMBER
    _in_range(field, Decimal(value), most)
    return value


def _decimal(field: Field, value: Any) -> str:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise FactError(FactFault.UNREADABLE)
    try:
        number = Decimal(value)
    except InvalidOperation as wrong:
        raise FactError(FactFault.UNREADABLE) from wrong
    if not number.is_finite():
        raise FactError(FactFault.UNREADABLE)
    _in_range(field, number, MOST_NUMBER)
    text = f"{number:f}"
    if len(text) > 30:
        raise FactError(FactFault.TOO_LONG)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_range(field: Field, number: Decimal, most: int) -> None:
    if not 0 <= number <= (most if field.most is None else field.most):
        raise FactError(FactFault.OUT_OF_RANGE)


def _date(field: Field, value: Any) -> str:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError as wrong:
            raise FactError(FactFault.UNREADABLE) from wrong
    if type(value) is not date:
        raise FactError(FactFault.UNREADABLE)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise FactError(FactFault.OUT_OF_RANGE)
    return value.isoformat()


def _url(field: Field, value: Any) -> str:
    text = _text(field, value)
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as wrong:
        raise FactError(FactFault.NOT_A_LINK) from wrong
    if parts.scheme not in {"http", "https"} or "." not in host or any(sign.isspace() for sign in text):
        raise FactError(FactFault.NOT_A_LINK)
    return text


def _choice(field: Field, value: Any) -> str:
    found = field.choice(value)
    if found is None:
        raise FactError(FactFault.NOT_A_CHOICE)
    return found.key


def _yes_no(field: Field, value: Any) -> bool:
    if not isinstance(value, bool):
        raise FactError(FactFault.UNREADABLE)
    return value


_READERS: Mapping[FieldType, Callable[[Field, Any], Any]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.INTEGER: _whole,
    FieldType.MONEY: _whole,
    FieldType.DECIMAL: _decimal,
    FieldType.DATE: _date,
    FieldType.URL: _url,
    FieldType.CHOICE: _choice,
    FieldType.YES_NO: _yes_no,
}
