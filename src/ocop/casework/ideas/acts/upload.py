"""Nhập từ Excel: a workbook of ideas is looked through; nothing in it is saved yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import SHEETS
from ocop.casework.ideas.models import IdeaSheet
from ocop.casework.ideas.permissions import SHEET_FILES, refuse_import
from ocop.casework.ideas.selectors.columns import MOST_IDEAS
from ocop.casework.ideas.selectors.sheets import Looked, look_through, owner_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import TABLE_KINDS
from ocop.foundation.tables.forms import ColumnsForm, TableField
from ocop.foundation.tables.memory import remember
from ocop.foundation.tables.showing import allowed
from ocop.kernel.tables import IDEAS, TableRead


class AsksWorkbook(Asks):
    """The table."""

    file = TableField(label=_("Bảng đã điền"))


@recorded
def check_sheet(file: File[Any], *, by: Person, at: datetime) -> IdeaSheet:
    """Keeps the table and says what is in it; no idea is saved.

    Refused: who is no officer; what cannot be opened.
    """
    ensure(refuse_import(who_is(by, at)))
    kept = store(file, owner=SHEET_FILES, by=by, at=at, kinds=TABLE_KINDS)
    stored = IdeaSheet(file=kept, row_count=0, faulty_count=0, uploaded_at=at, uploaded_by=by)
    count(stored, look_through(stored, by, at))
    stored.save()
    counts = {"rows": stored.row_count, "faulty": stored.faulty_count}
    record("idea_sheet.check", stored, by=by, at=at, data=counts)
    return stored


def count(sheet: IdeaSheet, looked: Looked) -> None:
    """What was found in it, in numbers."""
    sheet.row_count, sheet.faulty_count = len(looked.found.rows), looked.faulty_count


def choose_columns(
    sheet: IdeaSheet, found: TableRead, form: ColumnsForm, *, by: Person, at: datetime
) -> None:
    """Another sheet, or other columns: read anew, the columns remembered for the office. No official act."""
    name = form.cleaned_data.get("sheet", "") or sheet.sheet
    is_other = bool(name) and name != found.sheet.name
    sheet.sheet, sheet.mapping = name, None if is_other else form.mapping
    if not is_other:
        remember(owner_of(who_is(by, at)), IDEAS, found.titles.values(), form.mapping, at)
    count(sheet, look_through(sheet, by, at))
    sheet.save(update_fields=["sheet", "mapping", "row_count", "faulty_count"])


UPLOAD = Act(
    about=SHEETS,
    name="upload",
    refuse=refuse_import,
    form=AsksWorkbook,
    do=check_sheet,
    button=_("Nhập từ Excel"),
    heading=_("Nhập ý tưởng từ bảng Excel"),
    confirm=_("Đọc bảng"),
    show=lambda _form: {"most_rows": MOST_IDEAS, "fields": allowed(IDEAS)},
    then=lambda _none, sheet: sheet.get_absolute_url(),
    template="ideas/upload.html",
)
