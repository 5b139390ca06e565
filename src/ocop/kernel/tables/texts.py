"""Tables as text: which letters, which separator. Semicolons, tabs, commas; UTF-8, UTF-16, Windows-1258."""

from __future__ import annotations

import csv
import io
import unicodedata

from ocop.kernel.tables.book import Book, Format, Problem, Sheet, UnreadableError
from ocop.kernel.text.legacy import Alphabet, alphabet_of
from ocop.kernel.text.syllables import is_syllable

MOST_LINES = 100_000
MOST_COLUMNS = 300
_SEPARATORS = ";\t,|"
_LOOKED_AT = 30
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def open_text(content: bytes) -> Book:
    """One sheet of the cells of a text. Raises where it is no text, or too long."""
    text, encoding = decoded(content)
    return Book(Format.CSV, encoding, [Sheet("CSV", [list(row) for row in cells_of(text)])])


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; composed letters."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _decode(content, encoding), encoding.removesuffix("-sig")
    if b"\0" in content[:4096]:
        if len(content) % 2 == 0 and (sides := _zeros(content[:4096])):
            return _decode(content, sides), "utf-16"
        raise UnreadableError(Problem.UNKNOWN)
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _of_eight_bits(content)


def _decode(content: bytes, encoding: str) -> str:
    try:
        return unicodedata.normalize("NFC", content.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(Problem.BROKEN) from error


def _zeros(start: bytes) -> str:
    """Which half of each pair is often zero, as it is where Latin letters stand in 16 bits."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) // 8 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) // 8 and odd == 0 else ""


def _of_eight_bits(content: bytes) -> tuple[str, str]:
    """Windows-1258 where its words are Vietnamese; else the letters under which older fonts lie."""
    plain = content.decode("latin-1")
    try:
        windows = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        return plain, "windows-1252"
    words = [word for word in windows.split() if not word.isascii()]
    fitting = sum(is_syllable(word.strip(".,;:()\"'")) for word in words)
    if alphabet_of(plain.split("\n")) is not Alphabet.UNICODE and fitting * 3 < len(words) * 2:
        return plain, "windows-1252"
    return windows, "windows-1258"


def cells_of(text: str) -> list[list[str | None]]:
    """Text as cells, empty ones as None. A first line "sep=;" names the separator."""
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"')
    if named.lower().startswith("sep=") and len(named) == 5:
        # the line stays as a row, so that rows count as the office counts them
        return [[], *_parse(rest, named[4])]
    separator = _separator(text)
    return _parse(text, separator)


def _parse(text: str, separator: str) -> list[list[str | None]]:
    rows: list[list[str | None]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append([cell.strip() or None for cell in row[:MOST_COLUMNS]])
            if len(rows) > MOST_LINES:
                raise UnreadableError(Problem.TOO_HEAVY)
    except csv.Error as error:
        raise UnreadableError(Problem.BROKEN) from error
    return rows


def _separator(text: str) -> str:
    """The mark by which most lines fall into the same number of cells, more than one."""
    lines = [line for line in text.split("\n", 400)[:400] if line.strip()][:_LOOKED_AT]
    best, most = ",", 0
    for mark in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        except csv.Error:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width) * (width > 1), width), default=1)
        score = widths.count(usual) * (usual - 1)
        if score > most:
            best, most = mark, score
    return best
