"""Villages, routes and chains are written, shown, taken down; contacts and names stand by consent alone."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from ocop.casework.support.acts import remove_party
from ocop.casework.support.models import Activity
from ocop.casework.tourism import acts
from ocop.casework.tourism.models import NameConsent, Spot
from ocop.casework.tourism.rules import bits_of, kilometres, months_of, spans
from ocop.casework.tourism.selectors import legs_of, live_in, named
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, ground_of

pytestmark = pytest.mark.django_db


def entries() -> list[str]:
    rows = Entry.objects.filter(action__regex="^(spot|route|chain)[.]").order_by("pk")
    return list(rows.values_list("action", flat=True))


def test_a_village_begins_is_written_shown_and_taken_down(valley, at):
    spot = valley.shown()
    assert (spot.slug, spot.state, spot.shown["capacity"], spot.live_since) == (
        "ban-na-loc",
        "published",
        60,
        at,
    )
    later = at + timedelta(days=1)
    acts.write_spot(spot, fields={"tagline": "Bản mới"}, by=valley.minh, at=later)
    assert (spot.shown["tagline"], spot.has_unshown) == ("Bản bên suối", True)
    acts.publish_spot(spot, by=valley.phuc, at=later)
    assert (spot.shown["tagline"], spot.live_since, spot.changed_at) == ("Bản mới", at, later)
    acts.withdraw_spot(spot, by=valley.minh, at=later)
    assert (spot.state, list(Spot.objects.on_show())) == ("withdrawn", [])
    assert entries() == [
        "spot.open", "spot.write", "spot.publish", "spot.write", "spot.publish", "spot.withdraw"
    ]  # fmt: skip


def test_strangers_and_other_communes_are_refused(valley, at, refused):
    spot, sen = valley.shown(), valley.desk.sen
    for by in (valley.quang, sen, valley.lan):
        for act, more in (
            (acts.publish_spot, {}), (acts.withdraw_spot, {}), (acts.agree_to_contact, {}),
            (acts.take_back_contact, {}), (acts.write_spot, {"fields": {"tagline": "x"}}),
            (acts.add_photos, {"photos": [], "caption": ""}),
            (acts.tie_spot, {"activity": None, "product": None}),
            (acts.write_readiness, {"regulation_code": "x", "sheet": "1"}),
        ):  # fmt: skip
            assert refused(lambda: act(spot, **more, by=by, at=at)) == "not_keeper"  # noqa: B023
    assert refused(lambda: valley.opened(by=valley.quang)) == "not_keeper"
    assert refused(lambda: valley.opened(by=sen)) == "not_keeper"


def test_the_owner_keeps_a_homestay_without_an_office(valley, at, refused):
    spot = valley.homestay()
    acts.write_spot(spot, fields={"tagline": "Nhà Lan", "months": 1}, by=valley.lan, at=at)
    acts.publish_spot(spot, by=valley.lan, at=at)
    assert spot.state == "published"
    assert (
        refused(lambda: acts.tie_spot(spot, activity=None, product=None, by=valley.lan, at=at))
        == "not_keeper"
    )
    assert refused(lambda: acts.withdraw_spot(spot, by=valley.quang, at=at)) == "not_keeper"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"capacity": 10**9}, "capacity_unlikely"),
        ({"homes": 10**9}, "homes_unlikely"),
        ({"capacity": -1}, "capacity_unlikely"),
        ({"season": "lúa chín", "months": 0}, "months_missing"),
        ({"months": 1 << 12}, "months_missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(valley, at, refused, fields, code):
    spot = valley.opened()
    assert refused(lambda: acts.write_spot(spot, fields=fields, by=valley.minh, at=at)) == code
    assert (Spot.objects.get().capacity, Spot.objects.get().months) == (None, 0)


def test_a_village_without_words_or_months_is_not_shown(valley, at, refused):
    spot = valley.opened()
    assert refused(lambda: acts.publish_spot(spot, by=valley.minh, at=at)) == "nothing_written"
    acts.write_spot(spot, fields={"tagline": "Bản"}, by=valley.minh, at=at)
    assert refused(lambda: acts.publish_spot(spot, by=valley.minh, at=at)) == "months_missing"


def test_an_address_is_of_one_page_alone(valley, refused):
    first = valley.opened()
    assert valley.opened().slug == "ban-na-loc-2"
    assert refused(lambda: valley.opened(slug=first.slug)) == "slug_taken"
    assert refused(lambda: valley.opened(slug="tuyen")) == "slug_taken"
    assert refused(lambda: valley.opened(slug="<<>>")) == "slug_taken"
    assert valley.opened(slug="Bản Khác").slug == "ban-khac"


def test_a_place_outside_the_province_is_refused(valley, at, refused):
    outside = communes_of("01", at.date()).first()
    sen_of_there = valley.desk.cast.person("xa", "Người Nơi Khác")
    valley.desk.cast.appoint(sen_of_there, "commune_officer", place=outside, level="commune")
    assert refused(lambda: valley.opened(place=outside, by=sen_of_there)) == "place_outside"
    route = valley.route(stops=0)
    assert refused(
        lambda: acts.add_stop(
            route, starts_at=time(7), minutes=9, sight="Hồ Gươm", place=outside, by=valley.minh, at=at
        )
    ) == "place_outside"  # fmt: skip


def test_contacts_stand_by_consent(valley, at, refused):
    spot = valley.shown(phone="")
    assert refused(lambda: acts.agree_to_contact(spot, by=valley.minh, at=at)) == "no_contact"
    acts.write_spot(spot, fields={"phone": "0912345678"}, by=valley.minh, at=at)
    assert (spot.contact, "phone" in spot.contents()) == ({}, False)
    assert refused(lambda: acts.take_back_contact(spot, by=valley.minh, at=at)) == "conflict_not_agreed"
    acts.agree_to_contact(spot, by=valley.minh, at=at)
    assert (spot.contact, spot.contact_agreed_by) == ({"phone": "0912345678"}, valley.minh)
    assert refused(lambda: acts.agree_to_contact(spot, by=valley.minh, at=at)) == "conflict_agreed"
    acts.take_back_contact(spot, by=valley.minh, at=at)
    assert (spot.contact, spot.contact_agreed_by) == ({}, None)
    assert entries()[-2:] == ["spot.share_contact", "spot.hide_contact"]


def test_two_hundred_photographs_are_refused(valley, at, refused):
    spot = valley.opened()
    assert refused(
        lambda: acts.add_photos(spot, photos=[None] * 200, caption="", by=valley.minh, at=at)
    ) == "too_many_photos"  # fmt: skip


def test_a_route_goes_by_the_clock(valley, at, refused):
    route = valley.route(stops=1)
    assert refused(lambda: acts.publish_route(route, by=valley.minh, at=at)) == "too_few_stops"
    more = {"minutes": 30, "by": valley.minh, "at": at}
    assert (
        refused(lambda: acts.add_stop(route, starts_at=time(7), sight="A", place=valley.other, **more))
        == "stop_time"
    )
    assert refused(lambda: acts.add_stop(route, starts_at=time(9), **more)) == "stop_which"
    assert refused(lambda: acts.add_stop(route, starts_at=time(9), sight="Thác", **more)) == "place_missing"
    maker = acts.add_stop(route, starts_at=time(6), producer=valley.producer, **more)
    acts.publish_route(route, by=valley.minh, at=at)
    legs = legs_of(route.shown["stops"])
    assert [(leg.stop["at"], leg.stop["kind"], leg.way) for leg in legs] == [
        ("06:00", "maker", None), ("07:00", "spot", 0)
    ]  # fmt: skip
    acts.remove_stop(maker, by=valley.minh, at=at)
    assert (len(route.contents()["stops"]), route.has_unshown) == (1, True)
    assert refused(lambda: acts.remove_stop(maker, by=valley.quang, at=at)) == "not_keeper"
    assert (
        refused(
            lambda: acts.add_stop(
                route, starts_at=time(5), sight="A", minutes=1, place=valley.other, by=valley.quang, at=at
            )
        )
        == "not_keeper"
    )


def test_a_route_has_twenty_stops_at_most(valley, at, refused):
    route = valley.route(stops=0)
    for hour in range(20):
        acts.add_stop(
            route, starts_at=time(hour), minutes=5, sight="A", place=valley.other, by=valley.minh, at=at
        )
    assert refused(
        lambda: acts.add_stop(
            route, starts_at=time(23), minutes=5, sight="A", place=valley.other, by=valley.minh, at=at
        )
    ) == "too_many_stops"  # fmt: skip


def test_a_chain_names_people_by_consent_alone(valley, at, refused):
    chain = valley.chain()
    (household, *others) = [party for party, _is_named in named(chain)]
    assert [is_named for _party, is_named in named(chain)] == [False, True, True]
    told = {"agreed_on": at.date(), "how": "Ký giấy", "by": valley.minh, "at": at}
    consent = acts.agree_name(chain, party=household, **told)
    assert named(chain)[0][1]
    assert refused(lambda: acts.agree_name(chain, party=household, **told)) == "name_agreed"
    ahead = told | {"agreed_on": at.date() + timedelta(days=1)}
    assert refused(lambda: acts.agree_name(chain, party=others[0], **ahead)) == "day_to_come"
    assert refused(lambda: acts.agree_name(chain, party=others[0], **told | {"how": " "})) == "how_missing"
    assert (
        refused(lambda: acts.agree_name(chain, party=others[0], **told | {"by": valley.quang}))
        == "not_keeper"
    )
    acts.take_back_name(consent, by=valley.minh, at=at)
    assert (named(chain)[0][1], NameConsent.objects.get().withdrawn_at) == (False, at)
    assert refused(lambda: acts.take_back_name(consent, by=valley.quang, at=at)) == "not_keeper"


def test_a_party_that_agreed_to_be_named_stays_in_its_link(valley, at, refused):
    chain = valley.chain()
    household = named(chain)[0][0]
    acts.agree_name(chain, party=household, agreed_on=at.date(), how="Ký giấy", by=valley.minh, at=at)
    link = Activity.objects.filter(pk=household.activity_id)
    link.update(state="running", result="", result_on=None)
    assert refused(lambda: remove_party(household, by=valley.minh, at=at)) == "party_is_kept"
    assert household.activity.parties.filter(pk=household.pk).exists()


def test_a_chain_is_of_a_signed_link(valley, at, refused):
    chain = valley.chain()
    assert refused(
        lambda: acts.open_chain(valley.programme, link=chain.link, by=valley.minh, at=at)
    ) == "link_taken"  # fmt: skip
    type(chain.link).objects.filter(pk=chain.link_id).update(state="running", result="", result_on=None)
    chain.link.refresh_from_db()
    assert refused(lambda: acts.publish_chain(chain, by=valley.minh, at=at)) == "link_unfinished"
    type(chain.link).objects.filter(pk=chain.link_id).update(
        state="finished", result="Xong", result_on=at.date()
    )
    chain.link.refresh_from_db()
    chain.link.parties.exclude(role="household").delete()
    assert refused(lambda: acts.publish_chain(chain, by=valley.minh, at=at)) == "too_few_roles"


def test_a_plan_counts_a_village_once(valley, at):
    ground = ground_of(valley.desk.province)
    village, day = valley.shown(), at.date()
    homestay = valley.homestay()
    acts.write_spot(homestay, fields={"tagline": "x", "months": 1}, by=valley.lan, at=at)
    acts.publish_spot(homestay, by=valley.lan, at=at)
    assert list(live_in(day, day, ground)) == [village]
    assert list(live_in(day + timedelta(days=1), day + timedelta(days=9), ground)) == []
    help_given = valley.link("tourism", form="village")
    acts.tie_spot(village, activity=help_given, product=None, by=valley.minh, at=at)
    assert list(live_in(day, day, ground)) == []


def test_months_and_ways():
    assert months_of(bits_of([1, 11, 12])) == (1, 11, 12)
    assert spans(bits_of([1, 2, 6, 11, 12])) == [(6, 6), (11, 2)]
    assert spans(bits_of(range(1, 13))) == [(1, 12)]
    hanoi, laocai = Place(latitude="21.03", longitude="105.85"), Place(latitude="22.49", longitude="103.97")
    there = [(one.latitude, one.longitude) for one in (hanoi, laocai)]
    assert kilometres(*there) == 253  # 251-254 by hand
