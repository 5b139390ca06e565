"""Forms that forgive how people type, and say in words what is wrong.
Base classes, fields and the renderer.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui import inputs, selects
from ocop.foundation.ui.doubts import UNCONFIRMED
from ocop.foundation.ui.unavailable import FULL, NoRoom
from ocop.kernel.text import broken_at, fold, in_old_code, tidy

OLD_CODE = "old_code"
_SHOWN = 160
"""Letters of a converted text that the message repeats; the box holds all of it."""


class OcopRenderer(TemplatesSetting):
    """Renders every form, also those of third parties, with our own field and summary."""

    form_template_name = "ui/forms/fields.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """As Django does; long boxes to choose from are written at once."""
        if template_name == selects.TEMPLATE and selects.is_plain(context["widget"]):
            return selects.select(context["widget"])
        return super().render(template_name, context, request)


def _ask(field: forms.Field) -> Any:
    """What to do about an empty field, in the words of its kind."""
    if isinstance(field, forms.FileField):
        return _("Hãy chọn tệp.")
    if isinstance(field, forms.BooleanField):
        return _("Cần đánh dấu ô này.")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Hãy chọn.")
    return _("Hãy điền ô này.")


class Calm:
    """For all our forms: no browser bubbles (messages are ours), no colon after labels,
    readable date boxes.
    """

    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _ask(field)
            if isinstance(field, forms.DateField):
                field.widget.format = field.widget.format or "%d/%m/%Y"
                field.widget.attrs.setdefault("inputmode", "numeric")
                field.widget.attrs.setdefault("autocomplete", "off")

    def add_error(self, field: str | None, error: Any) -> None:
        """Also, for an old code: what it meant stands in its box, to be read and sent again."""
        super().add_error(field, error)  # type: ignore[misc]  # of forms
        for one in getattr(error, "error_list", []):
            if field is not None and one.code == OLD_CODE:
                form: Any = self
                form.data = form.data.copy()
                form.data[form.add_prefix(field)] = one.params["meant"]


class Form(Calm, forms.Form):
    """Base of plain forms."""


class ModelForm(Calm, forms.ModelForm):
    """Base of model forms; use `field_classes` to give a column one of the fields below."""


class AsksTwice(forms.Form):
    """Part of a form whose act may be doubted: the box to confirm it comes when it was."""

    confirmed = forms.BooleanField(
        required=False,
        widget=forms.HiddenInput,
        label=_("Tôi đã xem các lưu ý trên và vẫn làm."),
    )

    def ask_again(self) -> None:
        """Shows the box."""
        self.fields["confirmed"].widget = forms.CheckboxInput()


def ask_again(form: Any, code: str) -> None:
    """After a refusal: where it was a doubt, the form asks for a word more."""
    if code == UNCONFIRMED and isinstance(form, AsksTwice):
        form.ask_again()


def refuse_broken(text: str) -> None:
    """For fields of text: letters of any script and emoji are taken,
    what nobody can read is named and refused.
    """
    if near := broken_at(text):
        said = _(
            "Có ký tự hỏng, không đọc và không in được, ở chỗ có □: “%(near)s”. Xoá ký tự đó hoặc gõ lại."
        )
        raise ValidationError(said, code="broken", params={"near": near})


def refuse_old_code(text: str) -> None:
    """For fields of text: what was typed in TCVN3 or VNI is refused with what it says in letters of today."""
    if found := in_old_code(text):
        said = _(
            "Chữ gõ bằng bảng mã cũ %(code)s, máy khác không đọc được. Chuyển sang Unicode là: “%(shown)s”. "
            "Đọc lại; đúng thì gửi lần nữa."
        )
        shown = found.meant if len(found.meant) <= _SHOWN else f"{found.meant[:_SHOWN].rstrip()}…"
        told = {"code": found.code, "shown": shown, "meant": found.meant}
        raise ValidationError(said, code=OLD_CODE, params=told)


class Typed:
    """For every field that people write words into: the one cleaner of the house (`kernel.text.tidy`).

    Marks that nobody sees go; broken letters and texts in an old code are refused in words. The form puts
    an old code meant into its box, so that whoever agrees has but to send it again (`Calm.add_error`).
    """

    default_validators: list[Callable[[Any], None]] = [refuse_broken, refuse_old_code]

    def to_python(self, value: Any) -> Any:
        """Tidy text, or what the kind of field reads from it."""
        return super().to_python(tidy(value) if isinstance(value, str) else value)  # type: ignore[misc]  # of fields


class TextField(Typed, forms.CharField):
    """Text, composed and with single spaces; a long one with `lines` gets a box of that height. What is too
    long is refused in words: a browser that knew the limit would cut what is pasted without one.
    """

    longest = 20_000
    default_error_messages = {
        "max_length": _(
            "Dài %(show_value)s ký tự, ô này nhận nhiều nhất %(limit_value)s ký tự. Rút ngắn rồi gửi lại."
        )
    }

    def __init__(self, *, lines: int = 1, **kwargs: Any) -> None:
        if lines > 1:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        if kwargs.get("max_length") is None:
            kwargs["max_length"] = self.longest
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No limit for the browser."""
        return {name: said for name, said in super().widget_attrs(widget).items() if name != "maxlength"}


class PastedField(TextField):
    """Rows of a table, pasted: the cells are tidy, the tabs between them stay."""

    longest = 500_000

    def __init__(self, *, lines: int = 10, **kwargs: Any) -> None:
        super().__init__(lines=lines, strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """Tidy cells."""
        rows = str(value or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join("\t".join(map(tidy, row.split("\t"))) for row in rows).strip("\n")


class CopiedField(forms.CharField):
    """Rows of a table as they were copied: its reader cleans every cell, and reads old codes."""

    default_validators = [refuse_broken]

    def __init__(self, *, lines: int = 10, **kwargs: Any) -> None:
        attrs = {"rows": lines, "spellcheck": "false", "class": "table-text"}
        super().__init__(strip=False, widget=forms.Textarea(attrs=attrs), **kwargs)


class EmailField(Typed, forms.EmailField):
    """An e-mail address."""

    default_validators = [*forms.EmailField.default_validators, refuse_broken]


class LinkField(Typed, forms.URLField):
    """An address on the web; without its beginning it is taken for https."""

    default_validators = [*forms.URLField.default_validators, refuse_broken]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"assume_scheme": "https", **kwargs})


class QueryField(forms.CharField):
    """Words to find by: cleaned, and never refused, because what nobody can read finds nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})

    def to_python(self, value: Any) -> str:
        """Tidy text."""
        return tidy(super().to_python(value) or "")


class ReasonField(TextField):
    """Why something is done: whoever gets the thing next reads it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Lý do"), "lines": 3, "max_length": 2000, **kwargs})


class DateField(forms.DateField):
    """A date, day first, written in any usual way."""

    default_error_messages = {
        "invalid": _("Chưa đọc được ngày này. Hãy viết ngày/tháng/năm, ví dụ 1/3/2026."),
        "implausible": _("Năm phải từ 1900 đến 2100."),
    }

    def to_python(self, value: Any) -> datetime.date | None:
        """The day; refused when it cannot be read or its year cannot be meant."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        read = inputs.read_date(value)
        if read is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not 1900 <= read.year <= 2100:
            raise ValidationError(self.error_messages["implausible"], code="implausible")
        return read


class NumberField(forms.DecimalField):
    """An exact number, 1.234,5 or 1234.5."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Hãy viết bằng chữ số, ví dụ 1.234,5.")}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs call it an integer field
        """The exact number; refused when it cannot be read."""
        if isinstance(value, str) and value.strip():
            value = inputs.read_number(value)
            if value is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """A stored number with a comma; what was typed comes back as typed."""
        return value if value is None or isinstance(value, str) else f"{Decimal(value):f}".replace(".", ",")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A keyboard with digits on phones."""
        return {"inputmode": "decimal", "autocomplete": "off"}


class MoneyField(forms.IntegerField):
    """Whole đồng: 1.500.000 or 1,5 triệu; never negative."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Hãy viết số tiền bằng đồng, ví dụ 1.500.000 hoặc 1,5 triệu.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 0)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """The amount in đồng; refused when it cannot be read."""
        if isinstance(value, str) and value.strip():
            value = inputs.read_money(value)
            if value is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """A stored amount with dots between thousands; what was typed comes back as typed."""
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A keyboard with digits on phones."""
        return {"inputmode": "decimal", "autocomplete": "off", "class": "short"}


class PhoneField(forms.CharField):
    """A telephone number in Vietnam, kept as 0912345678."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})
    default_error_messages = {
        "invalid": _("Số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0, ví dụ 0912 345 678.")
    }

    def to_python(self, value: Any) -> str:
        """The number in one spelling; refused when it is none."""
        typed = super().to_python(value) or ""
        if not typed:
            return typed
        read = inputs.read_phone(typed)
        if read is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return read


class RadioCards(forms.RadioSelect):
    """One of a few, as cards; give `ocop.foundation.ui.parts.Card` as labels for explanations."""

    template_name = "ui/forms/cards.html"


class CheckboxCards(forms.CheckboxSelectMultiple):
    """Some of a few, as cards."""

    template_name = "ui/forms/cards.html"


class TickList(forms.CheckboxSelectMultiple):
    """Some of many: short lines, narrowed by what is typed (without marks), how many are ticked;
    needs `ticks.js`.
    """

    template_name = "ui/forms/ticks.html"

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the folded text under which the line is found."""
        option: dict[str, Any] = super().create_option(name, value, label, *args, **kwargs)
        return option | {"find": fold(str(label))}


class SeveralField(forms.ModelMultipleChoiceField):
    """Some rows of several that are offered. A number larger than any row has is one that is not offered."""

    def clean(self, value: Any) -> Any:
        """The rows; refused where one of them is not offered."""
        for typed in value if isinstance(value, list | tuple) else ():
            if str(typed).isdecimal() and int(typed) > models.BigIntegerField.MAX_BIGINT:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": typed}
                )
        return super().clean(value)


class FilePick(forms.ClearableFileInput):
    """A file with a large target; with scripts it shows name, size and progress of sending."""

    template_name = "ui/forms/file.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-upload": True, **(attrs or {})})


class FilesPick(FilePick):
    """Picks several files at once; with scripts each is sent, fails and is sent again by itself."""

    allow_multiple_selected = True


class FileField(forms.FileField):
    """A file sent by the person. Refused where it arrived and the disk had no room for it."""

    widget = FilePick

    def to_python(self, data: Any) -> Any:
        """The upload."""
        if isinstance(data, NoRoom):
            raise ValidationError(str(FULL), code=FULL.code)
        return super().to_python(data)
