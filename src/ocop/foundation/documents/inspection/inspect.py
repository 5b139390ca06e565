"""One look at one file: from bytes and a name to what it is, or a refusal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import File

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection import kinds as by_content
from ocop.foundation.documents.inspection.images import read_image
from ocop.foundation.documents.inspection.names import clean_name, ending_of
from ocop.foundation.documents.inspection.office import read_office
from ocop.foundation.documents.inspection.pdfs import read_pdf
from ocop.foundation.documents.inspection.sounds import read_sound
from ocop.foundation.documents.inspection.videos import read_mp4
from ocop.foundation.documents.rules import (
    ALL_KINDS,
    MEDIA_TYPES,
    TABLE_KINDS,
    FileKind,
    ImageSize,
    endings_of,
    limits,
)
from ocop.foundation.refusals import Refusal, Refused
from ocop.kernel.tables import Format, UnreadableError, open_book

_BEGINNING = 64 * 1024
"""Of a file that is too large no more is read: enough to tell its kind."""


@dataclass(frozen=True)
class Findings:
    """What a good file is. `renditions` and `avifs` only for pictures, `pages` only for PDF."""

    name: str
    media_type: str
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    renditions: dict[ImageSize, bytes] = field(default_factory=dict)
    avifs: dict[ImageSize, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """One look: what the file is, or everything for which it is refused, what weighs most first."""

    findings: Findings | None = None
    faults: tuple[Refusal, ...] = ()


def inspect(content: bytes, name: str, kinds: Collection[FileKind] = ALL_KINDS) -> Findings:
    """What the bytes are; `kinds` are the families asked for. Refused with a sentence for everything else."""
    return _taken(look(content, name, kinds))


def look(
    content: bytes, name: str, kinds: Collection[FileKind] = ALL_KINDS, *, is_torn: bool = False
) -> Look:
    """What the bytes are, or all their faults. Of a file that is too large only the beginning (`is_torn`) is
    here: its size and kind are judged, what is inside is not.
    """
    shown = clean_name(name)
    if not content:
        return Look(faults=(refusals.file_empty(shown),))
    is_torn = is_torn or len(content) > limits().bytes
    faults = [refusals.file_too_large(shown, limits().bytes)] if is_torn else []
    media_type = _asked_for(by_content.media_type_of(content), kinds) or _table_type(content, kinds)
    if (refusal := _refuse_kind(content, shown, media_type, kinds)) is not None:
        return Look(faults=(*faults, refusal))
    kind, endings = MEDIA_TYPES[media_type]
    faults += _refuse_ending(shown, kind, endings[0])
    if kind is not FileKind.ODS and by_content.is_two_kinds(content, media_type):
        faults.append(refusals.file_two_kinds(shown))
    if is_torn:
        return Look(faults=tuple(faults))
    found, more = _look_inside(content, _with_ending(shown, endings), media_type, kind)
    return Look(faults=(*faults, *more)) if faults or more else Look(found)


def _taken(seen: Look) -> Findings:
    if seen.findings is None:
        raise Refused(seen.faults[0])
    return seen.findings


def _asked_for(media_type: str, kinds: Collection[FileKind]) -> str:
    """Many telephones mark their sound as a film: where sound is asked for, it is taken for that."""
    is_sound = media_type == "video/mp4" and FileKind.SOUND in kinds and FileKind.MP4 not in kinds
    return "audio/mp4" if is_sound else media_type


def _table_type(content: bytes, kinds: Collection[FileKind]) -> str:
    """Where tables are asked for: what the reader of tables takes it for."""
    if FileKind.CSV not in kinds:
        return ""
    try:
        return _TABLES[open_book(content).format]
    except UnreadableError:
        return ""


def _with_ending(name: str, endings: tuple[str, ...]) -> str:
    """A picture named .jpg that is a PNG is an everyday slip, and some phones give no ending:
    it gets the right one.
    """
    ending = ending_of(name)
    if ending in endings:
        return name
    stem = name[: -len(ending) - 1] if ending else name
    return f"{stem}.{endings[0]}"


def examine(upload: File[Any], kinds: Collection[FileKind] = ALL_KINDS) -> tuple[bytes, Findings]:
    """The bytes of an upload and what they are. Refused for the first of its faults; too large a one unread.

    A form looks first, so that its other answers are not lost, and the action again: the second look costs
    nothing.
    """
    if upload.size > limits().bytes:
        raise Refused(refusals.file_too_large(clean_name(upload.name or ""), limits().bytes))
    content, seen = _looked_at(upload, kinds)
    return content, _taken(seen)


def faults_of(upload: File[Any], kinds: Collection[FileKind] = ALL_KINDS) -> tuple[Refusal, ...]:
    """Everything for which an upload is refused; nothing for a good one."""
    return _looked_at(upload, kinds)[1].faults


def _looked_at(upload: File[Any], kinds: Collection[FileKind]) -> tuple[bytes, Look]:
    is_torn = upload.size > limits().bytes
    upload.seek(0)
    content: bytes = upload.read(_BEGINNING) if is_torn else upload.read()
    known: Findings | None = getattr(upload, "findings", None)
    if known is not None and MEDIA_TYPES[known.media_type][0] in kinds:
        return content, Look(known)
    seen = look(content, upload.name or "", kinds, is_torn=is_torn)
    if seen.findings is not None:
        upload.findings = seen.findings  # type: ignore[attr-defined]
    return content, seen


def _refuse_kind(content: bytes, name: str, media_type: str, kinds: Collection[FileKind]) -> Refusal | None:
    if media_type and MEDIA_TYPES[media_type][0] in kinds:
        return None
    if not media_type and by_content.is_heic(content) and FileKind.IMAGE in kinds:
        return refusals.file_heic(name)
    found = MEDIA_TYPES[media_type][1][0] if media_type else by_content.looks_like(content)
    return refusals.file_kind_refused(name, found, kinds)


def _refuse_ending(name: str, kind: FileKind, found: str) -> list[Refusal]:
    ending = ending_of(name)
    if kind in TABLE_KINDS and any(ending in endings_of(one) for one in TABLE_KINDS):
        return []  # programs of offices call every table .xls
    is_disguised = bool(ending) and ending not in endings_of(kind)
    return [refusals.file_disguised(name, ending, found)] if is_disguised else []


def _look_inside(
    content: bytes, name: str, media_type: str, kind: FileKind
) -> tuple[Findings, list[Refusal]]:
    faults: list[Refusal] = []
    sizes: dict[str, Any] = {}
    try:
        if kind == FileKind.IMAGE:
            picture = read_image(content, name)
            sizes = {
                "width": picture.width, "height": picture.height, "renditions": picture.renditions,
                "avifs": picture.avifs,
            }  # fmt: skip
        elif kind == FileKind.PDF:
            sizes["pages"], faults = read_pdf(content, name)
        elif kind == FileKind.MP4:
            read_mp4(content, name)
        elif kind == FileKind.SOUND:
            read_sound(content, name, media_type)
        elif kind in {FileKind.DOCX, FileKind.XLSX}:
            faults = read_office(content, name)
    except Refused as refused:
        faults = [refused.refusal]
    return Findings(name, media_type, **sizes), faults


_TABLES = {
    Format.XLS: "application/vnd.ms-excel",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.CSV: "text/csv",
    Format.XLSX: "",
}
