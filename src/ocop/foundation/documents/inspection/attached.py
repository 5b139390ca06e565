"""Files inside a PDF: the data of an electronic invoice (PDF/A-3, ISO 19005-3, 6.8) may stay, nothing else.

What is let through is data beside the pages: XML that nothing can be run from, or a PDF that would be taken
by itself, tied to the document by /AFRelationship. Every file inside must be one of these, in every revision.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.parsers import expat

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

_MOST_INSIDE = 8 * 1024 * 1024
_MOST_FILES = 20
_MOST_OBJECTS = 200_000
_EMBEDDED = re.compile(rb"/EmbeddedFile(?![A-Za-z0-9_.\-])")
_PLACED = re.compile(rb"/EF(?![A-Za-z0-9_.\-])")
_RUNNABLE = frozenset({"html", "svg", "xsl", "stylesheet", "hta", "script"})
"""Root elements of what a browser would run."""


def are_harmless(reader: PdfReader, parts: Sequence[bytes], is_good_pdf: Callable[[bytes], bool]) -> bool:
    """Whether all that lies inside is such data. `parts` are the bytes that any reader may find: what only an
    older revision holds, or a name spelled in an unusual way, is not known, and then nothing is let through.
    """
    streams: dict[int, StreamObject] = {}
    places = 0
    for count, thing in enumerate(_things(reader)):
        if count > _MOST_OBJECTS:
            return False
        if "/EF" in thing:
            places += 1
            if "/AFRelationship" not in thing or not _is_data_name(thing):
                return False
            files = [one.get_object() for one in thing["/EF"].get_object().values()]
            streams |= {id(one): one for one in files if isinstance(one, StreamObject)}
        elif isinstance(thing, StreamObject) and thing.get("/Type") == "/EmbeddedFile":
            streams[id(thing)] = thing
    seen = tuple(sum(len(name.findall(part)) for part in parts) for name in (_EMBEDDED, _PLACED))
    typed = sum(one.get("/Type") == "/EmbeddedFile" for one in streams.values())
    if seen != (typed, places) or not 0 < len(streams) <= _MOST_FILES:
        return False
    return all(_is_data(_content(one), is_good_pdf) for one in streams.values())


def _things(reader: PdfReader) -> Iterator[Any]:
    """Every dictionary that stands by itself, and those written inside one or in a list."""
    keys = {(number, made) for made, known in reader.xref.items() for number in known}
    keys |= {(number, 0) for number in reader.xref_objStm}
    for number, made in sorted(keys):
        thing = reader.get_object(IndirectObject(number, made, reader))
        if isinstance(thing, DictionaryObject):
            yield thing
            yield from _inside(list(thing.values()))
        elif isinstance(thing, list):
            yield from _inside(thing)


def _inside(values: list[Any]) -> Iterator[Any]:
    """Dictionaries and lists written within others, not those that stand by themselves."""
    waiting = values
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            yield one
            waiting += list(one.values())
        elif isinstance(one, list):
            waiting += list(one)


def _is_data_name(place: Any) -> bool:
    names = [str(place[key]) for key in ("/F", "/UF") if key in place]
    return bool(names) and all(name.lower().endswith((".xml", ".pdf")) for name in names)


def _content(stream: StreamObject) -> bytes:
    """What is inside, unpacked; ValueError where it is packed in an unusual way or is too much."""
    packed: bytes = stream._data
    filters = stream.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, list) else [str(filters)] if filters else []
    if names not in ([], ["/FlateDecode"]) or "/DecodeParms" in stream:
        raise ValueError("a file inside that cannot be looked into")
    if names:
        machine = zlib.decompressobj()
        packed = machine.decompress(packed, _MOST_INSIDE + 1)
    if len(packed) > _MOST_INSIDE:
        raise ValueError("a file inside that unpacks to too much")
    return packed


def _is_data(content: bytes, is_good_pdf: Callable[[bytes], bool]) -> bool:
    return is_good_pdf(content) if content.startswith(b"%PDF-") else _is_plain_xml(content)


def _is_plain_xml(content: bytes) -> bool:
    """XML without a document type, entities, a style sheet or a root that a browser runs."""
    roots: list[str] = []
    bad: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _attributes: roots.append(name) if not roots else None
    parser.StartDoctypeDeclHandler = lambda *_declared: bad.append("document type")
    parser.ProcessingInstructionHandler = lambda target, _data: bad.append(target)
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return False
    return not bad and roots[0].rpartition(" ")[2].lower() not in _RUNNABLE
