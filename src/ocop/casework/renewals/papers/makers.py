"""How letters and extensions are made, after the act."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.renewals.permissions import EXTENSION_FILES, LETTER_FILES
from ocop.casework.renewals.states import ExtensionState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker, register

FOLDER = Path("casework") / "renewals" / "papers"


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    register(LETTER)
    register(EXTENSION)


def _letter(letter: CallLetter) -> Content:
    name = f"de-nghi-danh-gia-lai-{letter.paper.issued_on:%Y-%m-%d}.pdf"
    return Content(letter.content, name, letter.by, letter.at)


def _extension(extension: Extension) -> Content:
    assert extension.paper is not None and extension.content is not None  # noqa: S101, PT018 - signed
    assert extension.signed_at is not None  # noqa: S101
    name = f"quyet-dinh-keo-dai-{extension.paper.issued_on:%Y-%m-%d}.pdf"
    return Content(extension.content, name, extension.signer, extension.signed_at)


def _keep(paper: Any, file: StoredFile) -> None:
    paper.file = file
    paper.save(update_fields=["file"])


def _letters() -> QuerySet[CallLetter]:
    return CallLetter.objects.filter(file__isnull=True).select_related("paper", "by")


def _extensions() -> QuerySet[Extension]:
    rows = Extension.objects.filter(state=ExtensionState.SIGNED, file__isnull=True)
    return rows.select_related("paper", "signer")


LETTER = Maker(
    model=CallLetter, owner=LETTER_FILES, template=FOLDER / "de_nghi_danh_gia_lai.typ",
    content=_letter, keep=_keep, missing=_letters,
)  # fmt: skip
EXTENSION = Maker(
    model=Extension, owner=EXTENSION_FILES, template=FOLDER / "keo_dai.typ",
    content=_extension, keep=_keep, missing=_extensions,
)  # fmt: skip
