"""Whose ground a unit lies on, through the changes of 1 July 2025."""

from datetime import date

import pytest

from ocop.foundation.places.actions import survey
from ocop.foundation.places.models import Ground, Place, Succession
from ocop.foundation.places.selectors import (
    communes_of,
    ground_of,
    grounds_differing,
    grounds_of,
    inside,
    lies_on,
    place,
)

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2022, 5, 1), date(2026, 5, 1)


def ids(units):
    return set(units.values_list("pk", flat=True))


def test_a_province_holds_its_communes_and_all_that_they_took_over():
    ground = set(ground_of(place("15", "province", AFTER)))
    communes = ids(communes_of("15", AFTER)) | ids(communes_of("10", BEFORE)) | ids(communes_of("15", BEFORE))
    assert communes - ground == set()
    assert ground & ids(communes_of("01", AFTER)) == set()


def test_an_old_province_holds_the_communes_of_today_on_its_ground():
    old, other = (set(ground_of(place(code, "province", BEFORE))) for code in ("10", "15"))
    assert old & other == set()
    assert ids(communes_of("15", AFTER)) - old - other == set()
    assert place("15", "province", AFTER).pk not in old | other


def test_a_commune_of_two_districts_lies_in_neither():
    today = communes_of("15", AFTER)
    districts = {one.pk: set(one.predecessors.values_list("parent_id", flat=True)) for one in today}
    torn = [key for key, of in districts.items() if len(of) > 1]
    whole = [key for key, of in districts.items() if len(of) == 1]
    assert (len(torn), len(torn) + len(whole)) == (12, len(districts))
    for key in (torn[0], whole[0]):
        for unit in Place.objects.filter(pk__in=districts[key]):
            assert (key in ground_of(unit), lies_on(key, unit)) == (key == whole[0],) * 2


def test_a_commune_holds_what_it_took_over_and_an_old_one_not_what_followed():
    commune = place("02788", "commune", AFTER)
    old = set(commune.predecessors.values_list("pk", flat=True))
    assert set(ground_of(commune)) == {commune.pk} | old
    part = Place.objects.filter(pk__in=old).first()
    assert lies_on(commune.pk, part) == (len(old) == 1)


def test_many_together_are_what_each_is():
    units = list(communes_of("15", AFTER)[:3])
    assert set(grounds_of(unit.pk for unit in units)) == {one for unit in units for one in ground_of(unit)}
    assert not grounds_of([]).exists()


def test_a_commune_that_merges_again_takes_its_ground_with_it():
    commune, province = place("02788", "commune", AFTER), place("15", "province", AFTER)
    held, count = set(ground_of(commune)), Ground.objects.count()
    new = Place.objects.create(level="commune", code="99999", kind="phường", name="Mới", parent=province,
                               valid_from=date(2027, 7, 1))  # fmt: skip
    Succession.objects.create(old=commune, new=new, on=new.valid_from)
    assert grounds_differing() != []
    survey()
    assert (grounds_differing(), set(ground_of(new))) == ([], held | {new.pk})
    assert lies_on(new.pk, commune)  # it alone became the new one
    assert lies_on(new.pk, province)
    Succession.objects.filter(new=new).delete()
    new.delete()
    survey()
    assert (grounds_differing(), set(ground_of(commune)), Ground.objects.count()) == ([], held, count)


def test_an_office_of_today_reaches_what_was_taken_over():
    """As a subquery for the reads of every package:
    the province with both old ones, a commune with its old ones.
    """
    today, old = place("15", "province", AFTER), place("10", "province", BEFORE)
    reached = set(inside([today.pk]).values_list("pk", flat=True))
    for units in (communes_of("15", AFTER), communes_of("10", BEFORE), communes_of("15", BEFORE)):
        assert ids(units) - reached == set()
    district = Place.objects.get(code="086", level="district")
    assert {old.pk, district.pk} <= reached
    assert reached & ids(communes_of("01", AFTER)) == set()
    commune = place("02788", "commune", AFTER)
    assert set(inside([commune.pk]).values_list("pk", flat=True)) == {
        commune.pk, *(one.pk for one in commune.predecessors.all())
    }  # fmt: skip
    assert set(inside([district.pk]).values_list("pk", flat=True)) == {district.pk} | ids(
        Place.objects.filter(parent=district)
    )
    assert not inside([]).exists()
