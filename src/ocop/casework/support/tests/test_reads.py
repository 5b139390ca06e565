"""Who sees which help, what the plan counts, what waits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.support import acts
from ocop.casework.support.models import Activity
from ocop.casework.support.selectors import (
    expiring,
    finished,
    kits,
    steps_due,
    under_way,
    unlooked,
    waiting,
)
from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.places.selectors import communes_of, place
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db
OLD_DAY = date(2022, 5, 1)


def seen(desk, person):
    return list(Activity.objects.visible_to(person, desk.at).order_by("pk"))


def test_offices_see_their_place_and_producers_what_concerns_them(desk):
    leader, ministry = desk.cast.person("dung", "Dũng"), desk.cast.person("bo", "Bộ")
    desk.cast.appoint(leader, "leader")
    office = Office.objects.create(level="ministry", body="ministry", name="Bộ")
    Appointment.objects.create(person=ministry, office=office, role="ministry_officer", starts_at=desk.at)
    here, there = desk.planned("fair"), desk.planned("fair", place=desk.other_commune)
    acts.add_beneficiary(there, producer=desk.producer, by=desk.phuc, at=desk.at)
    for person in (desk.phuc, leader, ministry):
        assert seen(desk, person) == [here, there]
    assert seen(desk, desk.minh) == [here]
    assert seen(desk, desk.sen) == [there]
    assert seen(desk, desk.lan) == [there]
    assert seen(desk, desk.quang) == []


def test_a_producer_sees_the_link_that_binds_it(desk):
    link = desk.planned("value_chain_link")
    acts.add_party(link, role="cooperative", name="", producer=desk.producer, by=desk.phuc, at=desk.at)
    assert seen(desk, desk.lan) == [link]


@pytest.mark.parametrize(("code", "level"), [("10", "province"), ("15", "province")])
def test_the_province_sees_what_it_took_over(desk, code, level):
    old = place(code, level, OLD_DAY)
    commune = communes_of(code, OLD_DAY).select_related("parent").first()
    for where in (old, commune, commune.parent):
        desk.planned(place=where, plan=None, starts_on=OLD_DAY)
    assert len(seen(desk, desk.phuc)) == 3


def test_a_commune_sees_what_it_took_over(desk):
    old = desk.commune.predecessors.first()
    activity = desk.planned(place=old, plan=None, starts_on=OLD_DAY)
    assert (seen(desk, desk.minh), seen(desk, desk.sen)) == ([activity], [])


def test_a_person_without_an_account_in_force_sees_nothing(desk):
    desk.planned()
    desk.phuc.is_active = False
    assert seen(desk, desk.phuc) == []


def year(desk, **fields):
    return {"first": date(2026, 1, 1), "last": date(2026, 12, 31), "place": desk.province} | fields


def test_what_was_finished_is_counted_by_the_day_of_its_result(desk):
    mark, fair = desk.finished("trademark"), desk.finished("fair")
    desk.running("trademark")
    assert list(finished("trademark", **year(desk))) == [mark]
    assert list(finished("fair", **year(desk, place=desk.commune))) == [fair]
    assert list(finished("fair", **year(desk, place=desk.other_commune))) == []
    assert list(finished("fair", **year(desk, last=desk.today))) == [fair]
    assert list(finished("fair", **year(desk, last=desk.today - timedelta(days=1)))) == []
    assert list(finished("fair", **year(desk, first=desk.today + timedelta(days=1)))) == []


def test_help_of_the_former_province_counts_there_and_in_its_successor(desk):
    old, yen_bai = (place(code, "province", OLD_DAY) for code in ("10", "15"))
    commune = communes_of("10", OLD_DAY).first()
    activity = desk.planned("fair", place=commune, plan=None, starts_on=OLD_DAY)
    found = [
        under_way("fair", **year(desk, place=one, first=OLD_DAY), on=desk.today) for one in (old, yen_bai)
    ]
    assert found == [{"planned": 1, "running": 0}, {"planned": 0, "running": 0}]
    assert activity.place == commune


def test_what_is_under_way_as_it_stood_on_a_day(desk):
    activity = desk.complete("fair")
    desk.planned("fair", starts_on=date(2026, 12, 30))
    cancelled = desk.planned("fair")
    yesterday = desk.today - timedelta(days=1)
    assert under_way("fair", **year(desk), on=yesterday) == {"planned": 3, "running": 0}
    assert under_way("fair", **year(desk), on=desk.today) == {"planned": 2, "running": 1}
    acts.cancel_activity(cancelled, reason="Thôi.", by=desk.phuc, at=desk.at)
    acts.finish_activity(activity, result="Xong.", result_on=desk.today, by=desk.phuc, at=desk.at)
    assert under_way("fair", **year(desk), on=desk.today) == {"planned": 1, "running": 0}
    assert under_way("fair", **year(desk, last=desk.today), on=desk.today) == {"planned": 0, "running": 0}


def test_kits_are_counted_by_the_day_of_issue(desk):
    activity = desk.complete("logo")
    assert list(kits(**year(desk))) == list(activity.kits.all())
    assert list(kits(**year(desk, first=desk.today + timedelta(days=1)))) == []


def test_the_next_step_waits_from_two_weeks_before_and_is_late_after_its_day(desk):
    late = desk.running("trademark", starts_on=desk.today - timedelta(days=40))
    soon = desk.running("trademark", starts_on=desk.today - timedelta(days=16))
    desk.running("trademark", starts_on=desk.today - timedelta(days=15))
    found = [(step.activity, step.key) for step in steps_due(desk.phuc, desk.at)]
    assert found == [(late, "search"), (soon, "search")]
    group = next(one for one in gather(waiting(desk.minh, desk.at)) if one.key == "support.steps")
    assert (group.count, group.late, [item.days_left for item in group.items]) == (2, 1, [-10, 14])
    acts.cancel_activity(late, reason="Thôi.", by=desk.phuc, at=desk.at)
    assert [step.activity for step in steps_due(desk.phuc, desk.at)] == [soon]


def certified(desk, days):
    from ocop.casework.support.rules import kinds
    from ocop.casework.support.tests.cast import facts_for

    day = (desk.today + timedelta(days=days)).isoformat()
    return desk.planned("standard", facts=facts_for(kinds()["standard"]) | {"valid_until": day})


def test_what_expires_waits_within_the_notice_of_its_kind_and_not_for_ever(desk):
    certified(desk, 181)
    last, gone = certified(desk, 180), certified(desk, -90)
    certified(desk, -91)
    assert list(expiring(desk.phuc, desk.at)) == [gone, last]
    group = next(one for one in gather(waiting(desk.phuc, desk.at)) if one.key == "support.expiring")
    assert (group.count, group.late) == (2, 1)


def test_a_listing_that_nobody_looked_at_for_90_days_waits(desk):
    activity = desk.finished("listing", starts_on=date(2026, 1, 5))
    assert list(unlooked(desk.phuc, desk.at)) == []
    assert list(unlooked(desk.phuc, desk.at + timedelta(days=90))) == []
    assert list(unlooked(desk.phuc, desk.at + timedelta(days=91))) == [activity]
    assert [one.key for one in gather(waiting(desk.phuc, desk.at + timedelta(days=91)))] == ["support.looks"]


def test_nothing_waits_for_producers_strangers_and_other_communes(desk):
    desk.running("trademark", starts_on=desk.today - timedelta(days=40))
    assert [gather(waiting(person, desk.at)) for person in (desk.lan, desk.quang, desk.sen)] == [[], [], []]
