"""Pictures of a page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.communication import permissions, refusals
from ocop.casework.communication.models import NewsPage, NewsPicture
from ocop.casework.communication.rules import pictures_named
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line


@recorded
def add_picture(page: NewsPage, *, upload: File[Any], caption: str, by: Person, at: datetime) -> NewsPicture:
    """Adds a picture under the next number.
    Refused as for revising, without a caption, and for what is no picture.
    """
    held(page)
    ensure(permissions.refuse_revise(by, page, at))
    caption = one_line(caption)[:200]
    if not caption:
        raise Refused(refusals.caption_missing())
    file = store(upload, owner=permissions.PICTURE_FILES, by=by, at=at, kinds=[FileKind.IMAGE])
    last = page.pictures.order_by("-number").values_list("number", flat=True).first() or 0
    picture = NewsPicture.objects.create(
        page=page, number=last + 1, file=file, caption=caption, added_by=by, added_at=at
    )
    record("newspage.add_picture", page, by=by, at=at, data={"number": picture.number, "sha256": file.sha256})
    return picture


@recorded
def remove_picture(picture: NewsPicture, *, by: Person, at: datetime) -> None:
    """Takes a picture off the page; the file stays. Refused as for revising, and while the text names it."""
    page = picture.page
    held(page)
    ensure(permissions.refuse_revise(by, page, at))
    if picture.number in pictures_named(page.body) | pictures_named(page.body_en):
        raise Refused(refusals.picture_named(picture.number))
    picture.is_removed = True
    picture.save(update_fields=["is_removed"])
    record("newspage.remove_picture", page, by=by, at=at, data={"number": picture.number})
