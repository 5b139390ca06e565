"""What is written of a place at length, of a route or chain in words, and the own score on set 26."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.checks import refuse_figures, refuse_season
from ocop.casework.tourism.rules import LONGEST_TEXT, MONTHS, MOST_GUESTS, MOST_HOMES, bits_of
from ocop.foundation.ui.forms import EmailField, Form, NumberField, PhoneField, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.law import ProductSet
from ocop.kernel.scoring.rubric import Rubric
from ocop.registers.regulations import rules, selectors


class SpotForm(Form):
    """What guests want to know; contacts last, shown by consent alone."""

    name = TextField(label=_("Tên"), max_length=120)
    tagline = TextField(
        label=_("Câu giới thiệu ngắn"), max_length=160, required=False,
        help_text=_("Ví dụ: Bản người Tày bên suối, ngủ nhà sàn, ăn cơm lam."),
    )  # fmt: skip
    about = TextField(label=_("Giới thiệu"), lines=8, max_length=LONGEST_TEXT, required=False)
    homes = NumberField(
        label=_("Số nhà đón khách"), min_value=0, max_value=MOST_HOMES, decimal_places=0, required=False
    )
    capacity = NumberField(
        label=_("Sức chứa qua đêm (khách)"), min_value=0, max_value=MOST_GUESTS, decimal_places=0,
        required=False,
    )  # fmt: skip
    months = forms.TypedMultipleChoiceField(
        label=_("Tháng đón khách"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(month, str(month)) for month in MONTHS], help_text=_("Quanh năm thì chọn cả 12 tháng."),
    )  # fmt: skip
    season = TextField(
        label=_("Mùa đẹp"), max_length=300, required=False, help_text=_("Ví dụ: lúa chín cuối tháng 9.")
    )
    services = TextField(
        label=_("Dịch vụ"), lines=4, max_length=LONGEST_TEXT, required=False,
        help_text=_("Mỗi dòng một dịch vụ: ngủ, ăn, đi rừng, dệt vải…"),
    )  # fmt: skip
    safety = TextField(
        label=_("An toàn cho khách"), lines=3, max_length=LONGEST_TEXT, required=False,
        help_text=_("Trạm y tế, phòng cháy, mùa lũ, ai trực khi có việc."),
    )  # fmt: skip
    hours = TextField(label=_("Giờ đón khách"), max_length=300, required=False)
    directions = TextField(label=_("Cách đến"), lines=3, max_length=2000, required=False)
    phone = PhoneField(
        label=_("Điện thoại"),
        required=False,
        help_text=_("Chỉ hiện khi đã ghi đồng ý, rút lại lúc nào cũng được."),
    )
    email = EmailField(label=_("Thư điện tử"), required=False)

    def clean(self) -> dict[str, Any]:
        """A season with its months; figures that can be."""
        given = super().clean() or {}
        given["months"] = bits_of(given.get("months") or ())
        given.update(
            {name: int(given[name]) for name in ("homes", "capacity") if given.get(name) is not None}
        )
        for field, refusal in (("season", refuse_season(given)), ("capacity", refuse_figures(given))):
            if refusal is not None and field in self.fields:
                self.add_error(field, forms.ValidationError(str(refusal), code=refusal.code))
        return given


class WordsForm(Form):
    """The name and what there is to say."""

    name = TextField(label=_("Tên"), max_length=120)
    about = TextField(label=_("Giới thiệu"), lines=6, max_length=LONGEST_TEXT, required=False)


class ReadinessForm(Form):
    """Every criterion of the set with its choices."""

    hide_optional = True

    def __init__(self, *args: Any, product_set: ProductSet, rubric: Rubric, **kwargs: Any) -> None:
        self.product_set = product_set
        asked = selectors.answers(rubric)
        own: dict[str, forms.Field] = {
            field_of(code): forms.ChoiceField(
                label=_criterion(product_set, code), required=False, widget=forms.RadioSelect,
                choices=[(one.token, _option(one)) for _name, group in asked[code] for one in group],
            )
            for code in product_set.criteria if code in asked
        }  # fmt: skip
        # before the fields are copied, so that they get the words and boxes of all our forms
        self.base_fields = own  # type: ignore[misc]  # of this form alone
        super().__init__(*args, **kwargs)

    def sheet(self) -> str:
        """The choices as one word."""
        tokens = {code: self.cleaned_data.get(field_of(code)) or "" for code in self.product_set.criteria}
        return rules.pack(self.product_set, rules.read_tokens(self.product_set, tokens))


def field_of(code: str) -> str:
    """The name of the field of a criterion."""
    return f"c_{code.replace('.', '_')}"


def chosen(product_set: ProductSet, sheet: str) -> Mapping[str, str]:
    """What a sheet holds, by the names of the fields."""
    choices = rules.unpack(product_set, sheet)
    return {
        field_of(code): rules.token_of(product_set.criteria[code], choice) for code, choice in choices.items()
    }


def _criterion(product_set: ProductSet, code: str) -> str:
    return f"{code}. {said(product_set.criteria[code].label)}"


def _option(answer: Any) -> str:
    return f"{answer.label} ({answer.points})"
