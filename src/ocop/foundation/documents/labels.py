"""The words for kinds of files and papers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.rules import FileKind, PaperKind, ScanState, Wrong

FILE_KINDS: dict[FileKind, Promise | str] = {
    FileKind.PDF: _("PDF"),
    FileKind.IMAGE: _("ảnh JPG, PNG hoặc WebP"),
    FileKind.DOCX: _("Word (.docx)"),
    FileKind.XLSX: _("Excel (.xlsx)"),
    FileKind.MP4: _("phim MP4"),
    FileKind.XLS: _("Excel cũ (.xls)"),
    FileKind.ODS: "OpenDocument (.ods)",
    FileKind.CSV: "CSV (.csv, .txt)",
    FileKind.SOUND: _("âm thanh MP3, M4A hoặc OGG"),
}


def megabytes(size: int) -> str:
    """Bytes as megabytes with one decimal, rounded up,
    so that what is over a limit never looks like the limit.
    """
    tenths = -(-size * 10 // (1024 * 1024))
    return number_format(Decimal(tenths) / 10, 0 if tenths % 10 == 0 else 1)


def in_words(kinds: Iterable[FileKind]) -> str:
    """Kinds of files as a list for a sentence."""
    return ", ".join(str(FILE_KINDS[kind]) for kind in kinds)


PAPER_KINDS: dict[PaperKind, Promise | str] = {
    PaperKind.DECISION: _("Quyết định"),
    PaperKind.WORKING_RULES: _("Quy chế"),
    PaperKind.PLAN: _("Kế hoạch"),
    PaperKind.SUBMISSION_LETTER: _("Tờ trình"),
    PaperKind.MINUTES: _("Biên bản"),
    PaperKind.REPORT: _("Báo cáo"),
    PaperKind.NOTICE: _("Thông báo"),
    PaperKind.INVITATION: _("Giấy mời"),
    PaperKind.LETTER: _("Công văn"),
    PaperKind.LAW: _("Văn bản quy phạm pháp luật"),
    PaperKind.OTHER: _("Văn bản khác"),
}

WRONG: dict[Wrong, Promise | str] = {
    Wrong.NUMBER: _("Số, ký hiệu của văn bản"),
    Wrong.WORDS: _("Tên hoặc chữ in trong văn bản"),
}


def wrong_choices() -> list[tuple[str, str]]:
    """Choices of what a correcting paper corrects."""
    return [(kind.value, str(word)) for kind, word in WRONG.items()]


SCAN_STATES: dict[ScanState, Promise | str] = {
    ScanState.UNSCANNED: _("chưa quét vi-rút"),
    ScanState.CLEAN: _("đã quét, không có vi-rút"),
}
