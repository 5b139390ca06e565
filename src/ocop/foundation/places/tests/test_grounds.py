"""Whose ground a unit lies on, through the changes of 1 July 2025."""

from datetime import date

import pytest

from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import (
    communes_of,
    ground_of,
    grounds_of,
    inside,
    place,
    places_read_once,
)

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2022, 5, 1), date(2026, 5, 1)


def ids(units):
    return set(units.values_list("pk", flat=True))


def test_a_province_holds_its_communes_and_all_that_they_took_over():
    ground = ground_of(place("15", "province", AFTER))
    communes = ids(communes_of("15", AFTER)) | ids(communes_of("10", BEFORE)) | ids(communes_of("15", BEFORE))
    assert communes - ground == set()
    assert ground & ids(communes_of("01", AFTER)) == set()


def test_an_old_province_holds_the_communes_of_today_on_its_ground():
    old, other = place("10", "province", BEFORE), place("15", "province", BEFORE)
    grounds = grounds_of([old, other])
    assert grounds[old.pk] & grounds[other.pk] == set()
    today = ids(communes_of("15", AFTER))
    assert today - grounds[old.pk] - grounds[other.pk] == set()
    assert place("15", "province", AFTER).pk not in grounds[old.pk] | grounds[other.pk]


def test_a_commune_of_two_districts_lies_in_neither():
    today = communes_of("15", AFTER)
    districts = {one.pk: set(one.predecessors.values_list("parent_id", flat=True)) for one in today}
    torn = [key for key, of in districts.items() if len(of) > 1]
    whole = [key for key, of in districts.items() if len(of) == 1]
    assert (len(torn), len(torn) + len(whole)) == (12, len(districts))
    for key in (torn[0], whole[0]):
        grounds = grounds_of(Place.objects.filter(pk__in=districts[key])).values()
        assert [key in ground for ground in grounds] == [key == whole[0]] * len(districts[key])


def test_a_commune_holds_what_it_took_over_and_an_old_one_not_what_followed():
    commune = place("02788", "commune", AFTER)
    old = set(commune.predecessors.values_list("pk", flat=True))
    assert ground_of(commune) == {commune.pk} | old
    part = Place.objects.filter(pk__in=old).first()
    assert (commune.pk in ground_of(part)) == (len(old) == 1)


def test_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    units = list(communes_of("15", AFTER))
    with django_assert_num_queries(2):
        grounds_of(units)


def test_read_once_for_many_questions_and_not_after(django_assert_num_queries):
    units = list(communes_of("15", AFTER)[:3])
    apart = [ground_of(unit) for unit in units]
    with django_assert_num_queries(2), places_read_once():
        together = [ground_of(unit) for unit in units]
    assert together == apart
    with django_assert_num_queries(2):
        ground_of(units[0])


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
