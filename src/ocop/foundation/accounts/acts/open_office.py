"""Thêm cơ quan: adds an office to the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import OFFICES, province_asked
from ocop.foundation.accounts.forms.offices import PlaceField, province_choice
from ocop.foundation.accounts.models import Office, Person
from ocop.foundation.accounts.permissions import refuse_manage_people, refuse_manage_place
from ocop.foundation.accounts.rules import BODY_LEVELS, Body, Level
from ocop.foundation.accounts.selectors import manageable_places
from ocop.foundation.accounts.who import Who
from ocop.foundation.accounts.writes import hold_places
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, once, record, recorded
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import ModelForm, TextField


def _offered(province: Place | None) -> Q:
    """One province at a time: the country has more communes than fit a list."""
    return Q(pk=province.pk) | Q(parent=province) if province else Q(level=Level.PROVINCE)


class AsksOffice(Asks, ModelForm):
    """A new office."""

    class Meta:
        model = Office
        fields = ("level", "body", "place", "name")
        field_classes = {"name": TextField}

    beside = {"conflict_office": "name"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.province = province_asked(self.who, self.query)
        places = manageable_places(self.who.person, self.who.at).filter(_offered(self.province))
        self.fields["place"] = PlaceField(
            places, label=_("Địa bàn"), required=False, empty_label=_("Chọn địa bàn")
        )

    def _post_clean(self) -> None:
        """The action builds and checks the office."""


def refuse_open_offices(who: Who, _none: object = None) -> Refusal | None:
    """Operators; in which places, the form offers and the act asks."""
    return refuse_manage_people(who.person, who.at)


@recorded
def open_office(
    *, level: Level | str, body: Body | str, place: Place | None, name: str, by: Person, at: datetime
) -> Office:
    """Adds an office to the register. Refused outside the operator's place, and where body,
    level, place disagree.
    """
    ensure(refuse_manage_place(by, place, at))
    if Level(level) not in BODY_LEVELS[Body(body)]:
        raise Refused(
            Refusal("body_level", _("Cơ quan loại này không có ở cấp đã chọn."), todo=_("Chọn lại cấp."))
        )
    if (place.level if place else Level.MINISTRY) != level:
        raise Refused(
            Refusal("place_level", _("Địa bàn không đúng cấp của cơ quan."), todo=_("Chọn lại địa bàn."))
        )
    if place is not None:
        hold_places([place.pk])
    ensure(_refuse_second_office(place, name))
    with once(lambda: _refuse_second_office(place, name)):
        office = Office.objects.create(level=level, body=body, place=place, name=name)
    record("office.open", office, by=by, at=at, data={"level": str(level), "body": str(body)})
    return office


def _refuse_second_office(place: Place | None, name: str) -> Refusal | None:
    if not Office.objects.filter(place=place, name=name).exists():
        return None
    return Refusal("conflict_office", _("Cơ quan này đã có trong danh sách."))


def _choice(form: Asks) -> Mapping[str, Any]:
    return {"choice": province_choice(form.who, form.province)}  # type: ignore[attr-defined]


OPEN_OFFICE = Act(
    about=OFFICES,
    name="add_office",
    path="them/",
    refuse=refuse_open_offices,
    form=AsksOffice,
    do=open_office,
    button=_("Thêm cơ quan"),
    confirm=_("Thêm"),
    said=_("Đã thêm cơ quan."),
    show=_choice,
    template="accounts/office.html",
)
