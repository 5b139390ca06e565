"""How papers that correct others are made: the same for every package."""

from __future__ import annotations

from typing import Any

from ocop.foundation.documents.correcting import TEMPLATE
from ocop.foundation.documents.models import CorrectingPaper, StoredFile
from ocop.foundation.printing.makers import Content, Maker


def maker_of_corrections(model: type[CorrectingPaper], owner: str) -> Maker:
    """The maker for a package's corrections."""
    rows: Any = model._default_manager  # an abstract model has none

    return Maker(
        model=model,
        owner=owner,
        template=TEMPLATE,
        content=_content,
        keep=_keep,
        missing=lambda: rows.filter(paper__file__isnull=True).select_related("paper", "by"),
    )


def _content(correction: CorrectingPaper) -> Content:
    name = f"dinh-chinh-{correction.paper.issued_on:%Y-%m-%d}.pdf"
    return Content(correction.content, name, correction.by, correction.at)


def _keep(correction: CorrectingPaper, file: StoredFile) -> None:
    correction.paper.file = file
    correction.paper.save(update_fields=["file"])
