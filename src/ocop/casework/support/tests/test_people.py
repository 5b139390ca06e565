"""Whom an activity helps, and who is bound by a link."""

from __future__ import annotations

import pytest

from ocop.casework.support import acts
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.selectors import communes_of
from ocop.kernel.text import answers, asked

pytestmark = pytest.mark.django_db


def add(desk, activity, **fields):
    return acts.add_beneficiary(activity, **{"by": desk.phuc, "at": desk.at} | fields)


def test_a_producer_and_a_product_are_helped_and_told(desk):
    activity = desk.planned()
    first = add(desk, activity, producer=desk.producer)
    second = add(desk, activity, product=desk.product, outcome=" 500  nhãn ")
    assert [(one.producer, one.product, one.outcome) for one in (first, second)] == [
        (desk.producer, None, ""), (desk.producer, desk.product, "500 nhãn"),
    ]  # fmt: skip
    told = Message.objects.filter(person=desk.lan, kind="support.helped").values_list("url", flat=True)
    assert list(told) == [activity.get_absolute_url()] * 2
    assert Entry.objects.filter(action="activity.add_beneficiary").count() == 2
    assert answers(desk.again(activity).search_text, asked("dứa sấy dẻo"))


@pytest.mark.parametrize("what", ["producer", "product"])
def test_nobody_is_helped_twice_by_one_activity(desk, refused, what):
    activity = desk.planned()
    add(desk, activity, **{what: getattr(desk, what)})
    assert refused(lambda: add(desk, activity, **{what: getattr(desk, what)})) == "twice"


def test_a_producer_of_another_province_is_refused(desk, refused):
    hanoi = communes_of("01", desk.today).first()
    other = desk.scene.make_producer("HTX Mẫu Ba Vì", "01A8000999", desk.quang, commune=hanoi)
    assert refused(lambda: add(desk, desk.planned(), producer=other)) == "producer_elsewhere"


def test_a_producer_without_a_place_is_taken(desk):
    other = desk.scene.make_producer("HTX Mẫu chưa rõ xã", "15A8000998", desk.quang, commune=None)
    assert add(desk, desk.planned(), producer=other).producer == other


@pytest.mark.parametrize("state", ["finished", "cancelled"])
def test_nobody_is_added_or_removed_after_the_end(desk, refused, state):
    activity = desk.in_state(state)
    assert refused(lambda: add(desk, activity, producer=desk.producer)) == "conflict_ended"
    for one in activity.beneficiaries.all():
        assert (
            refused(lambda one=one: acts.remove_beneficiary(one, by=desk.phuc, at=desk.at))
            == "conflict_ended"
        )


def test_others_add_nobody(desk, refused):
    activity = desk.planned()
    assert refused(lambda: add(desk, activity, producer=desk.producer, by=desk.lan)) == "not_keeper"
    one = add(desk, activity, producer=desk.producer)
    assert refused(lambda: acts.remove_beneficiary(one, by=desk.sen, at=desk.at)) == "not_keeper"


def test_who_is_taken_out_stays_in_the_record(desk):
    activity = desk.planned()
    one = add(desk, activity, product=desk.product)
    acts.remove_beneficiary(one, by=desk.minh, at=desk.at)
    entry = Entry.objects.get(action="activity.remove_beneficiary")
    assert (activity.beneficiaries.count(), entry.data["name"], entry.by) == (0, "Dứa sấy dẻo", desk.minh)


def test_neither_a_producer_nor_a_product_is_a_mistake_of_the_caller(desk):
    with pytest.raises(ValueError, match="a producer or a product"):
        add(desk, desk.planned())


def bind(desk, activity, **fields):
    known = {"role": "company", "name": "Công ty Mẫu", "by": desk.phuc, "at": desk.at}
    return acts.add_party(activity, **known | fields)


def test_a_link_binds_households_and_a_company(desk):
    activity = desk.planned("value_chain_link")
    bind(desk, activity)
    bind(desk, activity, role="household", name="Các hộ thôn Na Nhung", households=25)
    cooperative = bind(desk, activity, role="cooperative", name="", producer=desk.producer, households=9)
    rows = list(activity.parties.values_list("role", "name", "households"))
    assert rows == [
        ("company", "Công ty Mẫu", None), ("household", "Các hộ thôn Na Nhung", 25),
        ("cooperative", desk.producer.name, None),
    ]  # fmt: skip
    assert cooperative.role_name == "Hợp tác xã"


PARTIES = {
    "unknown role": ({"role": "bank"}, "unknown_role"),
    "households without a number": ({"role": "household"}, "households_missing"),
    "no name": ({"name": " "}, "incomplete"),
    "stranger": ({"by": "quang"}, "not_keeper"),
}


@pytest.mark.parametrize("why", PARTIES)
def test_a_party_is_refused(desk, refused, why):
    given, code = PARTIES[why]
    activity = desk.planned("value_chain_link")
    fields = {**given, **({"by": desk.quang} if "by" in given else {})}
    assert refused(lambda: bind(desk, activity, **fields)) == code


def test_a_kind_without_parties_binds_nobody(desk, refused):
    assert refused(lambda: bind(desk, desk.planned("fair"))) == "unknown_role"


def test_a_party_comes_once_and_can_be_taken_out(desk, refused):
    activity = desk.planned("value_chain_link")
    party = bind(desk, activity)
    assert refused(lambda: bind(desk, activity)) == "twice"
    assert refused(lambda: acts.remove_party(party, by=desk.lan, at=desk.at)) == "not_keeper"
    acts.remove_party(party, by=desk.phuc, at=desk.at)
    assert activity.parties.count() == 0
    assert Entry.objects.get(action="activity.remove_party").data == {
        "role": "company",
        "name": "Công ty Mẫu",
    }


def test_a_finished_link_keeps_its_parties(desk, refused):
    activity = desk.finished("value_chain_link")
    party = activity.parties.first()
    assert refused(lambda: bind(desk, activity)) == "conflict_ended"
    assert refused(lambda: acts.remove_party(party, by=desk.phuc, at=desk.at)) == "conflict_ended"
