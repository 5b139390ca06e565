"""Every write on producers: it happens, it is recorded, it is told, and every reason to refuse."""

from datetime import timedelta

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.producers import acts, selectors
from ocop.registers.producers.models import Producer

HOUSEHOLD = {"name": "Hộ Lý A Sài", "legal_form": "household", "registration_no": "10A8002"}


def code_of(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.refusal.code


def register(by, at, **fields):
    return acts.register_producer(fields={**HOUSEHOLD, **fields}, representative=None, by=by, at=at)


def recorded(obj):
    return [entry.action for entry in history(obj)]


def test_who_registers_acts_for_it(cast, htx, at):
    assert selectors.people_of(htx, at) == [cast.lan]
    assert list(selectors.producers_of(cast.lan, at)) == [htx]
    for words in ("Hợp tác xã Bản Lầu", "hop tac xa ban lau", "1207000001", "muong khuong"):
        assert list(Producer.objects.filter(search_text__finds=words)) == [htx]
    assert recorded(htx) == ["producer.add_representation", "producer.register"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "name_missing"),
        ({"enterprise_size": "small"}, "size_of_no_enterprise"),
        ({"registration_no": "1207000001"}, "registration_no_taken"),
    ],
)
def test_registering_refused(cast, htx, at, fields, code):
    assert code_of(register, cast.quang, at, **fields) == code
    assert Producer.objects.count() == 1


def test_a_closed_account_registers_nothing(cast, at):
    cast.quang.is_active = False
    assert code_of(register, cast.quang, at) == "sign_in"


@pytest.mark.parametrize(("source", "who", "code"), [
    ("office", "quang", "not_officer"), ("register", "quang", "not_officer"),
    ("register", "minh", "not_officer"),
    ("office", "minh", None), ("office", "tuan", None), ("register", "tuan", None),
])  # fmt: skip
def test_entering_for_others(cast, minh, tuan, at, source, who, code):
    people = {"quang": cast.quang, "minh": minh, "tuan": tuan}
    # without a commune only the province may
    fields = {**HOUSEHOLD, "commune": cast.commune if source == "office" else None}
    asked = {"fields": fields, "representative": None, "by": people[who], "at": at, "source": source}
    if code:
        assert code_of(acts.register_producer, **asked) == code
    else:
        assert selectors.people_of(acts.register_producer(**asked), at) == []


def test_amending_says_which_fields_changed_but_no_sensitive_value(cast, htx, at):
    acts.amend_producer(
        htx, fields={"name": "HTX Bản Lầu Xanh", "phone": htx.phone},
        representative={"full_name": "Giàng A Páo"},
        by=cast.lan, at=at,
    )  # fmt: skip
    entry = history(htx).first()
    assert (entry.action, entry.data) == ("producer.amend", {"fields": ["name", "representative"]})
    assert "Páo" not in str(entry.content())
    assert htx.search_text.startswith("htx ban lau xanh ")


def test_amending_nothing_records_nothing(cast, htx, at):
    acts.amend_producer(htx, fields={"name": htx.name}, representative=None, by=cast.lan, at=at)
    assert "producer.amend" not in recorded(htx)


@pytest.mark.parametrize(
    ("who", "may"), [("lan", True), ("minh", True), ("tuan", True), ("hoa", False), ("quang", False)]
)
def test_who_may_amend(cast, minh, tuan, htx, at, who, may):
    cast.appoint(cast.hoa, Role.LEADER)
    person = {"minh": minh, "tuan": tuan}.get(who) or getattr(cast, who)
    if may:
        acts.amend_producer(htx, fields={"phone": "0900000000"}, representative=None, by=person, at=at)
        assert Producer.objects.get().phone == "0900000000"
    else:
        asked = {"fields": {"phone": "0"}, "representative": None, "by": person, "at": at}
        assert code_of(acts.amend_producer, htx, **asked) == "not_entitled"


def test_an_officer_of_another_commune_may_not(cast, htx, at):
    other = cast.province.children.exclude(pk=cast.commune.pk).first()
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, place=other, level="commune")
    asked = {"fields": {"phone": "0"}, "representative": None, "by": cast.minh, "at": at}
    assert code_of(acts.amend_producer, htx, **asked) == "not_entitled"


def test_sharing_the_contact_and_taking_it_back(cast, htx, at):
    acts.share_contact(htx, is_public=True, by=cast.lan, at=at)
    acts.share_contact(htx, is_public=True, by=cast.lan, at=at + timedelta(days=1))
    assert Producer.objects.get().contact_is_public_since == at
    acts.share_contact(htx, is_public=False, by=cast.lan, at=at)
    assert Producer.objects.get().contact_is_public_since is None
    assert recorded(htx)[:2] == ["producer.hide_contact", "producer.share_contact"]
    assert code_of(acts.share_contact, htx, is_public=True, by=cast.quang, at=at) == "not_entitled"


def test_entitling_is_told_and_holds(cast, htx, at):
    row = acts.add_representation(htx, person=cast.quang, title="Kế toán", by=cast.lan, at=at)
    assert acts.add_representation(htx, person=cast.quang, by=cast.lan, at=at) == row
    assert [message.person for message in Message.objects.filter(kind="producer.entitled")] == [cast.quang]
    assert list(selectors.producers_of(cast.quang, at)) == [htx]
    assert list(selectors.producers_of(cast.quang, at - timedelta(seconds=1))) == []
    assert code_of(acts.add_representation, htx, person=cast.hoa, by=cast.minh, at=at) == "not_entitled"


def test_ending_holds_from_that_moment_and_is_told(cast, htx, at, later):
    row = acts.add_representation(htx, person=cast.quang, by=cast.lan, at=at)
    acts.end_representation(row, by=cast.lan, at=later, reason="Nghỉ việc")
    assert list(selectors.producers_of(cast.quang, at)) == [htx]
    assert list(selectors.producers_of(cast.quang, later)) == []
    asked = {"fields": {"phone": "0"}, "representative": None, "by": cast.quang, "at": later}
    assert code_of(acts.amend_producer, htx, **asked) == "not_entitled"
    assert Message.objects.filter(kind="producer.ended", person=cast.quang).count() == 1
    assert history(htx).first().reason == "Nghỉ việc"
    assert code_of(acts.end_representation, row, by=cast.lan, at=later) == "conflict_ended"


def test_the_last_one_stays_unless_an_officer_ends_it(cast, minh, htx, later):
    row = htx.representations.get()
    assert code_of(acts.end_representation, row, by=cast.lan, at=later) == "last_representation"
    assert code_of(acts.end_representation, row, by=cast.quang, at=later) == "not_entitled"
    acts.end_representation(row, by=minh, at=later)
    assert selectors.people_of(htx, later) == []


def test_the_representative_is_refused_to_strangers(cast, minh, htx, at):
    assert selectors.representative(htx, person=minh, at=at).ethnicity == "Mông"
    assert code_of(selectors.representative, htx, person=cast.quang, at=at) == "not_entitled"


def test_look_alikes(cast, htx, at):
    register(cast.quang, at)
    assert selectors.alike("HTX ban lau") == [htx]
    assert selectors.alike("HTX ban lau", but=htx) == []
    assert selectors.alike("Chè Suối Giàng") == []
    assert selectors.alike("---") == []


def test_slugs_are_free_and_never_words_of_pages(cast, at):
    names = ["Hộ Quang", "hộ quang", "Đăng ký", "!!!"]
    slugs = [register(cast.quang, at, name=name, registration_no="").slug for name in names]
    assert slugs == ["ho-quang", "ho-quang-2", "dang-ky-2", "x"]


def test_what_is_missing_waits(cast, htx, at):
    assert gather(selectors.waiting(cast.lan, at)) == []
    acts.amend_producer(htx, fields={"phone": ""}, representative=None, by=cast.lan, at=at)
    assert selectors.missing_facts(htx) == ["contact"]
    assert [(one.key, one.count) for one in gather(selectors.waiting(cast.lan, at))] == [
        ("producers.facts", 1)
    ]
    assert gather(selectors.waiting(cast.quang, at)) == []
