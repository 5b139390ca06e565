"""Strict reading of a JSON file: every key must be known, every value of its type;
errors name file and place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from ocop.kernel.law.citing import in_words
from ocop.kernel.text import Label

T = TypeVar("T")
_NAMES: Mapping[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


class RegulationError(Exception):
    """A regulation folder that cannot be used. `file` and `place` say where, `problem` says what is wrong."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}, {place}: {problem}" if place else f"{file}: {problem}")
        self.file, self.place, self.problem = file, place, problem


class Record:
    """A JSON object that is read key by key; `close` refuses what nobody asked for."""

    def __init__(self, values: object, file: str, place: str = "") -> None:
        if type(values) is not dict:
            raise RegulationError(file, place, f"expected an object, found {values!r}")
        self._values: dict[str, object] = values
        self._file, self._place = file, place
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def fail(self, problem: str, key: str = "") -> RegulationError:
        """An error at this record, or at one of its keys; to be raised by the caller."""
        return RegulationError(self._file, self._at(key) if key else self._place, problem)

    def close(self) -> None:
        """Refuses unknown keys. To be called when everything has been read."""
        unknown = [key for key in self._values if key not in self._read]
        if unknown:
            raise self.fail(f"unknown key {', '.join(unknown)}")

    def get(self, key: str, kind: type[T]) -> T:
        """The value of a key that must be there and be exactly of this type."""
        if key not in self._values:
            raise self.fail(f"{key} is missing")
        self._read.add(key)
        return self._typed(self._values[key], kind, key)

    def find(self, key: str, kind: type[T]) -> T | None:
        """The value of a key that may be left out; null is not a value."""
        return self.get(key, kind) if key in self._values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where the key is left out."""
        return tuple(
            self._typed(value, str, f"{key}[{n}]") for n, value in enumerate(self.find(key, list) or [])
        )

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers, empty where the key is left out."""
        return tuple(
            self._typed(value, int, f"{key}[{n}]") for n, value in enumerate(self.find(key, list) or [])
        )

    def record(self, key: str) -> Record:
        """The object under a key that must be there."""
        return Record(self.get(key, dict), self._file, self._at(key))

    def records(self, key: str) -> Iterator[Record]:
        """The objects of a list, none where the key is left out."""
        for number, values in enumerate(self.find(key, list) or []):
            yield Record(values, self._file, self._at(f"{key}[{number}]"))

    def label(self, key: str) -> Label:
        """A wording in both languages; either one missing or empty is an error."""
        record = self.record(key)
        label = Label(record.wording("vi"), record.wording("en"))
        record.close()
        return label

    def labels(self, key: str) -> tuple[Label, ...]:
        """A list of wordings, empty where the key is left out."""
        return tuple(record.as_label() for record in self.records(key))

    def as_label(self) -> Label:
        """This record itself as a wording."""
        label = Label(self.wording("vi"), self.wording("en"))
        self.close()
        return label

    def wording(self, language: str) -> str:
        """One language of a label; in Vietnamese with places of the law as lawyers say them."""
        text = self.get(language, str)
        if not text.strip():
            raise self.fail("the wording is empty", language)
        return in_words(text) if language == "vi" else text

    def day(self, key: str) -> date:
        """A date written as 2026-05-22."""
        text = self.get(key, str)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.fail(f"expected a date like 2026-05-22, found {text!r}", key) from None

    def find_day(self, key: str) -> date | None:
        """A date that may be left out."""
        return self.day(key) if key in self._values else None

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """A text out of a closed list."""
        text = self.get(key, str)
        if text not in allowed:
            raise self.fail(f"expected one of {', '.join(allowed)}, found {text!r}", key)
        return text

    def _typed(self, value: object, kind: type[T], key: str) -> T:
        if type(value) is not kind:  # exactly: true is not a number here
            raise self.fail(f"expected {_NAMES[kind]}, found {value!r}", key)
        return value

    def _at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key
