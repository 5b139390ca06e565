"""Which places the pages of offices offer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.selectors import manageable_places
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.forms import ByName
from ocop.foundation.places.labels import local_name
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import Form


class PlaceField(forms.ModelChoiceField):
    """One of the places that the operator manages, by the Vietnamese alphabet."""

    iterator = ByName

    def label_from_instance(self, obj: Place) -> str:
        """The name in the language of the page."""
        return local_name(obj)


class ProvinceForm(Form):
    """For whom the whole country is open: which province is meant."""

    tinh = PlaceField(Place.objects.none(), label=_("Tỉnh"), empty_label=_("Chọn tỉnh"), to_field_name="code")

    def __init__(self, *args: Any, provinces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tinh"].queryset = provinces  # type: ignore[attr-defined]


def province_choice(who: Who, province: Place | None) -> ProvinceForm | None:
    """The choice of another province, for who has more than one."""
    provinces = manageable_places(who.person, who.at).filter(level=Level.PROVINCE)
    if len(provinces) < 2:
        return None
    return ProvinceForm(initial={"tinh": province}, provinces=provinces)
