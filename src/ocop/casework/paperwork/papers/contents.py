"""The list of contents of an archive: a sheet to print, and the hashes for a program to compare."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ocop.casework.paperwork.papers.frame import FOLDER
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.engines.archive import Member
from ocop.foundation.documents.labels import megabytes

LIST, SUMS = "00-danh-muc.pdf", "00-sha256.txt"


@dataclass(frozen=True)
class Packed:
    """One file as it went into the archive."""

    name: str
    title: str
    size: int
    sha256: str

    def row(self) -> dict[str, str]:
        """Its line of the list."""
        return {"name": self.name, "title": self.title, "size": megabytes(self.size), "sha256": self.sha256}


def packed(name: str, title: str, content: bytes) -> Packed:
    """A file with its size and hash."""
    return Packed(name, title, len(content), hashlib.sha256(content).hexdigest())


def with_contents(
    files: Sequence[tuple[str, str, Callable[[], bytes]]], head: dict[str, Any], *, at: datetime
) -> Iterator[Member]:
    """The files one after another, and at the end the list of them and their hashes (`sha256sum -c`)."""
    found = []
    for name, title, content_of in files:
        content = content_of()
        found.append(packed(name, title, content))
        yield name, content
    yield LIST, contents_pdf(found, head, at=at)
    yield SUMS, sums(found).encode()


def sums(found: Sequence[Packed]) -> str:
    """The hashes as `sha256sum -c` reads them."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in found)


def contents_pdf(found: Sequence[Packed], head: dict[str, Any], *, at: datetime) -> bytes:
    """The list of contents; `head` says of what, and in whose name."""
    data = head | {
        "files": [one.row() for one in found],
        "count": f"{len(found):02d}",
        "size": megabytes(sum(one.size for one in found)),
    }
    return pdf.render(FOLDER / "danh_muc.typ", data, at=at)
