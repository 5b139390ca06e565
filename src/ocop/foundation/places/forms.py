"""Choosing a commune: a list of one province's communes, narrowed by what is typed, old names included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places import labels, selectors
from ocop.foundation.places.models import Place
from ocop.kernel.text import vietnamese_key


class CommuneSelect(forms.Select):
    """A list under a box. With scripts, typing narrows the list;
    without, a name that fits one commune counts.
    """

    template_name = "places/widgets/commune.html"
    province = ""
    by_code = False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the name of the box and the address that answers it."""
        context = super().get_context(name, value, attrs)
        asked = {"tinh": self.province, "o": search_name(name), **({"gia-tri": "ma"} if self.by_code else {})}
        context["widget"]["search_name"] = search_name(name)
        context["widget"]["options_url"] = f"{reverse('places:options')}?{urlencode(asked)}"
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """What was chosen; with nothing chosen, the one commune that answers to what was typed."""
        chosen = super().value_from_datadict(data, files, name)
        typed = data.get(search_name(name), "")
        if chosen or not typed:
            return chosen
        communes = selectors.find_communes(typed, self.province, timezone.localdate())
        if len(communes) != 1:
            return chosen
        return communes[0].code if self.by_code else communes[0].pk


class ByName(forms.models.ModelChoiceIterator):
    """Choices in the order of the Vietnamese alphabet."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for place in sorted(self.queryset.all(), key=lambda place: vietnamese_key(place.name)):
            yield self.choice(place)


class CommuneField(forms.ModelChoiceField):
    """A commune of `province` (its code) that stands on `on` (by default today).

    The value is the row; with `to_field_name="code"` the address carries the code instead of the row's
    number.
    """

    widget = CommuneSelect
    iterator = ByName
    default_error_messages = {
        "required": _("Hãy chọn xã hoặc phường."),
        "invalid_choice": _(
            "Hãy chọn một xã hoặc phường trong danh sách; xã cũ đã sáp nhập thì chọn xã hiện nay."
        ),
    }

    def __init__(self, *, province: str, on: Callable[[], date] = timezone.localdate, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Xã, phường"))
        kwargs.setdefault("help_text", _("Gõ tên xã hiện nay hoặc tên xã, huyện cũ; không cần gõ dấu."))
        kwargs.setdefault("empty_label", _("Chọn xã, phường"))
        super().__init__(Place.objects.none(), **kwargs)
        self.on = on
        self.set_province(province)

    def __deepcopy__(self, memo: dict[int, Any]) -> CommuneField:
        # a form copies its fields when it is made: the day is asked anew then, not when the server started
        field: CommuneField = super().__deepcopy__(memo)
        field.set_province(self.province)
        return field

    def set_province(self, province: str) -> None:
        """Offers the communes of another province; for forms that know it only when they are made."""
        self.province = self.widget.province = province
        self.widget.by_code = self.to_field_name == "code"
        self.queryset = selectors.communes_of(province, self.on())

    def label_from_instance(self, obj: Place) -> str:
        """The name in the language of the page."""
        return labels.local_name(obj)


def search_name(name: str) -> str:
    """The name of the box that belongs to the list `name`."""
    return f"{name}-tim"
