"""Ideas from a workbook: looked through first, then saved whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import transaction

from ocop.casework.ideas import notices, permissions
from ocop.casework.ideas.actions.writing import register_idea, submit_idea
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.selectors.sheets import MOST_IDEAS, Checked, check_rows, columns
from ocop.foundation.audit.actions import record
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.engines.sheets import Sheet, mark, read_sheet
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.ui.refusals import ensure

MARKED = "da-danh-dau.xlsx"


@transaction.atomic
def check_sheet(upload: File[Any], *, by: Any, at: datetime) -> IdeaSheet:
    """Keeps the workbook and says what is in it; no idea is saved. Faults come back in the same workbook,
    marked.

    Refused: who is no officer; a workbook that cannot be taken as a whole (see `engines.sheets.read_sheet`).
    """
    ensure(permissions.refuse_import_ideas(by, at))
    kept = store(upload, owner=permissions.SHEET_FILES, by=by, at=at, kinds=(FileKind.XLSX,))
    content = content_of(kept)
    sheet, checked = _look_through(content, kept.name, by, at)
    remarks = [*sheet.faults, *checked.remarks]
    stored = IdeaSheet.objects.create(
        file=kept,
        marked=_marked(content, kept, sheet, checked, by, at) if remarks else None,
        row_count=len(sheet.rows),
        faulty_count=len(_faulty(sheet, checked)),
        uploaded_at=at,
        uploaded_by=by,
    )
    record(
        "idea_sheet.check",
        stored,
        by=by,
        at=at,
        data={"rows": stored.row_count, "faulty": stored.faulty_count},
    )
    return stored


def _look_through(content: bytes, name: str, by: Any, at: datetime) -> tuple[Sheet, Checked]:
    sheet = read_sheet(content, name, columns([], at), most_rows=MOST_IDEAS)
    return sheet, check_rows(sheet, person=by, at=at)


def _faulty(sheet: Sheet, checked: Checked) -> set[int]:
    return {fault.row for fault in sheet.faults} | checked.faulty_rows


def _marked(
    content: bytes, kept: StoredFile, sheet: Sheet, checked: Checked, by: Any, at: datetime
) -> StoredFile:
    name = f"{kept.name.rpartition('.')[0]}-{MARKED}"
    marked = ContentFile(mark(content, sheet, checked.remarks), name=name)
    return store(marked, owner=permissions.SHEET_FILES, by=by, at=at, kinds=(FileKind.XLSX,))


def save_sheet(sheet: IdeaSheet, *, by: Any, at: datetime) -> int:
    """Registers and sends every idea of a clean workbook, all or nothing; how many.
    Refused as `saving` is.
    """
    return sum(1 for _done in saving(sheet, by=by, at=at))


def saving(sheet: IdeaSheet, *, by: Any, at: datetime) -> Iterator[int]:
    """The same step by step, so that a page can tell how far it is: yields the number of ideas saved so far.

    Everything happens in one transaction, which ends with the last step; whoever stops listening saves
    nothing. Refused: another person; a workbook that was saved; one with faults, also such as came up since
    it was checked.
    """
    with transaction.atomic():
        stored = IdeaSheet.objects.select_for_update(of=("self",)).select_related("file").get(pk=sheet.pk)
        ensure(permissions.refuse_save_sheet(by, stored, at))
        table, checked = _look_through(content_of(stored.file), stored.file.name, by, at)
        stored.faulty_count = len(_faulty(table, checked))
        ensure(permissions.refuse_save_sheet(by, stored, at))
        saved: list[Idea] = []
        for number, entry in enumerate(checked.entries, start=1):
            idea = register_idea(
                fields=entry.fields, producer=entry.producer, is_for_other=True, sheet=stored, by=by, at=at
            )
            saved.append(submit_idea(idea, by=by, at=at, is_told=False))
            yield number
        notices.imported(saved, by=by, at=at)
        stored.saved_at = at
        stored.save(update_fields=["saved_at"])
        record("idea_sheet.save", stored, by=by, at=at, data={"ideas": len(checked.entries)})
