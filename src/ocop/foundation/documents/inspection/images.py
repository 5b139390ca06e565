"""Photographs: read whole, turned upright, made smaller and rid of everything but the picture."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from ocop.foundation.documents import refusals
from ocop.foundation.documents.rules import LONGEST_SIDE, ImageSize, limits
from ocop.foundation.refusals import Refused

_FORMATS = ("JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True)
class Picture:
    """The upright size of the original in pixels, and the WebP bytes for each size of display."""

    width: int
    height: int
    renditions: dict[ImageSize, bytes]


def read_image(content: bytes, name: str) -> Picture:
    """Decodes and re-encodes. Refused where there are too many pixels
    (before decoding) or the data is broken.
    """
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if image.width * image.height > limits().pixels:
                raise Refused(refusals.image_too_many_pixels(name, limits().pixels))
            is_turned = image.getexif().get(_ORIENTATION, 1) >= 5
            width, height = image.size[::-1] if is_turned else image.size
            shown = _for_display(image)
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(refusals.image_too_many_pixels(name, limits().pixels)) from error
    except Exception as error:  # decoders raise what they like on broken data
        raise Refused(refusals.file_broken(name)) from error
    return Picture(width, height, {size: _webp(shown, size) for size in ImageSize})


def _for_display(image: Image.Image) -> Image.Image:
    """Upright, in sRGB, no longer than the largest size for display, without any metadata."""
    # a conversion costs a second copy of all pixels, so only what WebP does not know is converted
    if image.mode not in {"RGB", "RGBA", "L"}:
        has_alpha = "A" in image.getbands() or "transparency" in image.info
        image_in_colour = image.convert("RGBA" if has_alpha else "RGB")
    else:
        image_in_colour = image
    longest = LONGEST_SIDE[ImageSize.DISPLAY]
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


def _webp(image: Image.Image, size: ImageSize) -> bytes:
    copy = image.copy()
    copy.thumbnail((LONGEST_SIDE[size], LONGEST_SIDE[size]), reducing_gap=2.0)
    out = io.BytesIO()
    copy.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()
