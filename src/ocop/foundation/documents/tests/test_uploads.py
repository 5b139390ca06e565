"""A huge upload is cut off while it arrives."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from ocop.foundation.documents.inspection import examine
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused


def received(content: bytes, settings):
    handlers = settings.FILE_UPLOAD_HANDLERS
    assert handlers[0] == "ocop.foundation.documents.uploads.CutOffHandler"
    upload = SimpleUploadedFile("phim.mp4", content, "video/mp4")
    return RequestFactory().post("/", {"paper": upload, "name": "Lan"})


def test_what_is_far_over_the_limit_is_dropped_and_still_refused(settings):
    settings.DOCUMENTS_MAX_BYTES = 200_000
    request = received(b"\0" * 5_000_000, settings)
    upload = request.FILES["paper"]
    assert request.POST["name"] == "Lan"
    assert 200_000 < upload.size <= 200_000 + 2 * 64 * 1024
    with pytest.raises(Refused) as caught:
        examine(upload)
    assert caught.value.refusal.code == "file_too_large"


def test_what_fits_arrives_whole(settings):
    content = corpus.pdf(pages=30)
    assert received(content, settings).FILES["paper"].read() == content


def test_what_fits_exactly_is_not_cut(settings):
    settings.DOCUMENTS_MAX_BYTES = 3 * 64 * 1024
    content = b"\1" * settings.DOCUMENTS_MAX_BYTES
    assert received(content, settings).FILES["paper"].size == len(content)
