"""Gắn bản chụp: the scan of the paper that the member signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.about import PAPER_SHEET
from ocop.casework.paperwork.acts.type_sheet import kept
from ocop.casework.paperwork.checks import refuse_paper_now
from ocop.casework.paperwork.models import PaperSheet
from ocop.casework.paperwork.permissions import SCAN_FILES, refuse_type_sheet
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind

KINDS = (FileKind.PDF, FileKind.IMAGE)


class AsksPaperScan(Asks):
    """The signed paper, as PDF or picture."""

    file = UploadField(label=_("Bản chụp phiếu có chữ ký"), kinds=KINDS)

    def field_of(self, code: str) -> str | None:
        """What is refused of a file is said there."""
        return None if code.startswith("conflict_") else "file"


def refuse_scan_sheet(who: Who, paper: PaperSheet) -> Refusal | None:
    """Who may type it, once, while the paper can still become the member's sheet."""
    if refusal := refuse_type_sheet(who, paper):
        return refusal
    if paper.scan_id is not None:
        return Refusal(
            "conflict_scanned_before", _("Phiếu này đã có bản chụp."), _("Bản chụp không thay được.")
        )
    return refuse_paper_now(paper, who.at)


@recorded
def scan_sheet(paper: PaperSheet, *, file: File[Any], by: Person, at: datetime) -> PaperSheet:
    """Keeps the scan. Refused as typing is, a second time, and what is neither PDF nor picture."""
    held_item(paper.item)
    paper = kept(paper)
    ensure(refuse_scan_sheet(who_is(by, at), paper))
    paper.scan = store(file, owner=SCAN_FILES, by=by, at=at, kinds=KINDS)
    paper.save(update_fields=None if paper.pk is None else ["scan"])
    data = {"item": str(paper.item.key), "seat": paper.seat_id, "sha256": paper.scan.sha256}
    record("papersheet.scan", paper, by=by, at=at, data=data)
    return paper


SCAN_SHEET = Act(
    about=PAPER_SHEET,
    name="scan_sheet",
    path="ban-chup/",
    refuse=refuse_scan_sheet,
    form=AsksPaperScan,
    do=scan_sheet,
    button=_("Gắn bản chụp"),
    said=_("Đã gắn bản chụp."),
    icon="camera",
)
