"""Dynamic data exchange in Word and Excel: fields and formulas that start a program when they are worked out.

Read as XML and not as text: a field's words may lie in many pieces, under any prefix, in any encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat

_FIELD, _SIMPLE, _LINK = "instrText", "fldSimple", "ddeLink"
_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "definedName"})
_DDE = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'|\[[^\]]*\]')
"""Texts, names of sheets and of columns: in them a bar is a letter."""
_LONGEST_FIELD = 100_000


class DoctypeError(Exception):
    """The XML brings definitions of its own."""


def _refuse(*_declared: object) -> None:
    raise DoctypeError


class _Found(Exception):  # noqa: N818  # it only ends the reading
    """A command was met."""


class _Reader:
    """Collects what one part says in fields and formulas."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.said: list[str] = []
        self.fields = ""

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == _LINK:
            raise _Found
        if name == _SIMPLE:
            self._field(" ".join(text for key, text in given.items() if key.endswith("instr")))
        elif name == _FIELD or name in _FORMULAS:
            self.said = []
            self.parser.CharacterDataHandler = self.said.append
        elif name == "fldChar":
            self.fields = ""  # a field begins, comes to its result, or ends

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == _FIELD:
            self.fields = (self.fields + "".join(self.said))[-_LONGEST_FIELD:]
            self._field(self.fields)
        elif name in _FORMULAS and "|" in _QUOTED.sub("", "".join(self.said)):
            raise _Found
        self.parser.CharacterDataHandler = None

    def _field(self, words: str) -> None:
        if _DDE.match(words.lstrip()):
            raise _Found


def check_prologue(pieces: Iterable[bytes]) -> None:
    """Reads to the first element: definitions stand before it, however many blanks before them.
    `DoctypeError` for any.
    """
    is_begun: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda tag, _given: is_begun.append(tag)
    for piece in pieces:
        parser.Parse(piece, False)
        if is_begun:
            return
    parser.Parse(b"", True)


def holds_command(pieces: Iterable[bytes]) -> bool:
    """Whether a field or formula of this part starts a program. Raises what expat raises on broken XML."""
    reader = _Reader()
    try:
        for piece in pieces:
            reader.parser.Parse(piece, False)
        reader.parser.Parse(b"", True)
    except _Found:
        return True
    return False
