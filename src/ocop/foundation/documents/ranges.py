"""A stored file on its way out, whole or the part that a browser asks for after a broken line (RFC 9110)."""

from __future__ import annotations

import re
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header
from whitenoise.responders import SlicedFile

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def ranged(
    request: HttpRequest,
    content: IO[bytes],
    *,
    size: int,
    etag: str,
    media_type: str,
    name: str,
    is_saved: bool = True,
) -> HttpResponseBase:
    """The open file, to be saved or played in place: 206 with a part, 416 for one beyond its end, or whole.

    A part is given only of the very file of which the browser has the beginning (`If-Range`). `content` is
    closed with the answer; no browser and no proxy keeps it.
    """
    part = _part(request, size, etag)
    if part is not None and part[0] > part[1]:
        content.close()
        response: HttpResponseBase = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
    else:
        first, last = part or (0, size - 1)
        response = FileResponse(SlicedFile(content, first, last), status=206 if part else 200)
        response["Content-Length"] = str(last - first + 1)
        if part:
            response["Content-Range"] = f"bytes {first}-{last}/{size}"
    # the bytes are packed already, and a part of packed bytes is no part of the file
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    response["Content-Type"] = media_type
    response["Content-Disposition"] = content_disposition_header(is_saved, name) or ""
    response["ETag"], response["Accept-Ranges"] = etag, "bytes"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _part(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """First and last byte asked for, the last before the first where there is no such part; None: the whole.

    Several parts at once, and what cannot be read, are answered with the whole, as the law of the web allows.
    """
    asked = _ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if first:
        wanted = (int(first), min(int(last or size), size - 1))
        return None if last and int(last) < int(first) else wanted
    if not last:
        return None
    return (max(size - int(last), 0), size - 1) if int(last) else (size, size - 1)
