"""Photographs: read whole, turned upright, made smaller and rid of everything but the picture."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import zlib
from dataclasses import dataclass

from PIL import Image

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection import decoding
from ocop.foundation.documents.rules import AVIF_SIZES, LONGEST_SIDE, ImageSize, limits
from ocop.foundation.refusals import Refused

LARGE = 8_000_000
"""Pixels from which on a picture is read by a process of its own, which can be stopped."""
PATIENCE = 30
"""Seconds for which that process may take its time: on a busy machine more than it may work."""
LONGEST = 32_767
"""Pixels of a side: a picture of one column of 39 million pixels takes gigabytes."""
MOST_SCANS = 100
"""Passes over a JPEG. Cameras make one, browsers' encoders about ten; each costs the time of all pixels."""
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Picture:
    """The upright size of the original in pixels, and the WebP bytes for each size of display; of the light
    sizes AVIF too.
    """

    width: int
    height: int
    renditions: dict[ImageSize, bytes]
    avifs: dict[ImageSize, bytes]


def read_image(content: bytes, name: str) -> Picture:
    """Decodes and re-encodes. Refused where there are too many pixels (before decoding), where it costs more
    than its budget, and where the data is broken or cut.
    """
    try:
        with Image.open(io.BytesIO(content), formats=decoding.FORMATS) as image:
            width, height = image.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(refusals.image_too_many_pixels(name, limits().pixels)) from error
    except Exception as error:  # decoders raise what they like on broken data
        raise Refused(refusals.file_broken(name)) from error
    if width * height > limits().pixels or max(width, height) > LONGEST:
        raise Refused(refusals.image_too_many_pixels(name, limits().pixels))
    if not _is_whole(content):
        raise Refused(refusals.file_broken(name))
    if content.count(b"\xff\xda") > MOST_SCANS and content.startswith(b"\xff\xd8"):
        raise Refused(refusals.image_too_costly(name))
    return _decoded(content, name, is_large=width * height >= LARGE)


def _decoded(content: bytes, name: str, *, is_large: bool) -> Picture:
    sides = [LONGEST_SIDE[size] for size in ImageSize]
    try:
        width, height, made = _apart(content, sides) if is_large else decoding.decode(content, sides)
    except (TimeoutError, MemoryError) as error:
        raise Refused(refusals.image_too_costly(name)) from error
    except Exception as error:  # decoders raise what they like on broken data
        raise Refused(refusals.file_broken(name)) from error
    count = len(sides)
    avifs = dict(zip(AVIF_SIZES, made[count:], strict=True))
    return Picture(width, height, dict(zip(ImageSize, made[:count], strict=True)), avifs)


def _apart(content: bytes, sides: list[int]) -> tuple[int, int, list[bytes]]:
    """The same in a process with a budget. TimeoutError where it is used up, ValueError for broken data."""
    command = [sys.executable, "-I", decoding.__file__, *map(str, sides)]
    try:
        run = subprocess.run(  # noqa: S603  our own program
            command, input=content, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if run.returncode in {-signal.SIGXCPU, -signal.SIGKILL} or b"MemoryError" in run.stderr[-100:]:
        raise TimeoutError(run.stderr[-200:])
    if run.returncode != 0:
        raise ValueError(run.stderr[-200:])
    return _read(run.stdout, len(sides) + len(AVIF_SIZES))


def _read(written: bytes, count: int) -> tuple[int, int, list[bytes]]:
    width, height, *lengths = (
        int.from_bytes(written[at : at + 4], "big") for at in range(0, 4 * (2 + count), 4)
    )
    made, at = [], 4 * (2 + count)
    for length in lengths:
        made.append(written[at : at + length])
        at += length
    return width, height, made


def _is_whole(content: bytes) -> bool:
    """Whether nothing is cut off that a decoder would do without: it fills in grey."""
    if content.startswith(PNG):
        return _is_whole_png(content)
    if content.startswith(b"RIFF"):
        return int.from_bytes(content[4:8], "little") + 8 <= len(content)
    return True  # the decoder of JPEG asks for its end


def _is_whole_png(content: bytes) -> bool:
    """Every piece with its own sum, up to the end piece."""
    at = len(PNG)
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + 8 + length
        if int.from_bytes(content[end : end + 4], "big") != zlib.crc32(memoryview(content)[at + 4 : end]):
            return False
        if kind == b"IEND":
            return True
        at = end + 4
    return False
