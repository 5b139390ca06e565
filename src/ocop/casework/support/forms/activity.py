"""Entering and amending an activity: what all kinds share, then the fields of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.forms.facts import fact_fields, facts_of
from ocop.casework.support.models import Activity
from ocop.casework.support.models.visible import inside, places_of
from ocop.casework.support.rules import Kind
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Asks
from ocop.foundation.places.forms import ByName, CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.models import Plan
from ocop.registers.programme.selectors import current, plans_visible_to

PLAN_PARAM = "ke-hoach"


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


class AsksActivity(Asks):
    """What, where, who, when; then the facts of the kind. The plan is chosen before, by the address."""

    name = TextField(label=_("Tên hoạt động"), max_length=300)
    agency = TextField(label=_("Cơ quan thực hiện"), max_length=200)
    place = forms.Field()
    starts_on = DateField(label=_("Từ ngày"))
    ends_on = DateField(label=_("Đến ngày"), required=False)

    gives = frozenset({"name", "agency", "place", "starts_on", "ends_on", "plan", "task", "facts"})

    def __init__(
        self, *args: Any, who: Who, thing: Any, query: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        self.who, self.thing, self.query = who, thing, query or {}
        shared = {**self.base_fields, "place": _place_field(self.ground)}
        if self.plan is not None:
            shared["task"] = forms.ModelChoiceField(
                self.plan.tasks.filter(in_force=True), label=_("Thuộc nhiệm vụ"), required=False,
                empty_label=_("Không thuộc nhiệm vụ nào"),
            )  # fmt: skip
        own = fact_fields(self.kind)
        self.general, self.of_kind = list(shared), list(own)
        # before the fields are copied, so that they get the words and boxes of all our forms
        self.base_fields = {**shared, **own}  # type: ignore[misc]  # of this form alone
        super().__init__(*args, who=who, thing=thing, query=query, **kwargs)

    @property
    def kind(self) -> Kind:
        """The kind, whose row says what else is asked."""
        raise NotImplementedError

    @property
    def activity(self) -> Activity | None:
        """The activity as it is kept, where one is."""
        return None

    @cached_property
    def plan(self) -> Plan | None:
        """The plan that the address names (`?ke-hoach=`, 0: none), else the activity's, else the year's."""
        plans = plans_visible_to(self.who.person, self.who.at)
        asked = self.query.get(PLAN_PARAM, "")
        if asked.isascii() and asked.isdigit() and len(asked) < 10:
            return plans.filter(pk=int(asked)).first()
        if self.activity is not None:
            return self.activity.plan
        return plans.filter(year=timezone.localdate(self.who.at).year).first() or plans.first()

    @cached_property
    def ground(self) -> Ground:
        """The province of the plan at the end of its year, else that of the activity,
        else the own one of today.
        """
        who, today = self.who, timezone.localdate(self.who.at)
        if self.plan is not None:
            province, on = self.plan.place, min(today, self.plan.last_day)
        elif self.activity is not None:
            province, on = self.activity.place.province, self.activity.starts_on
        else:
            province, on = _home(who), today
        is_whole = who.holds(Role.PROVINCE_OFFICER, province)
        on = min(on, province.valid_to) if province.valid_to else on
        stands = on == today and province.stands(today)
        return Ground(province, on, is_whole, places_of(who.person, who.at), stands)

    def general_fields(self) -> list[forms.BoundField]:
        """What all kinds share."""
        return [self[name] for name in self.general]

    def kind_fields(self) -> list[forms.BoundField]:
        """What this kind asks for."""
        return [self[name] for name in self.of_kind]

    def given(self) -> Mapping[str, Any]:
        """What was written, as the acts want it."""
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


def _home(who: Who) -> Place:
    """The programme's province, else that of the own office."""
    programme = current()
    if programme is not None:
        return programme.province
    return next(one.office.place.province for one in who.appointments if one.office.place)


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
