"""A state paper that comes back from Word: what was written in its zones, and what was changed outside them.

The file has passed `documents.inspection` before: no macros, no entities, no bombs.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from ocop.kernel.text import tidy

_BREAKS = {qn("w:br"), qn("w:cr"), qn("w:p")}


class UnreadableWordError(ValueError):
    """What came is no Word file that can be read."""


@dataclass(frozen=True)
class Written:
    """The lines of a paper as they print, each zone by its name in brackets; and what stands in the zones."""

    lines: list[str]
    zones: dict[str, str]


def written_in(content: bytes) -> Written:
    """What a Word file says in its body, tables too. Deleted text of tracked changes is not there, inserted
    text is. UnreadableWordError where it cannot be read.
    """
    zones: dict[str, str] = {}
    try:
        body = Document(io.BytesIO(content)).element.body
        lines = [_plain("".join(_pieces(line, zones))) for line in _paragraphs(body, zones)]
    except Exception as fault:  # whatever a broken file makes of its reader
        raise UnreadableWordError from fault
    return Written([line for line in lines if line], zones)


def _paragraphs(element: Any, zones: dict[str, str]) -> Iterator[Any]:
    """Every paragraph in order, in cells too, and each control that holds whole paragraphs."""
    for child in element:
        if child.tag == qn("w:p") or (child.tag == qn("w:sdt") and _name(child)):
            yield child
        else:
            yield from _paragraphs(child, zones)


def _pieces(element: Any, zones: dict[str, str]) -> Iterator[str]:
    if element.tag == qn("w:sdt") and (name := _name(element)):
        zones[name] = _text(element)
        yield f"[{name}]"
        return
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in {qn("w:tab"), *_BREAKS} and element.tag == qn("w:r"):
            yield " "
        else:
            yield from _pieces(child, zones)


def _name(control: Any) -> str:
    """By what the paper that was sent out called this zone."""
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else str(tag.get(qn("w:val")))


def _text(control: Any) -> str:
    """What stands in a zone, line by line."""
    out: list[str] = []
    for one in control.iter():
        if one.tag == qn("w:t"):
            out.append(one.text or "")
        elif one.tag in _BREAKS:
            out.append("\n")
    return tidy("".join(out)).strip()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """What stands otherwise outside the zones: as it was sent out, and as it came back; one of the two is
    empty where a line was added or left out.
    """
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            old, new = list(before[a:b]), list(after[c:d])
            width = max(len(old), len(new))
            found += zip(old + [""] * (width - len(old)), new + [""] * (width - len(new)), strict=True)
    return found
