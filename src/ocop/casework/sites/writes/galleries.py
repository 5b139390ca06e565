"""Photographs of a gallery: a site's, a place's to visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import store


def hang(uploads: Sequence[Any], photos: Any, *, caption: str, owner: str, by: Person, at: datetime) -> None:
    """Keeps each among the photographs of the gallery's owner, all with one caption."""
    for upload in uploads:
        file = store(upload, owner=owner, by=by, at=at, kinds=("image",))
        photos.create(file=file, caption=caption.strip())
