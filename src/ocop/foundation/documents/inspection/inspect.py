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
from ocop.foundation.refusals import Refused
from ocop.kernel.tables import Format, UnreadableError, open_book


@dataclass(frozen=True)
class Findings:
    """What a good file is. `renditions` only for pictures, `pages` only for PDF."""

    name: str
    media_type: str
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    renditions: dict[ImageSize, bytes] = field(default_factory=dict)


def inspect(content: bytes, name: str, kinds: Collection[FileKind] = ALL_KINDS) -> Findings:
    """What the bytes are; `kinds` are the families asked for. Refused with a sentence for everything else."""
    shown = clean_name(name)
    _check_size(content, shown)
    media_type = by_content.media_type_of(content) or _table_type(content, kinds)
    _check_kind(content, shown, media_type, kinds)
    kind, endings = MEDIA_TYPES[media_type]
    _check_ending(shown, kind, endings[0])
    if kind is not FileKind.ODS and by_content.is_two_kinds(content, media_type):
        raise Refused(refusals.file_two_kinds(shown))
    return _look_inside(content, _with_ending(shown, endings), media_type, kind)


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
    """The bytes of an upload and what they are; too large a one is refused unread.

    A form looks first, so that its other answers are not lost, and the action again: the second look costs
    nothing.
    """
    name = upload.name or ""
    if upload.size > limits().bytes:
        raise Refused(refusals.file_too_large(clean_name(name), limits().bytes))
    upload.seek(0)
    content: bytes = upload.read()
    known: Findings | None = getattr(upload, "findings", None)
    if known is None or MEDIA_TYPES[known.media_type][0] not in kinds:
        known = inspect(content, name, kinds)
        upload.findings = known  # type: ignore[attr-defined]
    return content, known


def _check_size(content: bytes, name: str) -> None:
    if not content:
        raise Refused(refusals.file_empty(name))
    if len(content) > limits().bytes:
        raise Refused(refusals.file_too_large(name, limits().bytes))


def _check_kind(content: bytes, name: str, media_type: str, kinds: Collection[FileKind]) -> None:
    if media_type and MEDIA_TYPES[media_type][0] in kinds:
        return
    if not media_type and by_content.is_heic(content) and FileKind.IMAGE in kinds:
        raise Refused(refusals.file_heic(name))
    found = MEDIA_TYPES[media_type][1][0] if media_type else by_content.looks_like(content)
    raise Refused(refusals.file_kind_refused(name, found, kinds))


def _check_ending(name: str, kind: FileKind, found: str) -> None:
    ending = ending_of(name)
    if kind in TABLE_KINDS and any(ending in endings_of(one) for one in TABLE_KINDS):
        return  # programs of offices call every table .xls
    if ending and ending not in endings_of(kind):
        raise Refused(refusals.file_disguised(name, ending, found))


def _look_inside(content: bytes, name: str, media_type: str, kind: FileKind) -> Findings:
    if kind == FileKind.IMAGE:
        picture = read_image(content, name)
        return Findings(
            name, media_type, width=picture.width, height=picture.height, renditions=picture.renditions
        )
    if kind == FileKind.PDF:
        return Findings(name, media_type, pages=read_pdf(content, name))
    if kind == FileKind.MP4:
        read_mp4(content, name)
    elif kind in {FileKind.DOCX, FileKind.XLSX}:
        read_office(content, name)
    return Findings(name, media_type)


_TABLES = {
    Format.XLS: "application/vnd.ms-excel",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.CSV: "text/csv",
    Format.XLSX: "",
}
