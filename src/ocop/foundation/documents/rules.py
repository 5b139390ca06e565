"""What kinds of files and papers there are, how large a file may be,
and how a number is printed. No database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.conf import settings

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class FileKind(StrEnum):
    """The families of files that people may hand in."""

    PDF = "pdf"
    IMAGE = "image"
    DOCX = "docx"
    XLSX = "xlsx"
    MP4 = "mp4"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    SOUND = "sound"


ALL_KINDS = (FileKind.PDF, FileKind.IMAGE, FileKind.DOCX, FileKind.XLSX, FileKind.MP4)
"""What people hand in where nothing else is said."""
TABLE_KINDS = (FileKind.XLSX, FileKind.XLS, FileKind.ODS, FileKind.CSV)
"""What tables are read from."""

# media type -> (family, the endings that go with it, the first one is given to a name that has none)
MEDIA_TYPES: dict[str, tuple[FileKind, tuple[str, ...]]] = {
    "application/pdf": (FileKind.PDF, ("pdf",)),
    "image/jpeg": (FileKind.IMAGE, ("jpg", "jpeg", "jfif")),
    "image/png": (FileKind.IMAGE, ("png",)),
    "image/webp": (FileKind.IMAGE, ("webp",)),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (FileKind.DOCX, ("docx",)),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (FileKind.XLSX, ("xlsx",)),
    "video/mp4": (FileKind.MP4, ("mp4", "m4v")),
    "application/vnd.ms-excel": (FileKind.XLS, ("xls",)),
    "application/vnd.oasis.opendocument.spreadsheet": (FileKind.ODS, ("ods",)),
    "text/csv": (FileKind.CSV, ("csv", "txt", "tsv")),
    "audio/mpeg": (FileKind.SOUND, ("mp3",)),
    "audio/mp4": (FileKind.SOUND, ("m4a",)),
    "audio/ogg": (FileKind.SOUND, ("ogg", "oga", "opus")),
}


def endings_of(kind: FileKind) -> tuple[str, ...]:
    """Every ending that a file of this family may carry, without the dot."""
    return tuple(ending for family, endings in MEDIA_TYPES.values() if family == kind for ending in endings)


class ImageSize(StrEnum):
    """The sizes in which a picture is shown; the value stands in the address."""

    DISPLAY = "lon"
    MIDDLE = "vua"
    THUMB = "nho"
    CARD = "the"


LONGEST_SIDE = {ImageSize.DISPLAY: 1600, ImageSize.MIDDLE: 800, ImageSize.THUMB: 480, ImageSize.CARD: 320}
AVIF_SIZES = (ImageSize.MIDDLE, ImageSize.THUMB, ImageSize.CARD)
"""The sizes that pages show to everyone are there as AVIF too, a quarter lighter."""
INSTEAD = {ImageSize.MIDDLE: ImageSize.DISPLAY, ImageSize.CARD: ImageSize.THUMB}
"""What is shown of a picture that was handed in before there was such a size."""


class ScanState(StrEnum):
    """Whether a virus scanner has looked at the bytes. Infected files are refused and never stored."""

    UNSCANNED = "unscanned"
    CLEAN = "clean"


class PaperKind(StrEnum):
    """Kinds of papers by Decree 30/2020 article 7, and the ones a programme leans on besides."""

    DECISION = "decision"
    WORKING_RULES = "working_rules"
    PLAN = "plan"
    SUBMISSION_LETTER = "submission_letter"
    MINUTES = "minutes"
    REPORT = "report"
    NOTICE = "notice"
    INVITATION = "invitation"
    LETTER = "letter"
    LAW = "law"
    OTHER = "other"


class Wrong(StrEnum):
    """What a correcting paper corrects: the number under which a paper went out, or words printed in it."""

    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True)
class Limits:
    """The most that one file may hold. Bytes, pages, pixels, seconds for a scan."""

    bytes: int
    pages: int
    pixels: int


def limits() -> Limits:
    """The limits in force: the settings DOCUMENTS_MAX_BYTES, _PAGES, _PIXELS, or 25 MB,
    200 pages, 40 megapixels.
    """
    return Limits(
        bytes=getattr(settings, "DOCUMENTS_MAX_BYTES", 25 * 1024 * 1024),
        pages=getattr(settings, "DOCUMENTS_MAX_PAGES", 200),
        pixels=getattr(settings, "DOCUMENTS_MAX_PIXELS", 40_000_000),
    )


def number_year(at: datetime) -> int:
    """The year whose series of numbers is running at this moment, by the clock in Vietnam."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(VIETNAM).year
