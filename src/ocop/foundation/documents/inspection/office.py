"""Word and Excel files: an archive of XML that is looked into before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from ocop.foundation.documents import refusals
from ocop.foundation.refusals import Refusal, Refused

_MOST_ENTRIES = 5_000
_MOST_UNPACKED = 200 * 1024 * 1024
_SUSPICIOUS_UNPACKED = 64 * 1024 * 1024
_SUSPICIOUS_RATIO = 50
_LARGEST_PART_READ = 8 * 1024 * 1024
_PROLOGUE = 4096

_MACRO_PART = re.compile(
    r"(?:vbaProject|vbaData|macrosheets/|activeX/|ctrlProps/|attachedToolbars)", re.IGNORECASE
)
_MACRO_TYPE = re.compile(r"macroEnabled|vbaProject|ms-office\.activeX|oleObject", re.IGNORECASE)
_COMMAND_FIELD = re.compile(rb"<w:instrText[^>]*>\s*DDE|<ddeLink\b|\bw:instr=\"\s*DDE", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class _DoctypeError(Exception):
    """The XML brings definitions of its own."""


def read_office(content: bytes, name: str) -> list[Refusal]:
    """Looks for passwords, bombs, macros, embedded programs, and content fetched from elsewhere; all that is
    found.
    """
    found: dict[str, Refusal] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive, name)
            for entry in archive.infolist():
                for refusal in _faults_in(archive, entry, name):
                    found.setdefault(refusal.code, refusal)
            if archive.testzip() is not None:
                raise Refused(refusals.file_broken(name))
    except Refused as refused:
        found.setdefault(refused.refusal.code, refused.refusal)
    except Exception:  # the archive, its compression and its XML each have errors of their own
        broken = refusals.file_broken(name)
        found.setdefault(broken.code, broken)
    return list(found.values())


def _check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """Before unpacking, by the directory: reading never gives more than the directory says."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    is_swollen = unpacked > _SUSPICIOUS_UNPACKED and unpacked / packed > _SUSPICIOUS_RATIO
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or is_swollen:
        raise Refused(refusals.office_bomb(name))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(refusals.office_locked(name))
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or any(_leads_out(part) for part in names):
        raise Refused(refusals.file_broken(name))


def _leads_out(part: str) -> bool:
    return part.startswith("/") or "\\" in part or ":" in part or ".." in part.split("/")


def _faults_in(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Iterator[Refusal]:
    part = entry.filename
    if _MACRO_PART.search(part) or (part.lower().endswith(".bin") and "/embeddings/" in part.lower()):
        yield refusals.office_macros(name)
    try:
        if part == "[Content_Types].xml":
            yield from _content_types(_read(archive, entry), name)
        elif part.endswith(".rels"):
            yield from _relations(_read(archive, entry), name)
        elif part.endswith((".xml", ".vml")):
            yield from _xml(archive, entry, name)
    except _DoctypeError:
        yield refusals.office_external(name)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as part:
        content = part.read(_LARGEST_PART_READ + 1)
    if len(content) > _LARGEST_PART_READ:
        raise ValueError("a directory part is far too large")
    return content


def _elements(content: bytes) -> list[dict[str, str]]:
    """The attributes of every element. Definitions of entities are never followed."""
    found: list[dict[str, str]] = []

    def refuse_doctype(*_: object) -> None:
        raise _DoctypeError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda _tag, attributes: found.append(attributes)
    parser.Parse(content, True)
    return found


def _content_types(content: bytes, name: str) -> Iterator[Refusal]:
    if any(_MACRO_TYPE.search(element.get("ContentType", "")) for element in _elements(content)):
        yield refusals.office_macros(name)


def _relations(content: bytes, name: str) -> Iterator[Refusal]:
    """Links that a reader clicks are harmless; what is fetched at opening is not."""
    for element in _elements(content):
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        if kind in {"vbaProject", "control", "activeXControl", "oleObject"}:
            yield refusals.office_macros(name)
        if element.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
            yield refusals.office_external(name)


def _xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Iterator[Refusal]:
    with archive.open(entry) as part:
        start = part.read(_PROLOGUE)
        rest = part.read(_LARGEST_PART_READ)
    # the same letters in UTF-16 have a zero byte beside each
    if _DOCTYPE.search(start) or _DOCTYPE.search(start.replace(b"\0", b"")):
        raise _DoctypeError
    if _COMMAND_FIELD.search(start + rest):
        yield refusals.office_macros(name)
