"""Keeps a huge upload from filling the disk before anybody can refuse it, and a full disk from losing the
rest of the form.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler

from ocop.foundation.documents.rules import limits
from ocop.foundation.ui.unavailable import NoRoom, is_full


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


class SpillHandler(TemporaryFileUploadHandler):
    """Writes larger uploads to the disk. Where that is full, the file is dropped and the form is read on: its
    other fields are not lost.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begins a file beside the others."""
        self.has_room = True
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._gives_up(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """The last handler: what it takes goes no further."""
        if not self.has_room:
            return
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self._gives_up(error)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, or what stands for it."""
        if self.has_room:
            try:
                self.file.flush()  # what is still in memory may be what has no room
            except OSError as error:
                self._gives_up(error)
        if self.has_room:
            return super().file_complete(file_size)
        return NoRoom(self.file_name or "", b"", self.content_type or "")

    def _gives_up(self, error: OSError) -> None:
        if not is_full(error):
            raise error
        self.has_room = False
        with suppress(AttributeError, OSError):  # there may be none yet; closing writes what was left over
            self.file.close()
