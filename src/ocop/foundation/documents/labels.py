"""The words for kinds of files and papers."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.rules import FileKind, PaperKind, ScanState

FILE_KINDS: dict[FileKind, Promise | str] = {
    FileKind.PDF: _("PDF"),
    FileKind.IMAGE: _("ảnh JPG, PNG hoặc WebP"),
    FileKind.DOCX: _("Word (.docx)"),
    FileKind.XLSX: _("Excel (.xlsx)"),
    FileKind.MP4: _("phim MP4"),
}

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

SCAN_STATES: dict[ScanState, Promise | str] = {
    ScanState.UNSCANNED: _("chưa quét vi-rút"),
    ScanState.CLEAN: _("đã quét, không có vi-rút"),
}

# symbols of kinds in the number of a paper (Decree 30/2020, annex III); a letter has none
PAPER_SYMBOLS: dict[PaperKind, str] = {
    PaperKind.DECISION: "QĐ",
    PaperKind.WORKING_RULES: "QC",
    PaperKind.PLAN: "KH",
    PaperKind.SUBMISSION_LETTER: "TTr",
    PaperKind.MINUTES: "BB",
    PaperKind.REPORT: "BC",
    PaperKind.NOTICE: "TB",
    PaperKind.INVITATION: "GM",
}
