"""What several acts of this package ask."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.paperwork.writes.word_back import KINDS
from ocop.foundation.acts import Asks
from ocop.foundation.documents.forms import UploadField


class AsksWord(Asks):
    """The Word file with what was written in it."""

    file = UploadField(label=_("Bản Word đã viết thêm"), kinds=KINDS)

    def field_of(self, code: str) -> str | None:
        """What is refused of a file is said there."""
        return None if code.startswith("conflict_") else "file"
