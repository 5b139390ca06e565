"""Nhập từ Excel: a workbook of ideas is looked through; nothing in it is saved yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import SHEETS
from ocop.casework.ideas.models import IdeaSheet
from ocop.casework.ideas.permissions import SHEET_FILES, refuse_import
from ocop.casework.ideas.selectors.columns import MOST_IDEAS
from ocop.casework.ideas.selectors.sheets import Looked, look_through
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.engines.sheets import mark
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.documents.selectors import content_of

MARKED = "da-danh-dau.xlsx"


class AsksWorkbook(Asks):
    """The workbook."""

    file = UploadField(label=_("Bảng Excel đã điền"), kinds=(FileKind.XLSX,))


@recorded
def check_sheet(file: File[Any], *, by: Person, at: datetime) -> IdeaSheet:
    """Keeps the workbook and says what is in it; no idea is saved. Faults come back in the same workbook,
    marked.

    Refused: who is no officer; a workbook that cannot be taken as a whole (see `engines.sheets.read_sheet`).
    """
    ensure(refuse_import(who_is(by, at)))
    kept = store(file, owner=SHEET_FILES, by=by, at=at, kinds=(FileKind.XLSX,))
    content = content_of(kept)
    found = look_through(content, kept.name, by, at)
    stored = IdeaSheet.objects.create(
        file=kept,
        marked=_marked(content, found, kept.name, by=by, at=at) if found.remarks else None,
        row_count=len(found.table.rows),
        faulty_count=len(found.faulty_rows),
        uploaded_at=at,
        uploaded_by=by,
    )
    counts = {"rows": stored.row_count, "faulty": stored.faulty_count}
    record("idea_sheet.check", stored, by=by, at=at, data=counts)
    return stored


def _marked(content: bytes, found: Looked, name: str, *, by: Person, at: datetime) -> StoredFile:
    marked = mark(content, found.table, found.checked.remarks)
    file = ContentFile(marked, name=f"{name.rpartition('.')[0]}-{MARKED}")
    return store(file, owner=SHEET_FILES, by=by, at=at, kinds=(FileKind.XLSX,))


UPLOAD = Act(
    about=SHEETS,
    name="upload",
    refuse=refuse_import,
    form=AsksWorkbook,
    do=check_sheet,
    button=_("Nhập từ Excel"),
    heading=_("Nhập ý tưởng từ bảng Excel"),
    confirm=_("Kiểm tra bảng"),
    show=lambda _form: {"most_rows": MOST_IDEAS},
    then=lambda _none, sheet: sheet.get_absolute_url(),
    template="ideas/upload.html",
)
