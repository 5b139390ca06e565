"""Entering and amending an activity: what all kinds share, then the fields of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.forms.facts import fact_fields, facts_of, initial_facts
from ocop.casework.support.models import Activity
from ocop.casework.support.models.visible import inside
from ocop.casework.support.rules import Kind
from ocop.foundation.places.forms import ByName, CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.ui.forms import DateField, Form, TextField
from ocop.registers.programme.models import Plan


@dataclass(frozen=True)
class Ground:
    """Where an activity may be entered:
    the province as it stood on a day, whole or only some offices' places in it.
    """

    province: Place
    on: date
    is_whole: bool
    offices: Sequence[int] = ()
    stands: bool = True


class PlaceField(forms.ModelChoiceField):
    """A commune or district of a province as it stood on a day, with the district beside its name."""

    iterator = ByName
    default_error_messages = {
        "required": _("Hãy chọn xã hoặc phường."),
        "invalid_choice": _("Hãy chọn một địa bàn trong danh sách."),
    }

    def label_from_instance(self, obj: Place) -> str:
        """`xã Bản Lầu, huyện Mường Khương`: names came more than once in a province."""
        above = obj.parent if obj.parent is not None and obj.parent.level == Level.DISTRICT else None
        return f"{obj.name} ({obj.kind})" + (f", {above}" if above else "")


class ActivityForm(Form):
    """What, where, who, when; then the facts of the kind. The plan is chosen before, by the address."""

    name = TextField(label=_("Tên hoạt động"), max_length=300)
    agency = TextField(label=_("Cơ quan thực hiện"), max_length=200)
    place = forms.Field()
    starts_on = DateField(label=_("Từ ngày"))
    ends_on = DateField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, kind: Kind, ground: Ground, plan: Plan | None, **kwargs: Any) -> None:
        self.ground, self.plan = ground, plan
        shared = {**self.base_fields, "place": _place_field(ground)}
        if plan is not None:
            shared["task"] = forms.ModelChoiceField(
                plan.tasks.filter(in_force=True), label=_("Thuộc nhiệm vụ"), required=False,
                empty_label=_("Không thuộc nhiệm vụ nào"),
            )  # fmt: skip
        own = fact_fields(kind)
        self.general, self.of_kind = list(shared), list(own)
        # before the fields are copied, so that they get the words and boxes of all our forms
        self.base_fields = {**shared, **own}  # type: ignore[misc]  # of this form alone
        super().__init__(*args, **kwargs)

    @staticmethod
    def initial_of(activity: Activity) -> dict[str, Any]:
        """An activity as the form shows it."""
        known = {name: getattr(activity, name) for name in ("name", "agency", "starts_on", "ends_on", "task")}
        place = None if activity.place.level == Level.PROVINCE else activity.place_id
        return {**known, "place": place, **initial_facts(activity)}

    def general_fields(self) -> list[forms.BoundField]:
        """What all kinds share."""
        return [self[name] for name in self.general]

    def kind_fields(self) -> list[forms.BoundField]:
        """What this kind asks for."""
        return [self[name] for name in self.of_kind]

    def values(self) -> dict[str, Any]:
        """What was written, as the actions want it."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "agency": data["agency"],
            "place": data["place"] or self.ground.province,
            "starts_on": data["starts_on"],
            "ends_on": data["ends_on"],
            "plan": self.plan,
            "task": data.get("task"),
            "facts": facts_of(data),
        }


def _place_field(ground: Ground) -> forms.ModelChoiceField:
    """Officers of the province may leave the place empty: then it is the whole province."""
    texts: dict[str, Any] = {
        "label": _("Địa bàn"),
        "required": not ground.is_whole,
        "empty_label": _("Cả tỉnh") if ground.is_whole else _("Chọn xã, phường"),
    }
    if ground.is_whole and ground.stands:
        return CommuneField(province=ground.province.code, **texts)
    units = Place.objects.existing_on(ground.on).filter(
        level__in=[Level.DISTRICT, Level.COMMUNE], pk__in=inside([ground.province.pk])
    )
    if not ground.is_whole:
        units = units.filter(pk__in=inside(list(ground.offices)))
    return PlaceField(units.with_parents(), **texts)
