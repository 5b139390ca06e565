"""A published decree as lines: paragraphs and rows of tables, from HTML or DOCX. Pure; nothing is fetched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from xml.etree import ElementTree

from ocop.kernel.text import one_line

MOST_BYTES = 60 * 1024 * 1024
BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERS = re.compile(r"[\d\s]*|[A-Za-z]")  # some printings have a letter for a figure
BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"}


class UnreadableFileError(ValueError):
    """The file is neither HTML nor DOCX, too large, or holds what no such document needs."""


@dataclass(frozen=True)
class Line:
    """One printed line: its text, and what stands in the points column
    (None where there is no such column).
    """

    text: str
    points: str | None = None


def read_lines(data: bytes) -> list[Line]:
    """The lines of a document in printed order. UnreadableFileError where it cannot be read safely."""
    if len(data) > MOST_BYTES:
        raise UnreadableFileError("the file is larger than 60 MB")
    if data.startswith(b"PK"):
        return list(_docx(data))
    reader = _Html()
    reader.feed(_decoded(data))
    reader.close()
    return reader.done()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError("the text is not UTF-8") from error


def row_lines(cells: list[list[str]]) -> Iterator[Line]:
    """The lines of one table row: paragraphs of the text cells,
    each with its own number where there are as many.
    """
    cells = [[text for text in map(one_line, cell) if text] for cell in cells]
    if len(cells) < 2 or not all(NUMBERS.fullmatch(text) for text in cells[-1]):
        yield from (Line(text) for cell in cells for text in cell)
        return
    texts, numbers = [text for cell in cells[:-1] for text in cell], cells[-1]
    if len(numbers) > 1 and len(numbers) == len(texts):
        yield from (Line(text, number) for text, number in zip_longest(texts, numbers))
    elif texts:
        yield Line(" ".join(texts), " ".join(numbers))


class _Html(HTMLParser):
    """Collects paragraphs; inside the innermost table the cells of its rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._words: list[str] = []
        self._cells: list[list[str]] | None = None
        self._silent = False

    def done(self) -> list[Line]:
        """Everything that was read."""
        self._end_paragraph()
        return self._lines

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Paragraphs, rows and cells begin."""
        if tag in ("script", "style"):
            self._silent = True  # what they hold is no markup, so they hold none of their own
        elif tag == "tr":
            self._end_paragraph()
            self._cells = []
        elif tag in ("td", "th") and self._cells is not None:
            self._end_paragraph()
            self._cells.append([])
        elif tag in BLOCKS:
            self._end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        """Paragraphs, rows and cells end."""
        if tag in ("script", "style"):
            self._silent = False
        elif tag in BLOCKS or tag in ("td", "th"):
            self._end_paragraph()
        elif tag == "tr" and self._cells is not None:
            self._end_paragraph()
            self._lines += row_lines(self._cells)
            self._cells = None

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self._silent:
            self._words.append(data)

    def _end_paragraph(self) -> None:
        text = "".join(self._words)
        self._words = []
        if not text.strip():
            return
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._lines.append(Line(one_line(text)))


def _docx(data: bytes) -> Iterator[Line]:
    body = _body(data)
    for element in body:
        if element.tag == f"{W}p":
            text = one_line(_text(element))
            if text:
                yield Line(text)
        elif element.tag == f"{W}tbl":
            for row in element.findall(f"{W}tr"):
                yield from row_lines(
                    [[_text(p) for p in cell.iter(f"{W}p")] for cell in row.findall(f"{W}tc")]
                )


def _body(data: bytes) -> ElementTree.Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(BODY) as file:
            content = file.read(MOST_BYTES + 1)  # what is unpacked is counted, not what the archive claims
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError) as error:
        raise UnreadableFileError("not a DOCX document") from error
    # entities are declared in a DOCTYPE only; without its zeros UTF-16 reads like the rest
    if len(content) > MOST_BYTES or b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise UnreadableFileError("the document is too large or declares entities")
    try:
        body = ElementTree.fromstring(content).find(f"{W}body")  # noqa: S314 - no DTD, so nothing expands or is fetched
    except ElementTree.ParseError as error:
        raise UnreadableFileError("not a DOCX document") from error
    if body is None:
        raise UnreadableFileError("the document is empty")
    return body


def _text(paragraph: ElementTree.Element) -> str:
    marks = {f"{W}tab": " ", f"{W}br": " "}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else marks.get(node.tag, "") for node in paragraph.iter()
    )
