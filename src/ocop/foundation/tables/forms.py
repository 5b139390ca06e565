"""The table to hand in, and which of its columns is which."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import TABLE_KINDS
from ocop.foundation.tables.labels import refusal_of, title_words
from ocop.foundation.ui.forms import CopiedField, Form
from ocop.kernel.tables import Kind, TableRead, UnreadableError, open_book


class TableField(UploadField):
    """A table of any form that is read. What cannot be opened is said truly, before anything else is."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("kinds", TABLE_KINDS)
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, opened once."""
        if data and data is not initial and hasattr(data, "read"):
            data.seek(0)
            content = data.read()
            data.seek(0)
            try:
                open_book(content, data.name or "")
            except UnreadableError as error:
                refusal = refusal_of(error)
                raise ValidationError(str(refusal), code=refusal.code) from error
        return super().clean(data, initial)


class TableForm(Form):
    """One table."""

    file = TableField(label=_("Bảng đã điền"))


class PastedTableForm(TableForm):
    """A table sent, or pasted from a spreadsheet together with its titles."""

    file = TableField(label=_("Bảng đã điền"), required=False)
    table = CopiedField(
        label=_("Hoặc dán bảng vào đây"), required=False, max_length=200_000,
        help_text=_("Chép từ bảng tính, gồm cả dòng tên cột."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What was pasted becomes a file like any other."""
        given = super().clean() or {}
        text = given.pop("table", "") or ""
        if not given.get("file") and text.strip():
            given["file"] = ContentFile(text.encode("utf-8-sig"), name="bang-dan.csv")
        if not given.get("file") and not self.errors:
            raise ValidationError(_("Chọn tệp hoặc dán bảng."), code="required")
        return given


class ColumnsForm(Form):
    """Which sheet, and for each field the title that stands above it."""

    hide_optional = False

    def __init__(self, *args: Any, kind: Kind, found: TableRead, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        sheets = [one.name for one in found.sheets if one.is_visible]
        if len(sheets) > 1:
            self.fields["sheet"] = forms.ChoiceField(
                label=_("Trang"), choices=[(name, name) for name in sheets], initial=found.sheet.name
            )
        titles = list(dict.fromkeys(title for _column, title in sorted(found.titles.items()) if title))
        heading = found.heading
        for one in kind.fields:
            self.fields[f"cot_{one.key}"] = forms.ChoiceField(
                label=title_words(kind, one.key) + (" *" if one.is_required else ""), required=False,
                choices=[("", __("Không có cột này")), *((title, title) for title in titles)],
                initial=heading.title_of(one.key) if heading else "",
            )  # fmt: skip

    @property
    def mapping(self) -> dict[str, str]:
        """Field to title, those that were chosen."""
        given = {one.key: self.cleaned_data.get(f"cot_{one.key}", "") for one in self.kind.fields}
        return {key: title for key, title in given.items() if title}
