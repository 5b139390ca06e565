"""What is made for everybody and takes long: a file beside the data, made anew by one request at a time and
not before it has aged. However many ask, the database is asked once in `FEED_AGE` seconds.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

PATIENCE = 10.0
"""Seconds to wait for whoever makes the first file; after that there is none yet."""
_PAUSE = 0.05


def kept(name: str, pieces: Callable[[], Iterable[str]]) -> Path | None:
    """The file of that name, made of `pieces` where there is none or it has aged. While somebody else makes
    it the older one answers; None where there is no older one and making it takes long.
    """
    folder: Path = settings.FEED_DIR
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    until = time.monotonic() + PATIENCE
    while not _is_fresh(path):
        with _alone(folder / f"{name}.lock") as is_mine:
            if is_mine:
                return path if _is_fresh(path) else _made(path, pieces())
        if path.exists():
            break
        if time.monotonic() > until:
            return None
        time.sleep(_PAUSE)
    return path


def _is_fresh(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < settings.FEED_AGE
    except FileNotFoundError:
        return False


def _made(path: Path, pieces: Iterable[str]) -> Path:
    """Readers see the old file or the new one, never a part."""
    half = path.with_name(f"{path.name}.half")
    with half.open("w", encoding="utf-8", newline="") as out:
        out.writelines(pieces)
    half.replace(path)
    return path


@contextmanager
def _alone(lock: Path) -> Iterator[bool]:
    """Whether nobody else, in any process, is within; ends with the process that took it."""
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
