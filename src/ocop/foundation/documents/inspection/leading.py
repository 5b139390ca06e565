"""Where a PDF leads: what it opens by itself, and what a link opens that no link of an office opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

_HARMLESS = frozenset({"/GoTo", "/Named", "/Hide", "/SetOCGState", "/Trans"})
"""What may happen by itself: nothing outside of the file is opened (ISO 32000-1, 12.6.4)."""
_ACTIVE = frozenset(
    {"/JavaScript", "/Launch", "/Rendition", "/RichMediaExecute", "/ImportData", "/SubmitForm"}
)
"""What runs is told as such: its names are found wherever they stand (pdfs.py)."""
_NETWORK = re.compile(r"(?:\\|//|smb:|file:[/\\]{2}(?:[^/\\]|[/\\]{2}))", re.IGNORECASE)
"""Links that somebody clicks are harmless, but these send the sign-in of whoever does to another machine."""
_MOST_ACTIONS = 20_000


def leads_away(root: Any, pages: Iterable[Any]) -> bool:
    """Whether anything outside of the file is opened unasked, or a link leads to a folder of a network.

    Raises ValueError for more actions than a file has that somebody wrote.
    """
    room = _MOST_ACTIONS
    for is_asked, start in _starts(root, pages):
        for action in _chain(start):
            room -= 1
            if room <= 0:
                raise ValueError("actions without end")
            if not (_is_harmless_link(action) if is_asked else action.get("/S") in _HARMLESS | _ACTIVE):
                return True
    return False


def _starts(root: Any, pages: Iterable[Any]) -> Iterator[tuple[bool, Any]]:
    """Every action, and whether somebody asks for it by a click."""
    opened = _value(root, "/OpenAction")
    if isinstance(opened, dict):  # else it is only the page to begin with
        yield False, opened
    for thing in (root, *pages):
        yield from _unasked(thing)
        for annotation in _value(thing, "/Annots") or ():
            known = annotation.get_object()
            if isinstance(known, dict):
                yield from _unasked(known)
                if "/A" in known:
                    yield True, _value(known, "/A")


def _unasked(thing: Any) -> Iterator[tuple[bool, Any]]:
    """What happens at events: opening a page, coming near with the mouse."""
    for event in (_value(thing, "/AA") or {}).values():
        yield False, event.get_object()


def _chain(start: Any) -> Iterator[Any]:
    """An action and those after it; one in a circle is met once."""
    waiting, met = [start], set()
    while waiting:
        action = waiting.pop()
        if not isinstance(action, dict) or id(action) in met:
            continue
        met.add(id(action))
        yield action
        after = _value(action, "/Next")
        waiting += [one.get_object() for one in after] if isinstance(after, list) else [after]


def _is_harmless_link(action: Any) -> bool:
    address = unquote(str(_value(action, "/URI") or "")).strip()
    return _NETWORK.match(address) is None


def _value(thing: Any, key: str) -> Any:
    found = thing.get(key)
    return found.get_object() if found is not None else None
