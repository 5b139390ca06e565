"""MP4 films: the boxes must fill the file exactly, so that a torn upload is noticed."""

from __future__ import annotations

from ocop.foundation.documents import refusals
from ocop.foundation.refusals import Refused


def read_mp4(content: bytes, name: str) -> None:
    """Walks the outer boxes (ISO 14496-12).
    Refused when one reaches over the end, or the index is missing.
    """
    kinds = set()
    at = 0
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kinds.add(content[at + 4 : at + 8])
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        elif size == 0:
            size = len(content) - at
        if size < 8:
            break
        at += size
    if at != len(content) or not {b"moov", b"mdat"} <= kinds:
        raise Refused(refusals.file_broken(name))
