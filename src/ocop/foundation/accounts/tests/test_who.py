"""Who holds what, where, at a moment."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on, find_people, holds, offices_of, people_holding
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, place

OLD = date(2025, 6, 30)


@pytest.fixture
def other_commune(cast):
    return communes_of(cast.province, cast.at.date()).exclude(pk=cast.commune.pk).first()


def test_nothing_before_the_start_nor_from_the_end_on(cast, at, later):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune", starts_at=at, ends_at=later)
    instant = timedelta(microseconds=1)
    asked = [at - instant, at, later - instant, later]
    assert [holds(cast.minh, Role.COMMUNE_OFFICER, moment) for moment in asked] == [False, True, True, False]


def test_commune_officer_reaches_the_own_commune_only(cast, at, other_commune):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    asked = [cast.commune, other_commune, cast.province, None]
    assert [holds(cast.minh, Role.COMMUNE_OFFICER, at, where) for where in asked] == [
        True,
        False,
        False,
        True,
    ]


def test_province_officer_reaches_the_communes_inside(cast, at):
    cast.appoint(cast.minh, Role.PROVINCE_OFFICER)
    elsewhere = (
        Place.objects.existing_on(at.date()).filter(level="commune").exclude(parent=cast.province).first()
    )
    asked = [cast.province, cast.commune, elsewhere, elsewhere.parent]
    assert [holds(cast.minh, Role.PROVINCE_OFFICER, at, where) for where in asked] == [
        True,
        True,
        False,
        False,
    ]


def test_ministry_reaches_everything(cast, at):
    office = Office.objects.create(level="ministry", body="ministry", name="Bộ Nông nghiệp và Môi trường")
    row = Appointment(person=cast.hoa, office=office, role=Role.MINISTRY_OFFICER, starts_at=cast.long_ago)
    row.save()
    assert [holds(cast.hoa, Role.MINISTRY_OFFICER, at, where) for where in (cast.commune, cast.province)] == [
        True
    ] * 2


def test_todays_offices_reach_what_their_places_took_over(cast, at):
    old_commune = Place.objects.filter(level="commune", valid_to=OLD, successors=cast.commune).first()
    old_province = place("10", "province", OLD)
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    cast.appoint(cast.hoa, Role.PROVINCE_OFFICER)
    assert holds(cast.minh, Role.COMMUNE_OFFICER, at, old_commune) is True
    assert holds(cast.hoa, Role.PROVINCE_OFFICER, at, old_commune) is True
    assert holds(cast.hoa, Role.PROVINCE_OFFICER, at, old_province) is True


def test_another_role_is_not_held(cast, at):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    assert [holds(cast.minh, role, at) for role in Role] == [role == Role.COMMUNE_OFFICER for role in Role]


def test_deactivated_and_unknown_people_hold_nothing(cast, at):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    cast.minh.is_active = False
    assert holds(cast.minh, Role.COMMUNE_OFFICER, at) is False
    assert appointments_on(AnonymousUser(), at) == []


def test_offices_each_once(cast, at):
    first = cast.appoint(cast.minh, Role.PROVINCE_OFFICER)
    cast.appoint(cast.minh, Role.LEADER)
    assert offices_of(cast.minh, at) == [first.office]


def test_people_holding_agrees_with_holds(cast, at, other_commune):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    cast.appoint(cast.hoa, Role.COMMUNE_OFFICER, place=other_commune, level="commune")
    cast.appoint(cast.quang, Role.COMMUNE_OFFICER, level="commune", ends_at=at)
    for where in (None, cast.commune, other_commune, cast.province):
        wanted = [person for person in Person.objects.all() if holds(person, Role.COMMUNE_OFFICER, at, where)]
        assert list(people_holding(Role.COMMUNE_OFFICER, at, where)) == wanted
    assert list(people_holding(Role.COMMUNE_OFFICER, at, cast.commune)) == [cast.minh]


def test_deactivated_people_are_not_told_of(cast, at):
    cast.appoint(cast.minh, Role.SECRETARY)
    cast.minh.is_active = False
    cast.minh.save()
    assert list(people_holding(Role.SECRETARY, at)) == []


def test_one_request_reads_appointments_once(cast, at, django_assert_num_queries):
    cast.appoint(cast.minh, Role.PROVINCE_OFFICER)
    cast.minh.known = {}
    with django_assert_num_queries(1):
        answers = [holds(cast.minh, role, at, cast.province) for role in Role]
    assert answers.count(True) == 1


def test_what_is_at_hand_still_ends_in_time(cast, at, later):
    cast.appoint(cast.minh, Role.PROVINCE_OFFICER, ends_at=later)
    cast.minh.known = {}
    assert [holds(cast.minh, Role.PROVINCE_OFFICER, moment) for moment in (at, later)] == [True, False]


def test_an_appointment_ended_between_two_requests_counts_no_more(client, cast, operator):
    client.force_login(operator)
    assert client.get("/nguoi-dung/").status_code == 200
    Appointment.objects.filter(person=operator).update(ends_at=timezone.now())
    assert client.get("/nguoi-dung/").status_code == 403


@pytest.mark.parametrize("words", ["giang lan", "GIÀNG", "lan thi", "lan"])
def test_people_are_found_without_marks(cast, words):
    assert list(find_people(words)) == [cast.lan]


def test_people_are_found_by_the_end_of_a_phone_number(cast):
    cast.quang.phone = "0912 345 678"
    cast.quang.save()
    assert list(find_people("5678")) == [cast.quang]
    assert list(find_people("đỗ quang")) == [cast.quang]
