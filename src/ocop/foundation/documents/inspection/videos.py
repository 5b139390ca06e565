"""MP4 films: boxes that fill each other exactly, and a picture track whose pieces lie in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop.foundation.documents import refusals
from ocop.foundation.refusals import Refused

Span = tuple[int, int]
Boxes = Iterable[tuple[bytes, Span]]
_MOST_BOXES = 10_000


class TornError(Exception):
    """A box that does not fit into the one around it."""


def read_mp4(content: bytes, name: str) -> None:
    """Walks the boxes (ISO/IEC 14496-12). Refused when one reaches over the end, when the index is missing or
    has no track of pictures whose pieces lie in the file.
    """
    try:
        outer = list(_boxes(content, (0, len(content))))
        kinds = {kind for kind, _inside in outer}
        is_film = {b"moov", b"mdat"} <= kinds and any(
            _is_picture_track(content, inside, in_pieces=b"moof" in kinds)
            for index in _all(outer, b"moov")
            for inside in _all(_boxes(content, index), b"trak")
        )
    except TornError:
        is_film = False
    if not is_film:
        raise Refused(refusals.file_broken(name))


def tracks(content: bytes) -> set[bytes]:
    """What the tracks of a file of this family say that they are: pictures, sound. Torn where it has no
    index, no data or a track without a piece in it.
    """
    outer = list(_boxes(content, (0, len(content))))
    kinds = {kind for kind, _inside in outer}
    if not {b"moov", b"mdat"} <= kinds:
        raise TornError
    found = set()
    for index in _all(outer, b"moov"):
        for track in _all(_boxes(content, index), b"trak"):
            tables = _one(content, track, b"mdia", b"minf", b"stbl")
            if b"moof" not in kinds and not _pieces_lie_within(content, tables):
                raise TornError
            handler, _end = _one(content, track, b"mdia", b"hdlr")
            found.add(content[handler + 8 : handler + 12])
    return found


def _boxes(content: bytes, span: Span) -> Iterator[tuple[bytes, Span]]:
    """Kind and inside of each box in a span, which they fill."""
    at, end = span
    for _count in range(_MOST_BOXES):
        if at == end:
            return
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise TornError
        yield content[at + 4 : at + 8], (at + head, at + size)
        at += size
    raise TornError


def _all(boxes: Boxes, kind: bytes) -> list[Span]:
    return [inside for known, inside in boxes if known == kind]


def _one(content: bytes, span: Span, *path: bytes) -> Span:
    """The first box at the end of a path. Torn where there is none."""
    for kind in path:
        span = next(iter(_all(_boxes(content, span), kind)), (0, 0))
        if span == (0, 0):
            raise TornError
    return span


def _is_picture_track(content: bytes, track: Span, *, in_pieces: bool) -> bool:
    """A track says by its handler what it shows. One that was recorded in pieces has its tables there."""
    handler, _end = _one(content, track, b"mdia", b"hdlr")
    if content[handler + 8 : handler + 12] != b"vide":
        return False
    tables = _one(content, track, b"mdia", b"minf", b"stbl")
    described, _end = _one(content, tables, b"stsd")
    if not int.from_bytes(content[described + 4 : described + 8], "big"):
        return False
    return in_pieces or _pieces_lie_within(content, tables)


def _pieces_lie_within(content: bytes, tables: Span) -> bool:
    """Every chunk begins in the file, and there is at least one."""
    found = dict(_boxes(content, tables))
    kind, width = (b"co64", 8) if b"co64" in found else (b"stco", 4)
    start, end = found.get(kind, (0, 0))
    count = int.from_bytes(content[start + 4 : start + 8], "big")
    if not count or start + 8 + count * width > end:
        return False
    starts = range(start + 8, start + 8 + count * width, width)
    return all(int.from_bytes(content[at : at + width], "big") < len(content) for at in starts)
