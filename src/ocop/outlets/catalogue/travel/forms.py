"""What narrows the map and the list of places: the same words in the address of both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.labels import SPOT_KINDS
from ocop.foundation.ui.lists import FilterForm
from ocop.outlets.catalogue.travel.map_data import Asked

MAP_KINDS = {
    "": _("Tất cả"),
    "san-pham": _("Sản phẩm, chủ thể"),
    "du-lich": _("Làng, nhà dân, điểm du lịch"),
    "vung-nguyen-lieu": _("Vùng nguyên liệu"),
}
_MONTHS = [("", _("Cả năm")), *((str(month), name) for month, name in MONTHS.items())]


class MonthForm(FilterForm):
    """A month."""

    mua = forms.ChoiceField(label=_("Mùa"), required=False, choices=_MONTHS)

    @property
    def month(self) -> int | None:
        """The month that was chosen; none for what is no month."""
        return _whole(self, "mua")


class SpotsForm(MonthForm):
    """A kind of place, a month."""

    loai = forms.ChoiceField(
        label=_("Loại"), required=False,
        choices=[("", _("Tất cả")), *((kind.value, word) for kind, word in SPOT_KINDS.items())],
    )  # fmt: skip
    field_order = ("loai", "mua")

    @property
    def kind(self) -> str:
        """The kind that was chosen."""
        self.is_valid()
        return str(self.cleaned_data.get("loai", ""))


class MapForm(MonthForm):
    """A kind of thing, stars, a month."""

    loai = forms.ChoiceField(label=_("Xem gì"), required=False, choices=list(MAP_KINDS.items()))
    sao = forms.ChoiceField(
        label=_("Sao"), required=False,
        choices=[("", _("Mọi sao")), *((str(n), format_lazy(_("{count} sao"), count=n)) for n in (5, 4, 3))],
    )  # fmt: skip
    field_order = ("loai", "sao", "mua")

    @property
    def asked(self) -> Asked:
        """What is wanted; what cannot be read is not asked."""
        self.is_valid()
        return Asked(self.cleaned_data.get("loai", ""), _whole(self, "sao"), self.month)


def _whole(form: Any, name: str) -> int | None:
    form.is_valid()
    value = form.cleaned_data.get(name, "")
    return int(value) if value else None
