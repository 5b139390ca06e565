"""What one cell means for its field: a text, a number, a day, a place, one of the allowed values."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ocop.kernel.tables.book import Value
from ocop.kernel.tables.kinds import Field, Reading, Wrong
from ocop.kernel.tables.values import read_amount, read_day, read_decimal
from ocop.kernel.text import broken_at, fold

if TYPE_CHECKING:
    from ocop.kernel.tables.reading import Places

_ERRORS = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!)|Err:\d{3}")
_PHONE_MARKS = re.compile(r"[\s.()\-‑–]")
_PHONE = re.compile(r"(?:\+?84|0084|0)?([1-9]\d{8,9})")
_STARS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_STARS_OF_GROUP = re.compile(r"\b([1-5]|mot|hai|ba|bon|nam) sao\b")
_COMMUNE_LEAD = re.compile(r"^\s*(?:xã|phường|thị trấn|x|p|tt)[.\s]", re.IGNORECASE)


@dataclass(frozen=True)
class Meant:
    """The value of a cell, or what is wrong with it."""

    value: Any = ""
    wrong: Wrong | None = None
    words: str = ""
    now: str = ""


def meaning_of(
    one: Field, text: str, raw: Value, from_1904: bool, places: Places | None, *, of_group: bool = False
) -> Meant:
    """Reads a cell by its field. An empty one is nothing."""
    if not text:
        return Meant(None if one.reading is not Reading.TEXT else "")
    if _ERRORS.fullmatch(text):
        return Meant(None, Wrong.ERROR_VALUE)
    if near := broken_at(text):
        return Meant(None, Wrong.BROKEN_LETTER, near)
    if text.startswith("=") and isinstance(raw, str):
        return Meant(None, Wrong.FORMULA)
    if len(text) > one.longest:
        return Meant(None, Wrong.TOO_LONG, str(one.longest))
    if one.reading is Reading.PLACE:
        return _place(one, text, places, of_group=of_group)
    if one.reading is Reading.CHOICE:
        return _choice(one, text, of_group=of_group)
    if one.reading is Reading.WHOLE and of_group:
        match = _STARS_OF_GROUP.search(fold(text))
        return Meant(_STARS.get(match[1]) or int(match[1])) if match else Meant(None)
    return _READERS.get(one.reading, _text)(one, text, raw, from_1904)


def _text(one: Field, text: str, _raw: Value, _from_1904: bool) -> Meant:
    if one.digits and text.isascii() and text.isdigit():
        return Meant(text.zfill(one.digits))
    return Meant(text)


def _amount(_one: Field, text: str, raw: Value, _from_1904: bool) -> Meant:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return Meant((Decimal(f"{raw:.15g}"), False, ""))
    amount = read_amount(text)
    if amount is None:
        doubtful = re.fullmatch(r"\D*[1-9]\d{0,2},\d{3}\D*", text)
        return Meant(None, Wrong.NUMBER_DOUBTFUL if doubtful else Wrong.NO_NUMBER)
    return Meant(amount)


def _whole(_one: Field, text: str, _raw: Value, _from_1904: bool) -> Meant:
    """3, "3 sao", "ba sao", ★★★."""
    shown = text.count("★") or text.count("⭐")
    if shown and not re.sub(r"[★⭐☆\s]", "", text):
        return Meant(shown)
    words = fold(text.replace("*", " ")).removeprefix("hang ").removesuffix(" sao").removeprefix("ocop ")
    number = read_decimal(words)
    if words in _STARS:
        return Meant(_STARS[words])
    if number is None or number != number.to_integral_value():
        return Meant(None, Wrong.NO_NUMBER)
    return Meant(int(number))


def _day(_one: Field, text: str, raw: Value, from_1904: bool) -> Meant:
    day = read_day(raw, text, from_1904=from_1904)
    return Meant(None, Wrong.NO_DAY) if day is None else Meant(day)


def _phone(_one: Field, text: str, _raw: Value, _from_1904: bool) -> Meant:
    match = _PHONE.fullmatch(_PHONE_MARKS.sub("", unicodedata.normalize("NFKC", text)))
    return Meant(f"0{match[1]}") if match else Meant(None, Wrong.NO_PHONE)


def _choice(one: Field, text: str, *, of_group: bool) -> Meant:
    value = one.choice(text)
    if value is None and of_group:
        folded = f" {fold(text)} "
        found = {
            value for value, words in one.choices.items() for word in words if f" {fold(word)} " in folded
        }
        return Meant(found.pop() if len(found) == 1 else None)
    return Meant(None, Wrong.NO_CHOICE) if value is None else Meant(value)


def _place(_one: Field, text: str, places: Places | None, *, of_group: bool) -> Meant:
    if of_group and not _COMMUNE_LEAD.match(text):
        return Meant(None)
    if places is None:
        return Meant(text)
    found = places.look_up(text)
    return Meant(found.place, found.wrong, found.words, found.now)


_READERS = {
    Reading.AMOUNT: _amount,
    Reading.WHOLE: _whole,
    Reading.DAY: _day,
    Reading.PHONE: _phone,
}
