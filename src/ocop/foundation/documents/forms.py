"""A form field for a file to keep."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import lazystr
from django.utils.translation import gettext as _

from ocop.foundation.documents.inspection import examine
from ocop.foundation.documents.labels import in_words, megabytes
from ocop.foundation.documents.rules import ALL_KINDS, FileKind, endings_of, limits
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.forms import FileField


class UploadField(FileField):
    """A file of certain kinds. Looks into it already in the form, so that a refused file does not lose other
    answers.

    Its value, rewound, goes to `documents.actions.store(value, …, kinds=field.kinds)`. Under the field stands
    what is taken.
    """

    def __init__(self, *, kinds: Collection[str] = ALL_KINDS, **options: Any) -> None:
        self.kinds = tuple(FileKind(kind) for kind in kinds)
        options.setdefault("help_text", lazystr(_What(self.kinds)))
        # an empty file gets the same kind of sentence as every other refused one
        super().__init__(allow_empty_file=True, **options)
        endings = [f".{ending}" for kind in self.kinds for ending in endings_of(kind)]
        self.widget.attrs |= {"accept": ",".join(endings), "data-max-size": str(limits().bytes)}

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The upload, looked into. The sentence of a refusal becomes the message of the field."""
        upload = super().clean(data, initial)
        if upload and upload is not initial:
            try:
                examine(upload, self.kinds)
            except Refused as refused:
                raise ValidationError(str(refused.refusal), code=refused.refusal.code) from refused
            upload.seek(0)  # whoever reads it next reads all of it
        return upload


class _What:
    """The line under the field, in the language of whoever reads it."""

    def __init__(self, kinds: tuple[FileKind, ...]) -> None:
        self.kinds = kinds

    def __str__(self) -> str:
        taken = {"kinds": in_words(self.kinds), "size": megabytes(limits().bytes)}
        return _("Nhận: %(kinds)s; tối đa %(size)s MB.") % taken
