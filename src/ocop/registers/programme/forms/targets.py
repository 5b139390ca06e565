"""What is asked of a target, with its scope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import TextField
from ocop.kernel.text import vietnamese_key
from ocop.registers.producers.labels import LEGAL_FORMS
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme.forms.rows import Choices, TargetRowForm, whole_box, whole_or_none
from ocop.registers.programme.models import Plan


def _year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=2018, max_value=2100, required=False, widget=whole_box())


class AsksTarget(Asks, TargetRowForm):
    """A target with everything that narrows it."""

    hide_optional = False
    place_id = forms.TypedChoiceField(
        label=_("Riêng địa bàn"), coerce=whole_or_none, empty_value=None, required=False
    )
    stars_from = forms.TypedChoiceField(
        label=_("Từ hạng sao"), coerce=whole_or_none, empty_value=None, required=False,
        choices=[("", _("Mọi hạng sao")), (3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))],
    )  # fmt: skip
    year_from = _year(_("Công nhận từ năm"))
    year_to = _year(_("Công nhận đến năm"))
    legal_forms = forms.MultipleChoiceField(
        label=_("Riêng loại hình chủ thể"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(form.value, word) for form, word in LEGAL_FORMS.items()],
    )  # fmt: skip
    set_numbers = forms.TypedMultipleChoiceField(
        label=_("Riêng bộ sản phẩm"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = TextField(label=_("Ghi chú"), required=False, lines=2, max_length=1000)

    gives = frozenset({"fields"})
    narrow = ("place_id", "stars_from", "year_from", "year_to", "legal_forms", "set_numbers")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = self.thing.plan
        self.fields["place_id"].choices = [("", str(_("Cả tỉnh"))), *places_of(plan)]  # type: ignore[attr-defined]
        self.fields["set_numbers"].choices = sets_of(plan)  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """The boxes filled from the target."""
        return {name: getattr(self.thing, name) for name in self.base_fields if name != "pk"}

    def given(self) -> Mapping[str, Any]:
        """Every field but its number."""
        return {"fields": {name: value for name, value in self.cleaned_data.items() if name != "pk"}}

    @property
    def wide(self) -> list[Any]:
        """The boxes that narrow the target."""
        return [self[name] for name in self.narrow]

    @property
    def plain(self) -> list[Any]:
        """All the others."""
        return [self[name] for name in self.fields if name not in (*self.narrow, "pk")]

    @property
    def is_narrow(self) -> bool:
        """Whether anything narrows it, so that the part stands open."""
        return any(self[name].value() for name in self.narrow) or any(
            self[name].errors for name in self.narrow
        )


def places_of(plan: Plan) -> Choices:
    """The districts and communes of the plan's province as they stood that year."""
    on = min(plan.last_day, plan.place.valid_to or plan.last_day)
    rows = Place.objects.existing_on(on).in_province(plan.place.code).with_parents()
    rows = rows.filter(parent=plan.place) | rows.filter(parent__parent=plan.place)
    found = sorted(rows, key=lambda one: (one.level != "district", vietnamese_key(one.name)))
    return [(one.pk, one.local_name if one.parent_id == plan.place_id else _within(one)) for one in found]


def _within(place: Place) -> str:
    return f"{place.local_name}, {place.parent.local_name if place.parent else ''}"


def sets_of(plan: Plan) -> Choices:
    """The product sets of the regulation of that year."""
    regulation = regulation_on(plan.last_day) or regulation_on(timezone.localdate())
    language = get_language() or "vi"
    return (
        [(one.number, f"{one.number}. {one.label.text(language)}") for one in regulation.sets.values()]
        if regulation
        else []
    )
