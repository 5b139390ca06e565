"""The files of tables that people handed in: who handed one in reads it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext as _

from ocop.foundation.documents import access
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import TABLE_KINDS
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.tables.labels import refusal_of
from ocop.foundation.tables.models import TableFile
from ocop.kernel.tables import Book, Kind, UnreadableError, open_book

OWNER = "tables.file"


def register_files() -> None:
    """Tells the documents who may read them."""
    access.register(OWNER, _refuse_read)


def _refuse_read(person: Any, stored_file: StoredFile, _at: datetime) -> Refusal | None:
    if stored_file.uploaded_by_id == getattr(person, "pk", None):
        return None
    return Refusal("not_reader", _("Bạn không xem được bảng này."), _("Chỉ người gửi bảng xem được."))


def keep_table(
    upload: File[Any], *, kind: Kind, about: str, options: dict[str, Any], by: Any, at: datetime
) -> TableFile:
    """Keeps a table for one matter; nothing in it is saved yet. Refused: what is no table."""
    file = store(upload, owner=OWNER, by=by, at=at, kinds=TABLE_KINDS)
    return TableFile.objects.create(
        kind=kind.name, about=about, file=file, options=options, uploaded_at=at, uploaded_by=by
    )


def book_of(file: StoredFile) -> Book:
    """The sheets of a stored table. Refused where it cannot be opened."""
    try:
        return open_book(content_of(file), file.name)
    except UnreadableError as error:
        raise Refused(refusal_of(error)) from error
