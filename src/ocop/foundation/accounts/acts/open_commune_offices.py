"""Thêm cơ quan cấp xã của tỉnh: in one act for all of its communes that have none, or for those ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import OFFICES, province_asked
from ocop.foundation.accounts.acts.open_office import refuse_open_offices
from ocop.foundation.accounts.models import Office, Person
from ocop.foundation.accounts.permissions import refuse_manage_place
from ocop.foundation.accounts.rules import Body, Level
from ocop.foundation.accounts.selectors import communes_without_office
from ocop.foundation.accounts.writes import hold_places
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded, vouch
from ocop.foundation.places.labels import local_name
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.ui.forms import SeveralField, TickList
from ocop.kernel.text import vietnamese_key

NOT_IN_PROVINCE = _("Có xã, phường đã chọn không thuộc tỉnh này. Tải lại trang rồi chọn lại.")


class AsksCommunes(Asks):
    """Which communes without an office get one: every one of them, or those ticked."""

    hide_optional = True

    every = forms.BooleanField(required=False, widget=forms.HiddenInput)
    communes = SeveralField(
        Place.objects.none(),
        label=_("Xã, phường chưa có cơ quan"),
        required=False,
        widget=TickList,
        error_messages={"invalid_choice": NOT_IN_PROVINCE, "invalid_pk_value": NOT_IN_PROVINCE},
    )

    gives = frozenset({"province", "communes"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Shows those that miss one; takes any of the province, for somebody else may just have opened it."""
        super().__init__(*args, **kwargs)
        at, province = self.who.at, province_asked(self.who, self.query)
        self.province = province
        communes = communes_of(province, timezone.localdate(at)) if province else Place.objects.none()
        missing: Iterable[Place] = communes_without_office(province, at) if province else ()
        self.missing = sorted(missing, key=lambda place: vietnamese_key(place.name))
        field: Any = self.fields["communes"]
        field.queryset = communes
        field.choices = [(place.pk, local_name(place)) for place in self.missing]

    def clean(self) -> dict[str, Any]:
        """At least one."""
        cleaned = super().clean() or {}
        if cleaned.get("every"):
            cleaned["communes"] = self.missing
        elif "communes" in cleaned and not cleaned["communes"]:
            self.add_error("communes", _("Hãy đánh dấu ít nhất một xã, phường."))
        return cleaned

    def given(self) -> Mapping[str, Any]:
        """The communes, and of which province."""
        return {"province": self.province, "communes": self.cleaned_data["communes"]}


@recorded
def open_commune_offices(
    *, province: Place, communes: Iterable[Place], by: Person, at: datetime
) -> list[Office]:
    """Adds the People's Committees of these communes, each recorded; a commune that has an office already is
    left out.

    Refused outside the operator's place, for a commune that is not one of the province today, and where none
    is left.
    """
    ensure(refuse_manage_place(by, province, at))
    chosen = {commune.pk: commune for commune in communes}
    hold_places(chosen)
    ensure(_refuse_foreign(province, chosen, at))
    missing = communes_without_office(province, at).filter(pk__in=chosen)
    offices = Office.objects.bulk_create(_people_committee(commune) for commune in missing)
    if not offices:
        raise Refused(Refusal("conflict_offices", _("Các xã, phường đã chọn đều có cơ quan rồi.")))
    vouch(offices)
    facts = {"level": str(Level.COMMUNE), "body": str(Body.PEOPLE_COMMITTEE)}
    for office in offices:
        record("office.open", office, by=by, at=at, data=facts)
    return offices


def _refuse_foreign(province: Place, chosen: Mapping[int, Place], at: datetime) -> Refusal | None:
    own = set(communes_of(province, timezone.localdate(at)).values_list("pk", flat=True))
    foreign = [commune for pk, commune in chosen.items() if pk not in own]
    if not foreign:
        return None
    return Refusal(
        "not_in_province",
        _("%(commune)s không phải xã, phường hiện nay của %(province)s.")
        % {"commune": foreign[0].local_name, "province": province.local_name},
        todo=_("Tải lại trang rồi chọn lại."),
    )


def _people_committee(commune: Place) -> Office:
    name = f"Ủy ban nhân dân {commune}"
    return Office(level=Level.COMMUNE, body=Body.PEOPLE_COMMITTEE, place=commune, name=name)


OPEN_COMMUNE_OFFICES = Act(
    about=OFFICES,
    name="add_commune_offices",
    path="them-cap-xa/",
    refuse=refuse_open_offices,
    form=AsksCommunes,
    do=open_commune_offices,
    button=_("Thêm cơ quan cấp xã của tỉnh"),
)
"""Its page is `pages/offices.py`: two forms, one for all and one for some."""
