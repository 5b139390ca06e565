"""Words in the language of whoever reads them, which is known only when they are read."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language

from ocop.kernel.text import Label

lazily = lazy(str, str)
"""Text of whatever says itself, when it is read. Made once: Django's `lazystr` makes a class for each."""


def said(label: Label) -> str:
    """A label of the kernel in the language of the page."""
    return label.text(get_language() or "vi")


class _Said:
    def __init__(self, label: Label) -> None:
        self.label = label

    def __str__(self) -> str:
        return said(self.label)


def to_say(label: Label) -> Any:
    """The same for a value that is built once and read by many."""
    return lazily(_Said(label))


class _Filled:
    def __init__(self, text: Any, values: dict[str, Any]) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return str(self.text) % self.values


def words(text: Any, **values: Any) -> Any:
    """A lazy text with its values, for people who are told something in their own language."""
    return lazily(_Filled(text, values))
