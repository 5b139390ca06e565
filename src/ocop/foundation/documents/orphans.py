"""Bytes that no row speaks of, and rows whose bytes are gone. What a package keeps in the storage beside
stored files it names here:

    orphans.register(keys_of_exports)
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from ocop.foundation.documents import storage
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import AVIF_SIZES, ImageSize

logger = logging.getLogger(__name__)
AGE = timedelta(days=1)
"""Younger bytes may belong to an act that is not committed yet: bytes are written before their row."""
OURS = ("originals/", "images/", "exports/")
"""What the application writes; anything else somebody put there, and nobody but they may take it away."""

Keys = Callable[[], Iterable[str]]
_spoken_of: list[Keys] = []


def register(keys: Keys) -> None:
    """Names a function that gives the keys of which the rows of a package speak."""
    if keys not in _spoken_of:
        _spoken_of.append(keys)


def orphans(*, at: datetime) -> Iterator[str]:
    """The keys of bytes older than a day of which no row speaks."""
    found = list(_walk(""))  # before the rows are read: an act that ends meanwhile is no orphan
    known = _known()
    for key in found:
        if key not in known and _is_old(key, at):
            yield key


def without_bytes() -> Iterator[StoredFile]:
    """The rows whose bytes are not there; whether those that are there are whole is asked by `verify_all`."""
    found = set(_walk("originals/"))
    for stored in StoredFile.objects.order_by("uploaded_at", "pk").iterator():
        key = storage.original_key(stored.sha256)
        if key not in found and not default_storage.exists(key):  # it may have come since
            yield stored


def remove(key: str, *, at: datetime) -> bool:
    """Takes an orphan away; whether it did. What is not ours, is spoken of meanwhile, or young, stays.

    Somebody may hand in the very same bytes at this moment: where a row speaks of them afterwards, they are
    put back.
    """
    if not key.startswith(OURS) or _is_known(key) or not _is_old(key, at):
        return False
    content = storage.get(key)
    storage.remove(key)
    if content is not None and _is_known(key):
        storage.put(key, content)
        return False
    logger.warning("Removed %s, of which no row speaks", key)
    return True


def _known() -> set[str]:
    """Every key of which a row speaks."""
    known: set[str] = set()
    for sha256 in StoredFile.objects.values_list("sha256", flat=True).iterator():
        known |= _keys_of(sha256)
    return known.union(*(keys() for keys in _spoken_of))


def _keys_of(sha256: str) -> set[str]:
    return {
        storage.original_key(sha256),
        *(storage.image_key(sha256, size) for size in ImageSize),
        *(storage.image_key(sha256, size, "avif") for size in AVIF_SIZES),
    }


def _is_known(key: str) -> bool:
    """Whether a row speaks of this key, now."""
    sha256 = "".join(key.split("/")[1:])[:64]
    if key in _keys_of(sha256) and StoredFile.objects.filter(sha256=sha256).exists():
        return True
    return any(key in set(keys()) for keys in _spoken_of)


def _walk(folder: str) -> Iterator[str]:
    """Every key, folder by folder, in the order of names."""
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(names):
        yield f"{folder}{name}"
    for name in sorted(folders):
        yield from _walk(f"{folder}{name}/")


def _is_old(key: str, at: datetime) -> bool:
    try:
        return default_storage.get_modified_time(key) < at - AGE
    except FileNotFoundError:
        return False
