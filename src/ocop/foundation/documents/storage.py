"""Bytes under their own hash, in whatever storage the settings name (a folder, S3).

Bytes are written before the row that speaks of them is committed, and checked whenever they are read: wrong
bytes are never handed out. What a rolled-back transaction leaves behind are bytes nobody speaks of, which do
no harm.
"""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from ocop.foundation.documents.refusals import file_unavailable
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.unavailable import FULL, is_full

logger = logging.getLogger(__name__)


def original_key(sha256: str) -> str:
    """Where the original bytes lie. Made of the hash alone:
    a name that a person typed is never part of a path.
    """
    return f"originals/{sha256[:2]}/{sha256[2:]}"


def image_key(sha256: str, size: ImageSize, form: str = "webp") -> str:
    """Where the picture for display of an original lies, as WebP or as AVIF."""
    return f"images/{sha256[:2]}/{sha256[2:]}.{size}.{form}"


def export_key(export: str, number: int) -> str:
    """Where the file of an export lies, one for each try to make it."""
    return f"exports/{export}-{number}.xlsx"


def hash_of(content: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def put(key: str, content: bytes) -> None:
    """Write bytes under a key. What lies there and is the same is kept; what differs (a torn write) is
    replaced. Refused where the disk is full.
    """
    if default_storage.exists(key):
        if _read(key) == content:
            return
        default_storage.delete(key)
    try:
        written = _save(key, ContentFile(content))
    except OSError as error:
        if not is_full(error):
            raise
        logger.error("No room for %s: %s", key, error)
        raise Refused(FULL) from error
    if written != key:
        # somebody stored the same bytes at the same moment and came first
        default_storage.delete(written)


def get(key: str) -> bytes | None:
    """The bytes under a key, or None where there are none or the storage does not answer."""
    try:
        return _read(key)
    except FileNotFoundError:
        return None
    except Exception:  # every storage has errors of its own; to a reader they are all "not now"
        logger.exception("Storage does not answer for %s", key)
        return None


def put_file(key: str, file: IO[bytes]) -> None:
    """Write an open file under a key that nobody used, a piece at a time."""
    written = _save(key, File(file, name=key))
    if written != key:
        default_storage.delete(written)
        raise FileExistsError(key)


def open_file(key: str, *, size: int) -> IO[bytes] | None:
    """What was put under a key, to read from; None where it is gone, cut, or the storage does not answer."""
    try:
        file: IO[bytes] = default_storage.open(key, "rb")
        if file.seek(0, 2) == size:
            file.seek(0)
            return file
        file.close()
    except FileNotFoundError:
        return None
    except Exception:  # every storage has errors of its own
        logger.exception("Storage does not answer for %s", key)
        return None
    logger.error("%s does not have %s bytes", key, size)
    return None


def remove(key: str) -> None:
    """Take away what was put under a key; what is not there is no fault."""
    default_storage.delete(key)


def read_original(sha256: str) -> bytes:
    """The original bytes. Refused where they are gone or no longer have their hash:
    wrong bytes are never served.
    """
    content = get(original_key(sha256))
    if content is None or hash_of(content) != sha256:
        logger.error("Original %s is %s", sha256, "missing" if content is None else "damaged")
        raise Refused(file_unavailable())
    return content


def _save(key: str, content: File[Any]) -> str:
    """Under which key it was written. What was begun and has no room is taken away."""
    try:
        return default_storage.save(key, content)
    except OSError as error:
        if is_full(error):
            with suppress(OSError):
                default_storage.delete(key)
        raise


def _read(key: str) -> bytes:
    with default_storage.open(key, "rb") as file:
        content: bytes = file.read()
    return content
