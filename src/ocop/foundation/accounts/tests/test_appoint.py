"""Appointing, and opening offices."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from ocop.foundation.accounts import acts
from ocop.foundation.accounts.acts import end_appointment, open_office
from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refused


@pytest.fixture
def office(cast):
    return Office.objects.create(
        level="commune", body="people_committee", place=cast.commune, name="UBND xã thử"
    )


@pytest.fixture
def far_office(cast, at):
    far = Place.objects.existing_on(at.date()).filter(level="commune").exclude(parent=cast.province).first()
    return Office.objects.create(level="commune", body="people_committee", place=far, name="UBND xã xa")


PAPER = "Quyết định số 1/QĐ-UBND"
appoint = partial(acts.appoint, reason=PAPER)


def refused(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.refusal.code


def test_it_happens(cast, at, operator, office):
    row = appoint(
        person=cast.minh,
        office=office,
        role=Role.COMMUNE_OFFICER,
        title="Chuyên viên",
        starts_at=at,
        by=operator,
        at=at,
    )
    assert (row.person, row.office, row.title, row.ends_at) == (cast.minh, office, "Chuyên viên", None)
    assert holds(cast.minh, Role.COMMUNE_OFFICER, at, cast.commune) is True


def test_it_is_recorded_for_the_appointment_and_for_the_person(cast, at, operator, office):
    row = appoint(
        person=cast.minh, office=office, role=Role.LEADER, starts_at=at, by=operator, at=at,
        reason="Quyết định số 12/QĐ-UBND",
    )  # fmt: skip
    entries = list(Entry.objects.order_by("sequence").values_list("action", "object_id", "by_name", "reason"))
    assert entries == [
        ("appointment.appoint", str(row.pk), "Nguyễn Bình", "Quyết định số 12/QĐ-UBND"),
        ("person.appoint", str(cast.minh.pk), "Nguyễn Bình", "Quyết định số 12/QĐ-UBND"),
    ]
    assert Entry.objects.first().data["office"] == "UBND xã thử"


def test_refused_to_who_is_no_operator(cast, at, office):
    facts = {"person": cast.hoa, "office": office, "role": Role.COMMUNE_OFFICER, "starts_at": at, "at": at}
    assert refused(lambda: appoint(**facts, by=cast.minh)) == "not_operator"


def test_refused_outside_the_operators_place(cast, at, operator, far_office):
    facts = {
        "person": cast.hoa,
        "office": far_office,
        "role": Role.COMMUNE_OFFICER,
        "starts_at": at,
        "at": at,
    }
    assert refused(lambda: appoint(**facts, by=operator)) == "outside_place"


def test_refused_for_oneself_but_not_to_who_repairs(cast, at, operator, office):
    facts = {"office": office, "role": Role.LEADER, "starts_at": at, "at": at}
    assert refused(lambda: appoint(**facts, person=operator, by=operator)) == "own_appointment"
    cast.quang.is_superuser = True
    assert appoint(**facts, person=cast.quang, by=cast.quang, confirmed=True).person == cast.quang


def test_refused_for_a_closed_account(cast, at, operator, office):
    cast.hoa.is_active = False
    facts = {"person": cast.hoa, "office": office, "role": Role.LEADER, "starts_at": at, "at": at}
    assert refused(lambda: appoint(**facts, by=operator)) == "person_inactive"


def test_refused_where_the_level_has_no_such_role(cast, at, operator, office):
    facts = {"person": cast.hoa, "office": office, "starts_at": at, "at": at, "by": operator}
    codes = dict.fromkeys(Role, "")
    for role in (Role.PROVINCE_OFFICER, Role.SECRETARY, Role.OPERATOR, Role.MINISTRY_OFFICER):
        codes[role] = refused(lambda role=role: appoint(**facts, role=role))
    assert set(codes.values()) == {"", "role_level"}
    assert Appointment.objects.filter(person=cast.hoa).count() == 0


@pytest.mark.parametrize("length", [timedelta(0), timedelta(days=-1)])
def test_refused_where_it_would_end_before_it_begins(cast, at, operator, office, length):
    facts = {
        "person": cast.hoa,
        "office": office,
        "role": Role.LEADER,
        "starts_at": at,
        "at": at,
        "by": operator,
    }
    assert refused(lambda: appoint(**facts, ends_at=at + length)) == "ends_before_start"


def test_refused_twice_at_the_same_time_but_not_after(cast, at, operator, office):
    facts = {"person": cast.hoa, "office": office, "role": Role.LEADER, "at": at, "by": operator}
    month = timedelta(days=30)
    appoint(**facts, starts_at=at, ends_at=at + month)
    assert refused(lambda: appoint(**facts, starts_at=at + month / 2)) == "conflict_appointed"
    assert appoint(**facts, starts_at=at + month).starts_at == at + month


def test_ending_takes_effect_at_once(cast, at, later, operator, office):
    row = cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    end_appointment(appointment=row, by=operator, at=later, reason="Chuyển công tác")
    answers = [holds(cast.minh, Role.COMMUNE_OFFICER, moment) for moment in (at, later)]
    assert answers == [True, False]
    entry = Entry.objects.get(action="person.end_appointment")
    assert (entry.reason, entry.data["ends_at"], entry.by) == ("Chuyển công tác", later.isoformat(), operator)


def test_one_not_yet_begun_never_begins(cast, at, operator):
    begins = at + timedelta(days=3)
    row = cast.appoint(cast.minh, Role.LEADER, starts_at=begins)
    ended = end_appointment(appointment=row, by=operator, at=at, reason="Nhầm người")
    assert ended.ends_at == begins
    assert holds(cast.minh, Role.LEADER, begins) is False


def test_ending_is_refused(cast, at, operator, far_office):
    row = cast.appoint(cast.minh, Role.LEADER)
    far = Appointment.objects.create(
        person=cast.hoa, office=far_office, role=Role.LEADER, starts_at=cast.long_ago
    )
    over = cast.appoint(cast.hoa, Role.LEADER, ends_at=at)
    facts = {"at": at, "reason": "Chuyển công tác"}
    assert refused(lambda: end_appointment(appointment=row, by=cast.lan, **facts)) == "not_operator"
    assert refused(lambda: end_appointment(appointment=far, by=operator, **facts)) == "outside_place"
    assert refused(lambda: end_appointment(appointment=over, by=operator, **facts)) == "conflict_ended"
    assert (
        refused(lambda: end_appointment(appointment=row, by=operator, at=at, reason=" ")) == "reason_missing"
    )
    assert Entry.objects.count() == 0


def test_office_is_opened_and_recorded(cast, at, operator):
    facts = {"level": "commune", "body": "economic_division", "place": cast.commune, "name": "Phòng Kinh tế"}
    office = open_office(**facts, by=operator, at=at)
    assert (office.place, office.level, Entry.objects.get().action) == (
        cast.commune,
        "commune",
        "office.open",
    )


def test_opening_an_office_is_refused(cast, at, operator, far_office):
    good = {
        "level": "commune",
        "body": "economic_division",
        "place": cast.commune,
        "name": "Phòng Kinh tế",
        "at": at,
    }
    open_office(**good, by=operator)
    assert refused(lambda: open_office(**good, by=cast.lan)) == "not_operator"
    assert refused(lambda: open_office(**good, by=operator)) == "conflict_office"
    assert refused(lambda: open_office(**{**good, "place": far_office.place}, by=operator)) == "outside_place"
    assert (
        refused(lambda: open_office(**{**good, "body": "agriculture_department"}, by=operator))
        == "body_level"
    )
    assert refused(lambda: open_office(**{**good, "place": cast.province}, by=operator)) == "place_level"
    assert (
        refused(lambda: open_office(**{**good, "level": "ministry", "place": None}, by=operator))
        == "outside_place"
    )


def test_database_keeps_place_and_level_together(cast):
    for level, place in (("ministry", cast.province), ("province", None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Office.objects.create(level=level, body="people_committee", place=place, name="X")


@pytest.fixture
def department(cast):
    return Office.objects.create(
        level="province", body="agriculture_department", place=cast.province, name="Sở NN và MT"
    )


@pytest.mark.parametrize(
    ("held", "role", "doubts"),
    [
        (None, Role.SIGNER, ["signs_elsewhere"]),
        (Role.PROVINCE_OFFICER, Role.SIGNER, ["both_hands", "signs_elsewhere"]),
        (Role.SIGNER, Role.PROVINCE_OFFICER, ["both_hands"]),
        (Role.LEADER, Role.PROVINCE_OFFICER, []),
        (None, Role.PROVINCE_OFFICER, []),
    ],
)
def test_what_is_seldom_right_is_confirmed_and_recorded(cast, at, operator, department, held, role, doubts):
    if held:
        cast.appoint(cast.minh, held)
    given = {"person": cast.minh, "office": department, "role": role, "starts_at": at, "at": at}
    if doubts:
        assert refused(lambda: appoint(by=operator, **given)) == "unconfirmed"
        assert not Entry.objects.filter(action="appointment.appoint").exists()
    appoint(by=operator, confirmed=True, **given)
    assert Entry.objects.get(action="person.appoint").data.get("doubts", []) == doubts


def test_a_role_of_another_time_or_place_is_no_doubt(cast, at, operator, department):
    cast.appoint(cast.minh, Role.SIGNER, ends_at=at)
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    row = appoint(
        person=cast.minh, office=department, role=Role.PROVINCE_OFFICER, starts_at=at, by=operator, at=at
    )
    assert row.role == Role.PROVINCE_OFFICER


def test_the_page_names_the_doubt_and_asks_again(cast, at, operator, department, client):
    cast.appoint(cast.minh, Role.SIGNER)
    client.force_login(operator)
    address = f"/nguoi-dung/{cast.minh.pk}/phan-cong/"
    sent = {"office": department.pk, "role": "province_officer", "title": "Chuyên viên", "confirmed": "False",
            "starts_on": "23/11/2026", "reason": PAPER}  # fmt: skip
    asked = client.post(address, sent)
    page = asked.content.decode()
    assert (asked.status_code, "vừa soạn, vừa ký" in page, 'type="checkbox" name="confirmed"' in page) == (
        422, True, True,
    )  # fmt: skip
    assert client.post(address, sent | {"confirmed": "on"}).status_code == 302
    assert "vừa soạn, vừa ký" in client.get(f"/nguoi-dung/{cast.minh.pk}/").content.decode()


def test_an_appointment_without_its_paper_is_asked_about(cast, at, operator, office, client):
    given = {"person": cast.minh, "office": office, "role": Role.LEADER, "starts_at": at, "at": at}
    assert refused(lambda: appoint(by=operator, **given, reason=" ")) == "unconfirmed"
    client.force_login(operator)
    address = f"/nguoi-dung/{cast.minh.pk}/phan-cong/"
    sent = {"office": office.pk, "role": "leader", "title": "Lãnh đạo", "confirmed": "False",
            "starts_on": "23/11/2026"}  # fmt: skip
    asked = client.post(address, sent)
    assert (asked.status_code, "Chưa ghi căn cứ." in asked.content.decode()) == (422, True)
    assert client.post(address, sent | {"confirmed": "on"}).status_code == 302
    assert Entry.objects.get(action="person.appoint").data["doubts"] == ["no_basis"]
