"""Pages of PDF evidence as pictures: legible on a tablet, small enough for seventy products."""

from __future__ import annotations

import threading
from io import BytesIO

import pypdfium2
from PIL import Image

from ocop.foundation.documents import storage
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import content_of

WIDTH, TALLEST, QUALITY = 1240, 2600, 58
"""A4 at 150 dots an inch; what is taller than two such pages is made smaller."""
_one_at_a_time = threading.Lock()  # pdfium knows no threads


class MissingPageError(Exception):
    """The file has no page of this number, or none can be drawn."""


def page_picture(stored: StoredFile, number: int) -> bytes:
    """The page (from 1) as WebP. Made once and kept under the hash of the file; MissingPageError."""
    key = f"pages/{stored.sha256[:2]}/{stored.sha256[2:]}.{number}.webp"
    made = storage.get(key)
    if made is None:
        made = _drawn(content_of(stored), number)
        storage.put(key, made)
    return made


def _drawn(content: bytes, number: int) -> bytes:
    out = BytesIO()
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            raise MissingPageError from fault
        try:
            if not 1 <= number <= len(document):
                raise MissingPageError
            page = document[number - 1]
            wide, tall = page.get_size()
            bitmap = page.render(scale=min(WIDTH / wide, TALLEST / tall))
            picture: Image.Image = bitmap.to_pil().copy()
        finally:
            document.close()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
