"""Form fields for files to keep."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ocop.foundation.documents import refusals
from ocop.foundation.documents.inspection import faults_of
from ocop.foundation.documents.labels import in_words, megabytes
from ocop.foundation.documents.rules import ALL_KINDS, FileKind, endings_of, limits
from ocop.foundation.ui.forms import FileField, FilesPick
from ocop.foundation.ui.keeping import files_before
from ocop.foundation.ui.words import lazily

LONGEST_TITLE = 200


class UploadField(FileField):
    """A file of certain kinds. Looks into it already in the form, so that a refused file does not lose other
    answers.

    Its value, rewound, goes to `documents.actions.store(value, …, kinds=field.kinds)`. Under the field stands
    what is taken. The browser looks at size and kind before it sends, in the same words, and makes
    photographs smaller, except where originals are asked for (`is_original`: what is printed).
    """

    def __init__(
        self, *, kinds: Collection[str] = ALL_KINDS, is_original: bool = False, **options: Any
    ) -> None:
        self.kinds = tuple(FileKind(kind) for kind in kinds)
        options.setdefault("help_text", lazily(_What(self.kinds)))
        # an empty file gets the same kind of sentence as every other refused one
        super().__init__(allow_empty_file=True, **options)
        endings = [f".{ending}" for kind in self.kinds for ending in endings_of(kind)]
        self.widget.attrs |= {
            "accept": ",".join(endings),
            "data-max-size": lazily(_Most()),
            "data-faults": lazily(_Faults(self.kinds)),
            "data-smaller": FileKind.IMAGE in self.kinds and not is_original,
        }

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The upload, looked into. The sentences of all its faults become messages of the field."""
        upload = super().clean(data, initial)
        if upload and upload is not initial:
            if faults := faults_of(upload, self.kinds):
                raise ValidationError([ValidationError(str(one), code=one.code) for one in faults])
            upload.seek(0)  # whoever reads it next reads all of it
        return upload


class UploadsField(UploadField):
    """Several files at once; where scripts run each goes by itself. The faults of all of them are told."""

    widget = FilesPick

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The uploads, looked into."""
        uploads = [upload for upload in (data if isinstance(data, list | tuple) else [data]) if upload]
        if self.required and not uploads:
            raise ValidationError(self.error_messages["required"], code="required")
        good: list[Any] = []
        faults: list[ValidationError] = []
        for upload in uploads:
            try:
                good.append(super().clean(upload, initial))
            except ValidationError as refused:
                faults += refused.error_list
        if faults:
            raise ValidationError(faults)
        return good


def titled(form: Any, files: str = "upload", title: str = "title") -> list[tuple[Any, str]]:
    """Each file of a valid form with its title. Several under one title are numbered from the second on, also
    where a page's script sends them one by one.
    """
    first = files_before(form.data) + 1
    words = form.cleaned_data[title]
    return [(upload, _numbered(words, n)) for n, upload in enumerate(form.cleaned_data[files], first)]


def _numbered(title: str, n: int) -> str:
    number = f" ({n})"
    return title if n == 1 or not title else f"{title[: LONGEST_TITLE - len(number)]}{number}"


class _Most:
    """The most bytes of a file, as they are set when the page is made."""

    def __str__(self) -> str:
        return str(limits().bytes)


class _Faults:
    """What the browser says of a file that the server would refuse unread: the server's own sentences, in the
    language of whoever reads them, with places for the name and what was found.
    """

    def __init__(self, kinds: tuple[FileKind, ...]) -> None:
        self.kinds = kinds

    def __str__(self) -> str:
        said = {
            "empty": refusals.file_empty("{name}"),
            "large": refusals.file_too_large("{name}", limits().bytes),
            "found": refusals.file_kind_refused("{name}", "{found}", self.kinds),
            "unknown": refusals.file_kind_refused("{name}", "", self.kinds),
            "disguised": refusals.file_disguised("{name}", "{ending}", "{found}"),
            "heic": refusals.file_heic("{name}"),
        }
        return json.dumps({code: str(one) for code, one in said.items()}, ensure_ascii=False)


class _What:
    """The line under the field, in the language of whoever reads it."""

    def __init__(self, kinds: tuple[FileKind, ...]) -> None:
        self.kinds = kinds

    def __str__(self) -> str:
        taken = {"kinds": in_words(self.kinds), "size": megabytes(limits().bytes)}
        return _("Nhận: %(kinds)s; tối đa %(size)s MB.") % taken
