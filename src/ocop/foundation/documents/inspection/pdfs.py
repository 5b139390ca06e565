"""PDF files: how many pages, and nothing in them that runs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from ocop.foundation.documents import refusals
from ocop.foundation.documents.rules import limits
from ocop.foundation.ui.refusals import Refused

# keys and action names by which a PDF runs a script, starts a program or plays something embedded (ISO 32000-1, 12.6.4)
_ACTIVE_KEYS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/RichMediaSettings"}
_ACTIVE_ACTIONS = {"/JavaScript", "/Launch", "/Rendition", "/RichMediaExecute", "/ImportData", "/SubmitForm"}
_MOST_OBJECTS = 300_000


def read_pdf(content: bytes, name: str) -> int:
    """The number of pages. Refused when encrypted, active, too long or broken."""
    if b"%%EOF" not in content[-2048:]:
        raise Refused(refusals.file_broken(name))
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Refused(refusals.pdf_encrypted(name))
        pages = _count_pages(reader)
        is_active = any(_runs(value) for value in _dictionaries(reader))
    except Refused:
        raise
    except (Exception, RecursionError) as error:  # the parser raises what it likes on broken data
        raise Refused(refusals.file_broken(name)) from error
    if pages is None:
        raise Refused(refusals.pdf_too_many_pages(name, limits().pages))
    if pages == 0:
        raise Refused(refusals.file_broken(name))
    if is_active:
        raise Refused(refusals.pdf_active(name))
    return pages


def _count_pages(reader: PdfReader) -> int | None:
    """Leaves of the page tree, or None when there are more than the limit.

    Counted by hand: the /Count in a file may lie, and a tree may name one node a million times.
    """
    most = limits().pages
    waiting: list[Any] = [reader.root_object["/Pages"]]
    pages = seen = 0
    while waiting:
        node = waiting.pop().get_object()
        seen += 1
        if seen > most * 10 + 100:
            return None
        if "/Kids" in node:
            waiting.extend(node["/Kids"])
        else:
            pages += 1
        if pages > most:
            return None
    return pages


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of every object, those inside others too; each object once."""
    numbers = {(number, generation) for generation, xref in reader.xref.items() for number in xref}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        raise ValueError("too many objects")
    for number, generation in sorted(numbers):
        waiting: list[Any] = [reader.get_object(IndirectObject(number, generation, reader))]
        while waiting:
            value = waiting.pop()
            if isinstance(value, DictionaryObject):
                yield value
                waiting.extend(value.values())
            elif isinstance(value, ArrayObject):
                waiting.extend(value)


def _runs(value: DictionaryObject) -> bool:
    return not _ACTIVE_KEYS.isdisjoint(value) or value.get("/S") in _ACTIVE_ACTIONS
