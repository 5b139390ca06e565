"""A huge upload is cut off while it arrives; one that finds the disk full costs nothing but itself."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.inspection import examine
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.forms import FileField, Form, TextField
from ocop.foundation.ui.unavailable import FULL


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


class Asks(Form):
    name = TextField(label="Tên")
    paper = FileField(label="Giấy")
    photo = UploadField(label="Ảnh", required=False)


class FullDisk:
    """A file of an upload on a disk that is full from the first, or only as it is closed."""

    made: list[FullDisk] = []

    def __init__(self, *_facts: object) -> None:
        if self.breaks == "new":
            raise OSError(self.number, "full")
        self.is_closed = False
        self.made.append(self)

    breaks, number = "write", errno.ENOSPC

    def write(self, _piece: bytes) -> None:
        if self.breaks == "write":
            raise OSError(self.number, "full")

    def flush(self) -> None:
        raise OSError(self.number, "full")

    def close(self) -> None:
        self.is_closed = True
        raise OSError(self.number, "full")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("breaks", ["new", "write", "flush"])
def test_a_full_disk_is_said_at_the_file_and_the_rest_of_the_form_is_read(
    settings, monkeypatch, breaks: str, number: int
):
    monkeypatch.setattr(FullDisk, "breaks", breaks)
    monkeypatch.setattr(FullDisk, "number", number)
    monkeypatch.setattr(FullDisk, "made", [])
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", FullDisk)
    small, large = corpus.picture(), b"%PDF-" + b"\0" * 3_000_000
    request = RequestFactory().post(
        "/",
        {
            "paper": SimpleUploadedFile("giấy.pdf", large, "application/pdf"),
            "photo": SimpleUploadedFile("ảnh.jpg", small, "image/jpeg"),
            "name": "Lan",
        },
    )
    form = Asks(request.POST, request.FILES)
    assert form.errors == {"paper": [str(FULL)], "photo": [str(FULL)]}
    assert form.cleaned_data == {"name": "Lan"}
    assert [one.is_closed for one in FullDisk.made] == [True] * len(FullDisk.made)


def test_another_fault_of_the_disk_is_no_full_one(settings, monkeypatch):
    monkeypatch.setattr(FullDisk, "number", errno.EIO)
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", FullDisk)
    with pytest.raises(OSError, match="full"):
        received(b"\0" * 3_000_000, settings).FILES  # noqa: B018  # read there


def test_a_large_upload_lies_on_the_disk_until_it_is_closed(settings):
    upload = received(b"\1" * 3_000_000, settings).FILES["paper"]
    assert (Path(upload.temporary_file_path()).stat().st_size, upload.size) == (3_000_000, 3_000_000)
    upload.close()
    assert not Path(upload.temporary_file_path()).exists()
