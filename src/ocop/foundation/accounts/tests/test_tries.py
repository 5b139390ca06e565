"""Wrong passwords: counted by account and address, and a hundred times as many by subnet."""

from datetime import timedelta

import pytest

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import WrongTries
from ocop.foundation.accounts.rules import MOST_TRIES, MOST_TRIES_OF_SUBNET, TRIES_LAST, machine, subnet

HALL, HOME = "203.0.113.9", "198.51.100.7"


def wrong(login, address, at, times):
    return [tries.count(login, address, at) for _ in range(times)]


def test_five_wrong_ones_are_looked_at_and_the_sixth_is_not(cast, at):
    assert wrong("lan", HALL, at, 6) == [True] * 5 + [False]


def test_the_lock_is_of_this_account_at_this_address(cast, at):
    wrong("lan", HALL, at, 6)
    assert tries.count("lan", HOME, at)
    assert tries.count("minh", HALL, at)


def test_ten_people_of_one_hall_who_mistype_keep_nobody_out(cast, at):
    for number in range(10):
        wrong(f"nguoi-{number}", HALL, at, 4)
    assert tries.count("lan", HALL, at)


def test_a_subnet_is_locked_at_a_hundred_times_as_many(cast, at):
    assert MOST_TRIES_OF_SUBNET == 100 * MOST_TRIES
    near = [f"203.0.113.{number}" for number in range(100)]
    for address in near[1:]:
        assert wrong("lan", address, at, 5) == [True] * 5
    assert wrong("lan", near[0], at, 4) == [True] * 4
    assert not WrongTries.objects.get(name="").is_locked(at)
    assert wrong("quang", near[0], at, 2) == [True, False]
    assert not tries.count("minh", "203.0.113.200", at)
    assert tries.count("minh", HOME, at)


def test_name_phone_and_mail_are_one_account(cast, at):
    cast.lan.email = "lan@vi-du.vn"
    cast.lan.save()
    assert wrong("lan", HALL, at, 3) == [True] * 3
    assert wrong("Lan@Vi-Du.vn ", HALL, at, 3) == [True, True, False]


def test_a_lock_ends_five_minutes_after_the_last_wrong_one(cast, at):
    wrong("lan", HALL, at, 4)
    last = at + timedelta(minutes=4)
    wrong("lan", HALL, last, 2)
    assert not tries.count("lan", HALL, last + TRIES_LAST - timedelta(seconds=1))
    assert tries.count("lan", HALL, last + TRIES_LAST)


def test_what_is_old_does_not_count(cast, at):
    wrong("lan", HALL, at, 4)
    assert wrong("lan", HALL, at + TRIES_LAST, 5) == [True] * 5


def test_a_right_one_is_taken_back_and_the_wrong_ones_before_it_stay(cast, at):
    wrong("lan", HALL, at, 5)
    tries.take_back("lan", HALL, at)
    assert [row.count for row in WrongTries.objects.order_by("name")] == [4, 4]
    assert wrong("lan", HALL, at, 2) == [True, False]


def test_a_day_later_the_next_right_one_clears_away_what_is_old(cast, at):
    wrong("khong-co-ai", HALL, at, 2)
    tomorrow = at + timedelta(days=1, minutes=6)
    tries.count("lan", HOME, tomorrow)
    tries.take_back("lan", HOME, tomorrow)
    assert set(WrongTries.objects.values_list("name", flat=True)) == {"", "lan"}


def test_a_password_typed_into_the_wrong_box_is_not_kept(cast, at):
    wrong("mat-khau-thu", HALL, at, 1)
    stored = WrongTries.objects.exclude(name="").get()
    assert (stored.person, "mat-khau-thu" in stored.name, stored.name[0]) == (None, False, "?")


def test_locked_names_what_is_locked_now(cast, at):
    wrong("lan", HALL, at, 5)
    wrong("minh", HALL, at, 4)
    assert [row.person for row in tries.locked(at)] == [cast.lan]
    assert list(tries.locked(at + TRIES_LAST)) == []


@pytest.mark.parametrize(
    ("address", "one", "around"),
    [
        ("203.0.113.9", "203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("unix:", "unix:", "unix:"),
    ],
)
def test_addresses_and_the_networks_around_them(address, one, around):
    assert (machine(address), subnet(address)) == (one, around)


def test_ten_mistyped_passwords_of_a_hall_leave_the_next_person_in(client, cast, sign_in):
    for number in range(12):
        sign_in(client, f"nguoi-{number}", "sai")
    assert sign_in(client).status_code == 302
    assert [row.count for row in WrongTries.objects.filter(name="lan")] == [0]
