"""Files on their way out. What does not exist and what one may not read get the same answer."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.ranges import ranged
from ocop.foundation.documents.rules import AVIF_SIZES, FileKind, ImageSize
from ocop.foundation.documents.selectors import avif_of, content_of, image_of, readable_file, shown_file
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.errors import refused_page

# nothing in a file may run, load or send; some browsers open no PDF under `sandbox`, so it goes without that
# word
_FILE_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
)
_PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
# What a page shows in place is looked at again and again (a contract under each of its criteria, in a hall
# with
# one thin network), so the browser keeps it and asks each time whether this person may still see it. An
# original
# that somebody opens or saves on purpose stays in no browser.
_SHOWN, _OPENED = "private, no-cache", "private, no-store"
_A_MINUTE = 60
_A_DAY = 24 * 60 * 60


@require_safe
def file(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    """The original: pictures and PDF open in the browser, everything else (and ?tai-ve) is saved."""
    stored = _found(readable_file(file_id, person=request.user, at=timezone.now()))
    if stored.kind == FileKind.SOUND and "tai-ve" not in request.GET:
        return _sound(request, stored, _OPENED)
    return _original(request, stored, _OPENED, is_saved=not stored.is_previewable or "tai-ve" in request.GET)


@require_safe
def preview(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    """For `img` and `iframe` on our own pages: the picture for display or the PDF; other kinds are saved."""
    stored = _found(shown_file(file_id, person=request.user, at=timezone.now()))
    if stored.is_image:
        return _picture(request, stored, ImageSize.DISPLAY, _SHOWN)
    return _original(request, stored, _SHOWN, is_saved=stored.kind != FileKind.PDF)


@require_safe
def image(request: HttpRequest, file_id: UUID, size: ImageSize) -> HttpResponseBase:
    """A picture for display in one of the two sizes, for people who may see it."""
    stored = _found(shown_file(file_id, person=request.user, at=timezone.now()))
    if not stored.is_image:
        raise Http404
    return _picture(request, stored, size, _SHOWN)


@require_safe
def public_image(request: HttpRequest, file_id: UUID, size: ImageSize) -> HttpResponseBase:
    """A picture for display for everyone, where the owner says that it is public. Without cookies."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None or not stored.is_image or not access.is_public(stored):
        raise Http404
    return _picture(request, stored, size, f"public, max-age={_A_DAY}")


@require_safe
def public_avif(request: HttpRequest, file_id: UUID, size: ImageSize) -> HttpResponseBase:
    """The same as AVIF, for browsers that choose it; what has none answers as WebP, which they show too."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if size not in AVIF_SIZES or stored is None or not stored.is_image or not access.is_public(stored):
        raise Http404

    def make() -> HttpResponse:
        content = avif_of(stored, size)
        if content is None:
            return HttpResponse(image_of(stored, size), content_type="image/webp")
        return HttpResponse(content, content_type="image/avif")

    return _answer(request, f'"{stored.sha256}-{size}-avif"', f"public, max-age={_A_DAY}", _FILE_POLICY, make)


@require_safe
def public_sound(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    """A sound for everyone, whole or in parts, where the owner says that it is public. Without cookies; kept
    no longer than the page on which it stands, so that one that is withdrawn is soon heard no more.
    """
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None or stored.kind != FileKind.SOUND or not access.is_public(stored):
        raise Http404
    return _sound(request, stored, f"public, max-age={_A_MINUTE}")


def kept_pdf(request: HttpRequest, stored: StoredFile, name: str) -> HttpResponseBase:
    """A PDF that the caller shows to everyone, under a name; who has it already is told so."""

    def make() -> HttpResponse:
        response = HttpResponse(content_of(stored), content_type=stored.media_type)
        response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
        return response

    return _answer(request, f'"{stored.sha256}"', f"public, max-age={_A_MINUTE}", _PDF_POLICY, make)


def _found(stored: StoredFile | None) -> StoredFile:
    if stored is None:
        raise Http404
    return stored


def _sound(request: HttpRequest, stored: StoredFile, caching: str) -> HttpResponseBase:
    """To be heard on a page: players ask for parts, some (on iPhones) play nothing else."""

    def make() -> HttpResponseBase:
        etag, content = f'"{stored.sha256}"', BytesIO(content_of(stored))
        return ranged(
            request, content, size=stored.size, etag=etag, media_type=stored.media_type, name=stored.name,
            is_saved=False,
        )  # fmt: skip

    return _answer(request, f'"{stored.sha256}"', caching, _FILE_POLICY, make)


def _original(request: HttpRequest, stored: StoredFile, caching: str, *, is_saved: bool) -> HttpResponseBase:
    def make() -> HttpResponse:
        response = HttpResponse(content_of(stored), content_type=stored.media_type)
        response["Content-Disposition"] = content_disposition_header(is_saved, stored.name) or ""
        return response

    policy = _PDF_POLICY if stored.kind == FileKind.PDF else _FILE_POLICY
    return _answer(request, f'"{stored.sha256}"', caching, policy, make)


def _picture(request: HttpRequest, stored: StoredFile, size: ImageSize, caching: str) -> HttpResponseBase:
    def make() -> HttpResponse:
        return HttpResponse(image_of(stored, size), content_type="image/webp")

    return _answer(request, f'"{stored.sha256}-{size}"', caching, _FILE_POLICY, make)


def _answer(
    request: HttpRequest, etag: str, caching: str, policy: str, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """304 without touching the storage where the reader has the bytes; 503 where the storage has lost them.

    A browser writes the headers of a 304 over those it kept, so both carry the same ones.
    """
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            response = make()
        except Refused as refused:
            return refused_page(request, refused.refusal, status=503)
    # the bytes are packed already; packing them again would cost a second for a large file
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    response["ETag"] = etag
    response["Cache-Control"] = caching
    response["Content-Security-Policy"] = policy
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
