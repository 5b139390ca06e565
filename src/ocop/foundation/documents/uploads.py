"""Keeps a huge upload from filling the disk before anybody can refuse it."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ocop.foundation.documents.rules import limits


class CutOffHandler(FileUploadHandler):
    """Passes on what fits and one piece more, and drops the rest: the file that arrives is over the limit and
    refused.

    The request is read to its end all the same, so that its sender gets the page with the sentence and not a
    torn line.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The piece for the handlers after this one, or None to drop it."""
        return raw_data if start <= limits().bytes else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The handlers after this one make the file."""
        return None
