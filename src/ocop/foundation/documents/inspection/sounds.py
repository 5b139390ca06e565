"""Sound: MP3, M4A and OGG, walked from the first byte to the last, so that nothing else hides in one."""

from __future__ import annotations

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection.videos import TornError, tracks
from ocop.foundation.refusals import Refused

_RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of layer III, of MPEG 1 and of the two halved ones."""
_SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_FEWEST_FRAMES = 4
_TAGS = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI")
_LONGEST_TAIL = 64 * 1024


def read_sound(content: bytes, name: str, media_type: str) -> None:
    """Refused when it is no sound to its end: torn, of another kind inside, or a film."""
    if not _READERS[media_type](content):
        raise Refused(refusals.file_broken(name))


def begins_mp3(content: bytes) -> bool:
    """A tag before the sound, or the first frame itself."""
    return content.startswith(b"ID3") or _frame(content, 0) > 0


def _is_mp3(content: bytes) -> bool:
    """Frames that follow each other; behind the last one at most its torn rest or a tag."""
    at, frames = _after_tag(content), 0
    while (length := _frame(content, at)) and at + length <= len(content):
        at, frames = at + length, frames + 1
    rest = content[at:]
    if frames < _FEWEST_FRAMES or len(rest) > _LONGEST_TAIL:
        return False
    return not rest.strip(b"\0") or rest.startswith(_TAGS) or _frame(content, at) > len(rest)


def _after_tag(content: bytes) -> int:
    """Where the sound begins: a tag of ID3v2 says its length in four times seven bits."""
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte & 0x7F
    at = 10 + size
    while at < len(content) and content[at] == 0 and at < 10 + size + _LONGEST_TAIL:
        at += 1
    return at


def _frame(content: bytes, at: int) -> int:
    """The length of the frame of layer III that begins here; 0 where none does."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, samples = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in {0, 15} or samples == 3:
        return 0
    kilobits = _RATES[3 if version == 3 else 2][rate]
    per_frame = 144_000 if version == 3 else 72_000
    return per_frame * kilobits // _SAMPLES[version][samples] + (head[2] >> 1 & 1)


def _is_m4a(content: bytes) -> bool:
    """A film without pictures: at least one track of sound, none of pictures."""
    try:
        shown = tracks(content)
    except TornError:
        return False
    return b"soun" in shown and b"vide" not in shown


def _is_ogg(content: bytes) -> bool:
    """Pages that fill the file, of one stream of Opus or Vorbis (RFC 3533)."""
    at, streams, pages = 0, 0, 0
    while at < len(content):
        head = content[at : at + 27]
        if len(head) < 27 or head[:5] != b"OggS\0":
            return False
        sizes = content[at + 27 : at + 27 + head[26]]
        start = at + 27 + head[26]
        end = start + sum(sizes)
        if len(sizes) < head[26] or end > len(content):
            return False
        if head[5] & 2:
            streams += 1
            if not content[start:end].startswith((b"OpusHead", b"\x01vorbis")):
                return False
        at, pages = end, pages + 1
    return streams == 1 and pages > 1


_READERS = {"audio/mpeg": _is_mp3, "audio/mp4": _is_m4a, "audio/ogg": _is_ogg}
