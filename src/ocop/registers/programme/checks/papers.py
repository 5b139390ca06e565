"""What is wrong with a file beside a plan or a task."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal


def refuse_untitled(title: str) -> Refusal | None:
    """A file nobody could find again."""
    return (
        None
        if title.strip()
        else Refusal("title_missing", _("Chưa ghi tên văn bản."), "", _("Ghi tên văn bản."))
    )
