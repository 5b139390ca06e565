"""PDF files: how many pages, and nothing in them that runs."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection.attached import are_harmless
from ocop.foundation.documents.inspection.leading import leads_away
from ocop.foundation.documents.rules import limits
from ocop.foundation.refusals import Refusal

Refuse = Callable[[str], Refusal]
_MOST_INFLATED = 64 * 1024 * 1024
_MOST_PACKETS = 5_000
_LONGEST_DICTIONARY = 4_096
_PIECE = 16 * 1024


def _name(word: str) -> bytes:
    """A PDF name in every spelling: each letter may be written as # and its code (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join(b"(?:%c|#%02x)" % (letter, letter) for letter in word.encode("ascii"))


def _names(*words: str) -> re.Pattern[bytes]:
    """Any of the names, ended as names end, or by the end of the data."""
    return re.compile(b"(?:" + b"|".join(map(_name, words)) + rb")(?![A-Za-z0-9_.\-)])", re.IGNORECASE)


# by which a PDF runs a script, starts a program, sends a form or plays something embedded (ISO 32000-1,
# 12.6.4); long enough that no compressed picture holds one by chance
_ACTIVE = _names(
    "JavaScript", "Launch", "Rendition", "RichMedia", "RichMediaExecute", "ImportData", "SubmitForm"
)  # fmt: skip
# in 25 MB of a scan every thirtieth file holds this one by chance: looked for where objects stand alone
_FORM_OF_ITS_OWN = _names("XFA")
_ATTACHED = _names("EmbeddedFile", "EmbeddedFiles", "FileAttachment")
_PINNED = _names("FileAttachment")
_ELSEWHERE = _names("GoToR", "GoToE")
_PACKED_OBJECTS = _names("ObjStm")
_STREAM = re.compile(rb"stream\r?\n")
_DISGUISE = _names("Predictor", "DecodeParms")


def read_pdf(content: bytes, name: str, *, is_inside: bool = False) -> tuple[int, list[Refusal]]:
    """The number of pages, and all for which it is refused: encrypted, active, with other files inside,
    leading elsewhere, too long, broken.
    """
    if b"%%EOF" not in content[-2048:]:
        return 0, [refusals.file_broken(name)]
    harm: list[Refuse] = []
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:  # its packets cannot be looked into
            active = [refusals.pdf_active(name)] if _ACTIVE.search(content) else []
            return 0, [refusals.pdf_encrypted(name), *active]
        parts = list(_objects(content))
        harm += _harm_in(parts)
        if refusals.pdf_attached in harm and not is_inside and _is_invoice(reader, parts):
            harm.remove(refusals.pdf_attached)
        pages = _pages(reader)
        harm += _harm_of(reader, pages or ())
    except (Exception, RecursionError):  # the parser raises what it likes on broken data
        return 0, [refusals.file_broken(name), *(refuse(name) for refuse in dict.fromkeys(harm))]
    harm = list(dict.fromkeys(harm))
    faults = [refuse(name) for refuse in harm]
    if pages is None:
        faults.insert(0, refusals.pdf_too_many_pages(name, limits().pages))
    elif not pages:
        faults.insert(0, refusals.file_broken(name))
    return len(pages or ()), faults


def _harm_in(parts: list[bytes]) -> list[Refuse]:
    """What the bytes name, wherever they stand; each once, what weighs most first."""
    return list(dict.fromkeys(_named_in(parts)))


def _named_in(parts: list[bytes]) -> Iterator[Refuse]:
    for part in parts:
        if _ACTIVE.search(part) or (part is not parts[0] and _FORM_OF_ITS_OWN.search(part)):
            yield refusals.pdf_active
        if _ATTACHED.search(part):
            yield refusals.pdf_attached
        if _ELSEWHERE.search(part):
            yield refusals.pdf_leads_away


def _harm_of(reader: PdfReader, pages: Sequence[Any]) -> list[Refuse]:
    """What names too short or too usual to search for do where they stand."""
    root = reader.root_object
    form: Any = root.get("/AcroForm", DictionaryObject()).get_object()
    active: list[Refuse] = [refusals.pdf_active] if "/XFA" in form else []
    return [*active, refusals.pdf_leads_away] if leads_away(root, pages) else active


def _is_invoice(reader: PdfReader, parts: list[bytes]) -> bool:
    """Whether what is attached is data alone, beside the pages and pinned to none of them."""
    if any(_PINNED.search(part) for part in parts):
        return False
    return are_harmless(reader, parts, lambda inside: not read_pdf(inside, "", is_inside=True)[1])


def _pages(reader: PdfReader) -> list[Any] | None:
    """Leaves of the page tree, or None when there are more than the limit.

    Counted by hand: the /Count in a file may lie, and a tree may name one node a million times.
    """
    most = limits().pages
    waiting: list[Any] = [reader.root_object["/Pages"]]
    pages: list[Any] = []
    seen = 0
    while waiting:
        node = waiting.pop().get_object()
        seen += 1
        if seen > most * 10 + 100:
            return None
        if "/Kids" in node:
            waiting.extend(node["/Kids"])
        else:
            pages.append(node)
        if len(pages) > most:
            return None
    return pages


def _objects(content: bytes) -> Iterator[bytes]:
    """The file itself and every packet of objects unpacked: all that any reader may find, also in older
    revisions.

    Searching bytes is a hundred times faster than parsing, and sees what a parser would not look at.
    ValueError for packets that are packed in an unusual way or unpack to too much.
    """
    yield content
    room = _MOST_INFLATED
    for count, packet in enumerate(_PACKED_OBJECTS.finditer(content)):
        start = _STREAM.search(content, packet.end(), packet.end() + _LONGEST_DICTIONARY)
        beginning = content.rfind(b"obj", max(0, packet.start() - _LONGEST_DICTIONARY), packet.start())
        if start is None or beginning < 0 or _DISGUISE.search(content, beginning, start.end()):
            raise ValueError("a packet of objects that cannot be looked into")
        part = _inflated(content, start.end(), room)
        room -= len(part)
        if room <= 0 or count >= _MOST_PACKETS:
            raise ValueError("packets of objects that unpack to too much")
        yield part


def _inflated(content: bytes, at: int, room: int) -> bytes:
    """What was deflated from `at` on, at most `room` bytes;
    in pieces, because only the data itself tells its end.
    """
    machine = zlib.decompressobj()
    parts: list[bytes] = []
    while not machine.eof and room > 0:
        piece = machine.unconsumed_tail or content[at : at + _PIECE]
        at += 0 if machine.unconsumed_tail else _PIECE
        if not piece:
            raise ValueError("a packet of objects without end")
        parts.append(machine.decompress(piece, room))
        room -= len(parts[-1])
    return b"".join(parts)
