"""Reads a picture and makes it smaller; also as a program, so that a large one can be stopped.

As a program it gets the bytes on its input and the longest sides as arguments, and writes width, height and
each rendition (as WebP, then the light ones as AVIF) behind its length. It imports nothing of ours: it starts
in a fraction of a second, and what a crafted picture does to a decoder it does to a process that holds no
database.
"""

from __future__ import annotations

import io
import os
import resource
import sys

from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
SECONDS, BYTES = 10, 1536 * 1024 * 1024
"""What one picture may cost: the time of a processor, and memory."""
QUALITIES = {"WEBP": (80, 65, 50, 35, 20, 5), "AVIF": (50, 40, 30, 20, 10, 1)}
"""From the best down; AVIF looks at 50 as WebP does at 80."""
HOW: dict[str, dict[str, int]] = {"WEBP": {"method": 4}, "AVIF": {"speed": 8, "max_threads": 1}}
MOST_BYTES = {
    "WEBP": ((320, 5_000), (480, 20_000), (800, 60_000)),
    "AVIF": ((320, 2_800), (480, 15_000), (800, 45_000)),
}
"""What a picture of at most so many pixels may weigh; where it weighs more, its quality gives way."""
LARGEST_AVIF = 800
_ORIENTATION = 0x0112
_SRGB = ImageCms.createProfile("sRGB")


def decode(content: bytes, sides: list[int]) -> tuple[int, int, list[bytes]]:
    """Its upright size, and it as WebP for each longest side, then as AVIF for each of up to LARGEST_AVIF,
    without any metadata. Decoders raise what they like on broken data.
    """
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        is_turned = image.getexif().get(_ORIENTATION, 1) >= 5
        width, height = image.size[::-1] if is_turned else image.size
        shown = _for_display(image, max(sides))
    forms = [("WEBP", side) for side in sides] + [("AVIF", side) for side in sides if side <= LARGEST_AVIF]
    return width, height, [_made(shown, form, side) for form, side in forms]


def _for_display(image: Image.Image, longest: int) -> Image.Image:
    """Upright, in sRGB, no longer than the largest size for display, without any metadata."""
    # a conversion costs a second copy of all pixels, so only what WebP does not know is converted
    if image.mode not in {"RGB", "RGBA", "L"}:
        has_alpha = "A" in image.getbands() or "transparency" in image.info
        image_in_colour = image.convert("RGBA" if has_alpha else "RGB")
    else:
        image_in_colour = image
    # reading a JPEG at a half or a quarter of its size saves most of the memory; thumbnail() asks for that
    # itself
    image_in_colour.thumbnail((longest, longest), reducing_gap=2.0)
    upright = _in_srgb(ImageOps.exif_transpose(image_in_colour))
    return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode != "RGB":
        return image
    try:
        converted = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), _SRGB)
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken colour profile only costs a shade
    return converted or image


def _made(image: Image.Image, form: str, side: int) -> bytes:
    copy = image.copy()
    copy.thumbnail((side, side), reducing_gap=2.0)
    most = next((weight for longest, weight in MOST_BYTES[form] if side <= longest), None)
    made = b""
    for quality in QUALITIES[form]:
        out = io.BytesIO()
        copy.save(out, form, quality=quality, **HOW[form])
        made = out.getvalue()
        if most is None or len(made) <= most:
            break
    return made


def main(sides: list[int]) -> None:
    """Within the budget, and behind whoever waits for a page."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.nice(5)
    width, height, renditions = decode(sys.stdin.buffer.read(), sides)
    numbers = [width, height, *map(len, renditions)]
    sys.stdout.buffer.write(b"".join(number.to_bytes(4, "big") for number in numbers) + b"".join(renditions))


if __name__ == "__main__":
    main([int(side) for side in sys.argv[1:]])
