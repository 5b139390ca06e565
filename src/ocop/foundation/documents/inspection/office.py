"""Word and Excel files: an archive of XML that is looked into before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection.commands import DoctypeError, check_prologue, holds_command
from ocop.foundation.refusals import Refusal, Refused

_MOST_ENTRIES = 5_000
_MOST_UNPACKED = 200 * 1024 * 1024
_SUSPICIOUS_UNPACKED = 64 * 1024 * 1024
_SUSPICIOUS_RATIO = 50
_LARGEST_PART_READ = 8 * 1024 * 1024
_PIECE = 256 * 1024

_MACRO_PART = re.compile(
    r"(?:vbaProject|vbaData|macrosheets/|activeX/|ctrlProps/|attachedToolbars)", re.IGNORECASE
)
_MACRO_TYPE = re.compile(r"macroEnabled|vbaProject|ms-office\.activeX|oleObject", re.IGNORECASE)
_OTHER_LETTERS = re.compile(
    rb"\A(?:\xff\xfe|\xfe\xff|\0|.\0|<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"']))",
    re.IGNORECASE | re.DOTALL,
)
"""XML in which the marks below may be written in other bytes."""
_MAY_COMMAND = re.compile(rb"instrText|fldSimple|ddeLink")
_MAY_BE_BAR = re.compile(rb"\||&#")
_MAY_BE_FORMULA = re.compile(rb"f>|ormula|definedName")


def read_office(content: bytes, name: str) -> list[Refusal]:
    """Looks for passwords, bombs, macros, embedded programs, and content fetched from elsewhere; all that is
    found.
    """
    found: dict[str, Refusal] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive, name)
            xml = _parts_of_xml(archive)
            for entry in archive.infolist():
                for refusal in _faults_in(archive, entry, xml, name):
                    found.setdefault(refusal.code, refusal)
            if archive.testzip() is not None:
                raise Refused(refusals.file_broken(name))
    except Refused as refused:
        found.setdefault(refused.refusal.code, refused.refusal)
    except DoctypeError:
        external = refusals.office_external(name)
        found.setdefault(external.code, external)
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


def _faults_in(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, xml: set[str], name: str
) -> Iterator[Refusal]:
    part = entry.filename
    if _MACRO_PART.search(part) or (part.lower().endswith(".bin") and "/embeddings/" in part.lower()):
        yield refusals.office_macros(name)
    try:
        if part == "[Content_Types].xml":
            yield from _content_types(_read(archive, entry), name)
        elif part.endswith(".rels"):
            yield from _relations(_read(archive, entry), name)
        elif part.lower().endswith((".xml", ".vml")) or part.lower() in xml:
            yield from _xml(archive, entry, name)
    except DoctypeError:
        yield refusals.office_external(name)


def _parts_of_xml(archive: zipfile.ZipFile) -> set[str]:
    """The parts that the directory of types calls XML, whatever their own names; pictures apart."""
    known = _elements(_read(archive, archive.getinfo("[Content_Types].xml")))
    xml = [one for one in known if re.search(r"(?<!svg\+)xml$", one.get("ContentType", "").strip().lower())]
    named = {one.get("PartName", "").lstrip("/").lower() for one in xml}
    endings = tuple(f".{one['Extension'].lower()}" for one in xml if one.get("Extension"))
    return named | {part.lower() for part in archive.namelist() if part.lower().endswith(endings or ("\0",))}


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as part:
        content = part.read(_LARGEST_PART_READ + 1)
    if len(content) > _LARGEST_PART_READ:
        raise ValueError("a directory part is far too large")
    return content


def _elements(content: bytes) -> list[dict[str, str]]:
    """The attributes of every element. Definitions of entities are never followed."""
    found: list[dict[str, str]] = []

    check_prologue([content])
    parser = expat.ParserCreate()
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
    check_prologue(_pieces(archive, entry))
    if _may_command(archive, entry) and holds_command(_pieces(archive, entry)):
        yield refusals.office_macros(name)


def _may_command(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """A quick look, which spares the reading of large tables: most have neither fields nor bars."""
    has_bar = has_formula = False
    rest = b""
    for piece in _pieces(archive, entry):
        if not rest and _OTHER_LETTERS.match(piece):
            return True
        seen, rest = rest + piece, piece[-16:]
        if _MAY_COMMAND.search(seen):
            return True
        has_bar = has_bar or _MAY_BE_BAR.search(seen) is not None
        has_formula = has_formula or _MAY_BE_FORMULA.search(seen) is not None
    return has_bar and has_formula


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while piece := part.read(_PIECE):
            yield piece
