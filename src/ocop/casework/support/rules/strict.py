"""Strict reading of the rows of the table of kinds: every fault is named with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ocop.kernel.text import Label

KEY = re.compile(r"[a-z][a-z0-9_]*")


class KindsError(ValueError):
    """The table of kinds cannot be right; the text names the place."""


def named(name: str, row: Mapping[str, Any], more: Collection[str]) -> Label:
    """The label of a row that has a key and words, and besides only what `more` allows."""
    name = f"{name}, {row.get('key')}"
    words(name, row, {"key", "vi", "en"}, set(more))
    matches(name, KEY, row["key"])
    return label(name, row)


def label(name: str, row: Mapping[str, Any]) -> Label:
    """Both wordings of a row."""
    texts = [row.get("vi"), row.get("en")]
    if not all(isinstance(text, str) and text.strip() == text and text for text in texts):
        raise KindsError(f"{name}: needs vi and en")
    return Label(row["vi"], row["en"])


def words(name: str, row: Mapping[str, Any], needed: set[str], allowed: set[str]) -> None:
    """A row has the words that are needed, and besides only those allowed."""
    if lost := needed - row.keys():
        raise KindsError(f"{name}: missing {', '.join(sorted(lost))}")
    if unknown := row.keys() - needed - allowed:
        raise KindsError(f"{name}: unknown {', '.join(sorted(unknown))}")


def member(name: str, members: Any, value: Any) -> Any:
    """The member of an enumeration that a word names."""
    try:
        return members(value)
    except ValueError as wrong:
        raise KindsError(f"{name}: unknown word {value}") from wrong


def flag(name: str, row: Mapping[str, Any], word: str) -> bool:
    """A word that is true or false; false where it is not there."""
    value = row.get(word, False)
    if not isinstance(value, bool):
        raise KindsError(f"{name}: {word} is true or false")
    return value


def matches(name: str, pattern: re.Pattern[str], value: Any) -> None:
    """A key or slug, as its pattern wants it."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise KindsError(f"{name}: {value!r} is no key")


def once(name: str, keys: Iterable[str]) -> None:
    """No key stands twice."""
    listed = list(keys)
    if double := sorted({key for key in listed if listed.count(key) > 1}):
        raise KindsError(f"{name}: double {', '.join(double)}")
