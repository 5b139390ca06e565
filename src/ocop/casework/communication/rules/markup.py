"""How the text of a page is written: a few plain marks, no HTML. What is read here is data; templates make it
a page.

    ## heading        - item        1. item        **bold**        [words](https://…)        [ảnh 2]

A blank line parts paragraphs; a line break stays one. Everything else is taken as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

_HEADING = re.compile(r"(#{1,3})\s+(.+)")
_PICTURE = re.compile(r"\[\s*(?:ảnh|anh|hình|hinh|picture)\s+(\d{1,3})\s*\]", re.IGNORECASE)
_ITEM = re.compile(r"[-*•+]\s+(.+)")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(.+)")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<words>[^\[\]]+)\]\((?P<to>[^()\s]*)\)|(?P<bare>https?://[^\s<>\"]+)"
)
_SAFE = re.compile(r"https?://[^/\\\s]|mailto:[^\s]+@|tel:\+?[0-9]|/(?![/\\])", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'’”»…"


@dataclass(frozen=True)
class Span:
    """Some words of a line: plain, bold, or a link when `url` is filled."""

    text: str
    is_bold: bool = False
    url: str = ""

    @property
    def is_external(self) -> bool:
        """Whether the link leaves this site."""
        return self.url.lower().startswith("http")


Line = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside the page: 2, or 3 below it."""

    level: int
    line: Line
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True)
class Items:
    """A list, numbered or not."""

    lines: tuple[Line, ...]
    is_numbered: bool
    kind: ClassVar[str] = "items"


@dataclass(frozen=True)
class PictureAt:
    """The place of the page's picture with this number."""

    number: int
    kind: ClassVar[str] = "picture"


Block = Heading | Paragraph | Items | PictureAt


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order. Never fails: what is no mark is words."""
    return tuple(_blocks(text))


def plain(text: str) -> str:
    """The words alone, in one line: for search and for what other sites show of the page."""
    words = ["".join(span.text for span in line) for block in parse(text) for line in _lines_of(block)]
    return " ".join(words)


def pictures_named(text: str) -> frozenset[int]:
    """The numbers of the pictures that the text gives a place."""
    return frozenset(block.number for block in parse(text) if isinstance(block, PictureAt))


def unsafe_links(text: str) -> tuple[str, ...]:
    """Addresses in links that lead neither to a web page, a mailbox or telephone, nor into this site."""
    found = (match["to"] for match in _INLINE.finditer(_composed(text)) if match["words"])
    return tuple(to for to in found if not _SAFE.match(to))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _blocks(text: str) -> Iterator[Block]:
    waiting: list[str] = []
    shape = ""
    for line in map(str.strip, _composed(text).splitlines()):
        mark, words = _read(line)
        # a blank line ends a paragraph; a list goes on behind it
        if waiting and (mark != shape if line else shape == "paragraph"):
            yield _whole(shape, waiting)
            waiting = []
        if not line:
            continue
        shape = mark
        if mark == "picture":
            yield PictureAt(int(words))
        elif mark.startswith("#"):
            yield Heading(3 if mark == "###" else 2, _line(words))
        else:
            waiting.append(words)
    if waiting:
        yield _whole(shape, waiting)


def _read(line: str) -> tuple[str, str]:
    """What a line is, and its words."""
    if found := _PICTURE.fullmatch(line):
        return "picture", found[1]
    if found := _HEADING.fullmatch(line):
        return found[1], found[2]
    if found := _ITEM.fullmatch(line):
        return "items", found[1]
    if found := _NUMBERED.fullmatch(line):
        return "numbered", found[1]
    return "paragraph", line


def _whole(shape: str, lines: list[str]) -> Block:
    read = tuple(_line(one) for one in lines)
    return Paragraph(read) if shape == "paragraph" else Items(read, shape == "numbered")


def _line(text: str) -> Line:
    spans: list[Span] = []
    end = 0
    for match in _INLINE.finditer(text):
        span = _span(match)
        if text[end : match.start()]:
            spans.append(Span(text[end : match.start()]))
        spans.append(span)
        # what closes a sentence behind a bare address is no part of it
        end = match.start() + len(span.text) if match["bare"] else match.end()
    if text[end:]:
        spans.append(Span(text[end:]))
    return tuple(spans)


def _span(match: re.Match[str]) -> Span:
    if match["bold"]:
        return Span(match["bold"], is_bold=True)
    if match["bare"]:
        address = match["bare"].rstrip(_TRAILING)
        return Span(address, url=address if _SAFE.match(address) else "")
    if _SAFE.match(match["to"]):
        return Span(match["words"], url=match["to"])
    return Span(match[0])


def _lines_of(block: Block) -> tuple[Line, ...]:
    if isinstance(block, PictureAt):
        return ()
    return (block.line,) if isinstance(block, Heading) else block.lines
