"""Reads of files and papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from ocop.foundation.documents import access, storage
from ocop.foundation.documents.inspection.images import read_image
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.documents.rules import INSTEAD, ImageSize
from ocop.foundation.refusals import Refused


def readable_file(file_id: UUID, *, person: Any, at: datetime) -> StoredFile | None:
    """The file if it exists and this person may read it now. None does not say which of the two is wrong."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None or access.refuse_read(person, stored, at) is not None:
        return None
    return stored


def shown_file(file_id: UUID, *, person: Any, at: datetime) -> StoredFile | None:
    """The same for what a page shows in place:
    of a picture its sizes for display, of others the file itself.
    """
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None or access.refuse_see(person, stored, at) is not None:
        return None
    return stored


def content_of(stored: StoredFile) -> bytes:
    """The original bytes, checked against their hash. Refused where they are gone or damaged."""
    return storage.read_original(stored.sha256)


def image_of(stored: StoredFile, size: ImageSize) -> bytes:
    """A picture for display as WebP, without metadata.
    Made anew from the original where the storage has lost it.
    """
    content = storage.get(storage.image_key(stored.sha256, size))
    if content is None and size in INSTEAD:  # made anew it would cost at every look, which writes nothing
        content = storage.get(storage.image_key(stored.sha256, INSTEAD[size]))
    return content or read_image(content_of(stored), stored.name).renditions[size]


def avif_of(stored: StoredFile, size: ImageSize) -> bytes | None:
    """The same as AVIF; None where the picture was handed in before there was such: nothing is made here."""
    return storage.get(storage.image_key(stored.sha256, size, "avif"))


def paper_numbered(number: str, *, issuer: str, year: int) -> Paper | None:
    """The paper with this number and symbol that this issuer gave out in this year; none whose number was
    corrected since.
    """
    return Paper.objects.filter(number=number, issuer=issuer, year=year, is_misnumbered=False).first()


def damaged_files() -> Iterator[StoredFile]:
    """Every file whose bytes are missing, no longer have their hash, or are more or fewer than its row says.
    Reads everything: for the nightly check.
    """
    for stored in StoredFile.objects.order_by("uploaded_at", "pk").iterator():
        try:
            is_whole = len(storage.read_original(stored.sha256)) == stored.size
        except Refused:
            is_whole = False
        if not is_whole:
            yield stored
