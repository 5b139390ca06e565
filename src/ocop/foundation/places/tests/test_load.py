from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from ocop.foundation.places.actions import Loaded, load
from ocop.foundation.places.models import Ground, Place, Succession
from ocop.foundation.places.selectors import grounds_differing, place

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
UNITS = 34 + 3321 + 2 + 18 + 319
GROUNDS = 8523
"""Pairs of a unit and what lies on its ground, each unit with itself."""


def test_loading_again_changes_nothing() -> None:
    before = list(Place.objects.order_by("pk").values())
    assert load() == Loaded(created=0, changed=0, unchanged=UNITS)
    assert list(Place.objects.order_by("pk").values()) == before
    assert Succession.objects.count() == 319 + 2


def test_loading_restores_what_was_changed_and_keeps_what_it_does_not_know() -> None:
    Place.objects.filter(code="02788").update(name="Bản Lẩu")
    lao_cai = place("15", "province", TODAY)
    stranger = Place.objects.create(level="commune", code="99999", kind="xã", name="Mới", parent=lao_cai,
                                    valid_from=TODAY)  # fmt: skip
    assert load() == Loaded(created=0, changed=2, unchanged=UNITS - 2)
    assert list(Place.objects.filter(code="02788").values_list("name", flat=True)) == ["Bản Lầu", "Bản Lầu"]
    assert Place.objects.filter(pk=stranger.pk).exists()


def test_loading_into_an_empty_register() -> None:
    Succession.objects.all().delete()
    for level in ("commune", "district", "province"):
        Place.objects.filter(level=level).delete()
    said = StringIO()
    call_command("load_places", stdout=said)
    assert said.getvalue() == f"places: {UNITS} new, 0 changed, 0 unchanged\n"
    assert (grounds_differing(), Ground.objects.count()) == ([], GROUNDS)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("place_ends_after_it_begins", {"valid_to": date(2026, 1, 1)}),
        ("place_has_parent_unless_province", {"parent": None}),
        ("place_kind_before_and_since", {"kind_before": "xã"}),
        ("place_kind_before_and_since", {"kind_since": date(2027, 1, 1)}),
        ("place_kind_before_and_since", {"kind_before": "xã", "kind_since": TODAY}),
        ("place_point_whole", {"latitude": 22}),
        ("place_once", {"code": "02788", "valid_from": date(2025, 7, 1)}),
    ],
)
def test_the_database_refuses(constraint: str, values: dict[str, object]) -> None:
    unit = {"level": "commune", "code": "99999", "kind": "phường", "name": "Mới", "valid_from": TODAY}
    unit["parent"] = place("15", "province", TODAY)
    said = constraint if constraint != "place_once" else "place_once|places_place.code, places_place.level"
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        Place.objects.create(**unit | values)


def test_a_unit_does_not_follow_itself() -> None:
    unit = place("02788", "commune", TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Succession.objects.create(old=unit, new=unit, on=TODAY)
