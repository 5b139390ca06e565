"""What a shopper can ask the catalogue, with how many there are of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors import by_name, place
from ocop.foundation.ui.forms import QueryField
from ocop.foundation.ui.lists import FilterForm, SearchInput
from ocop.outlets.catalogue.labels import SORT_WORDS
from ocop.outlets.catalogue.nearby import Near, around, point_of
from ocop.registers.products import public
from ocop.registers.products.forms import month_choices
from ocop.registers.regulations.selectors import regulations

LONGEST_QUERY = 80
STARS = (5, 4, 3)
NARROWING = ("sao", "bo", "xa", "thang")


class CatalogueForm(FilterForm):
    """Words, stars, set, commune, month, a point to be near, order.
    What makes no sense is passed over, so that old links still answer.
    """

    q = QueryField(label=gettext_lazy("Tìm sản phẩm"), widget=SearchInput)
    sao = forms.TypedChoiceField(label=gettext_lazy("Hạng sao"), required=False, coerce=int, empty_value=None)
    bo = forms.TypedChoiceField(
        label=gettext_lazy("Bộ sản phẩm"), required=False, coerce=int, empty_value=None
    )
    xa = forms.ChoiceField(label=gettext_lazy("Xã, phường"), required=False)
    thang = forms.TypedChoiceField(
        label=gettext_lazy("Có hàng vào tháng"), required=False, coerce=int, empty_value=None
    )
    gan = QueryField(max_length=20, widget=forms.HiddenInput)
    sort = forms.ChoiceField(label=gettext_lazy("Xếp theo"), required=False)

    near: list[Near] | None = None
    chosen: Sequence[str] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Tất cả"))
        self.fields["q"].widget.attrs["maxlength"] = LONGEST_QUERY
        self._offer("sao", [every, *((n, _("%(count)s sao") % {"count": n}) for n in STARS)])
        self._offer("bo", [every, *set_choices()])
        self.communes = communes()
        self._offer("xa", [every, *((one.code, one.local_name) for one in self.communes)])
        self._offer("thang", [every, *month_choices()])
        self._offer("sort", list(SORT_WORDS.items()))

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def add_prefix(self, field_name: str) -> str:
        """The order is called `sap-xep` in every list."""
        return super().add_prefix("sap-xep" if field_name == "sort" else field_name)

    def wanted(self) -> public.Wanted:
        """What can be made of the address."""
        self.is_valid()
        given = self.cleaned_data
        code = given.get("xa")
        point = point_of(given.get("gan", ""))
        self.near = around(point, self.communes) if point else None
        return public.Wanted(
            words=given.get("q", "")[:LONGEST_QUERY],
            stars=given.get("sao"),
            set_number=given.get("bo"),
            commune=place(code, Level.COMMUNE, timezone.localdate()) if code else None,
            month=given.get("thang"),
            near=None if self.near is None else tuple(one.commune.pk for one in self.near),
        )

    def count(self, facets: Mapping[str, Mapping[int, int]]) -> None:
        """Writes behind every choice how many there would be."""
        self.chosen = self.in_words()
        keys = {one.code: one.pk for one in self.communes}
        for name, column in zip(NARROWING, public.COLUMNS, strict=True):
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = [
                (value, f"{word} ({number_format(facets[column].get(keys.get(value, value), 0))})")
                if value else (value, word)
                for value, word in cast(Any, field.choices)
            ]  # fmt: skip

    @property
    def order(self) -> str:
        """The chosen order, one of `products.public.SORTS`, or empty."""
        return str(self.cleaned_data.get("sort", ""))

    def in_words(self) -> list[str]:
        """What is chosen in the folded part of the form."""
        names = [name for name in (*NARROWING, "sort") if self.cleaned_data.get(name)]
        return [str(dict(cast(Any, self.fields[name]).choices)[self.cleaned_data[name]]) for name in names]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the order was asked."""
        return any(self.cleaned_data.get(name) for name in ("q", "gan", *NARROWING))


def set_choices() -> list[tuple[int, str]]:
    """The product sets that have products, by number, with the names of the newest regulation."""
    sets, language = regulations()[0].sets, get_language() or "vi"
    numbers = [number for number in public.values_of("set_number") if number in sets]
    return [(number, f"{number}. {sets[number].label.text(language)}") for number in numbers]


def communes() -> list[Place]:
    """The communes of today that have products, in the order of the alphabet."""
    rows = Place.objects.filter(pk__in=public.values_of("commune_id"), level=Level.COMMUNE)
    return by_name(rows.existing_on(timezone.localdate()))
