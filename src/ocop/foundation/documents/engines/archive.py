"""A ZIP archive that is sent while it is made: no copy of it is kept, and one file at most is in memory.

Nothing is packed tighter: PDF, pictures and films are packed already. Names are ASCII, so that every program
of every system shows them alike. The same members at the same moment are the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, cast

from ocop.foundation.documents.rules import VIETNAM

Member = tuple[str, bytes]
"""The name in the archive, and the bytes."""


class _Sink:
    """What was written and is not sent yet."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.kept.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def taken(self) -> bytes:
        piece = b"".join(self.kept)
        self.kept.clear()
        return piece


def streamed(members: Iterable[Member], *, at: datetime) -> Iterator[bytes]:
    """The archive piece by piece; members are asked for one after another. ValueError for a name that is not
    ASCII, that leads out of the archive, or that came before.
    """
    sink, names = _Sink(), set[str]()
    moment = at.astimezone(VIETNAM)
    with zipfile.ZipFile(cast(IO[bytes], sink), "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            if not name.isascii() or name.startswith("/") or ".." in name.split("/") or name in names:
                raise ValueError(f"{name!r} is no name in an archive.")
            names.add(name)
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content)
            yield sink.taken()
    yield sink.taken()
