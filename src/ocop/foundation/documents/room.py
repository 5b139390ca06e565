"""How much room the disks have left, in words: figures of a server are nobody's business."""

from __future__ import annotations

import shutil
import tempfile
from enum import StrEnum
from pathlib import Path

from django.core.files.storage import default_storage

LOW = 0.2
"""With less than this part of the disk left, the operators are told."""
RESERVE = 256 * 1024 * 1024
"""Bytes kept for scores and decisions: with fewer left no file is taken any more."""


class Room(StrEnum):
    """What is left."""

    OK = "ok"
    LOW = "low"
    FULL = "full"


def files_folder() -> Path | None:
    """Where files lie; None where the storage is elsewhere (S3)."""
    try:
        return Path(default_storage.path(""))
    except NotImplementedError:
        return None


def left(folder: Path) -> Room:
    """What is left on the disk of a folder, whether it exists yet or not."""
    usage = shutil.disk_usage(_nearest(folder))
    if usage.free < RESERVE:
        return Room.FULL
    return Room.LOW if usage.free < usage.total * LOW else Room.OK


def has_room_for_files() -> bool:
    """Whether a file may still be taken."""
    folder = files_folder()
    return folder is None or left(folder) is not Room.FULL


def is_writable(folder: Path) -> bool:
    """Whether a file can be written there; the one that tries it has no name and leaves nothing."""
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)) as file:
            file.write(b"?")
            file.flush()
    except OSError:
        return False
    return True


def _nearest(folder: Path) -> Path:
    """The folder itself, or the one in which it would be made."""
    return next(one for one in (folder, *folder.parents) if one.exists())
