"""From opening to the conclusion, and every reason to refuse a step."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.fieldwork.tests.cast import Field
from ocop.casework.inspections import acts
from ocop.casework.inspections.acts import Demand
from ocop.casework.inspections.invariants import INVARIANTS
from ocop.casework.inspections.models import Finding, FindingPhoto, Inspection, OrderLetter
from ocop.casework.inspections.pages.inspections import revoke_query
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.casework.inspections.tests.cast import Checks, jpeg, refused
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import make_due
from ocop.registers.producers.acts import register_producer

pytestmark = pytest.mark.django_db


def told(kind: str) -> set[str]:
    return {one.person.username for one in Message.objects.filter(kind=kind).select_related("person")}


def test_by_the_plan_producer_and_commune_know_before(checks: Checks):
    plan = checks.issued()
    inspection = checks.opened(checks.first, checks.second, because="")
    assert (inspection.plan, inspection.is_surprise) == (plan, False)
    assert told("inspections.opened") == {"lan", "minh"}
    assert told("inspections.team") == {"van"}
    for person in (checks.lan, checks.minh, checks.phuc):
        assert Inspection.objects.visible_to(person, checks.at).exists()


def test_a_surprise_needs_a_reason_and_nobody_is_told(checks: Checks):
    with refused("surprise_without_reason"):
        checks.opened(because=" ")
    inspection = checks.opened()
    assert (inspection.plan, inspection.surprise_because) == (None, "Có tin báo.")
    assert told("inspections.opened") == set()
    for person, sees in ((checks.lan, False), (checks.minh, False), (checks.thinh, True)):
        assert Inspection.objects.visible_to(person, checks.at).exists() is sees
    acts.drop_inspection(inspection, reason="Hoãn.", by=checks.phuc, at=checks.at)
    assert told("inspections.dropped") == set()


def test_what_was_inspected_by_the_plan_is_a_surprise_the_second_time(checks: Checks):
    checks.issued()
    inspection = checks.declared(because="")
    checks.typed(inspection)
    checks.conclude(inspection)
    with refused("surprise_without_reason"):
        checks.opened(because="")
    assert checks.opened().is_surprise


def test_who_may_not_open_and_what_cannot_be(checks: Checks, cast, at):
    with refused("not_province_officer"):
        acts.open_inspection(
            checks.programme, recognitions=[checks.first.recognition], starts_on=checks.today,
            team=[checks.minh], because="x", by=checks.minh, at=at,
        )  # fmt: skip
    with refused("team_empty"):
        checks.opened(team=[])
    with refused("team_empty"):
        checks.opened(team=[checks.phuc, checks.minh])
    fields = {"name": "Hộ Khác", "legal_form": "household", "commune": cast.commune}
    other = register_producer(fields=fields, representative={"full_name": "B"}, by=checks.lan, at=at)
    product = checks.second.recognition.product
    type(product).objects.filter(pk=product.pk).update(producer=other)
    checks.second.recognition.product.refresh_from_db()
    with refused("code_several"):
        checks.opened(checks.first, checks.second)
    checks.opened()
    with refused("code_runs"):
        checks.opened()


def test_whoever_has_a_tie_does_nothing(checks: Checks):
    inspection = checks.opened()
    with refused("not_declared"):
        checks.typed(inspection)
    with refused("note_missing"):
        acts.declare_tie(inspection, relation="family", by=checks.van, at=checks.at)
    acts.declare_tie(inspection, relation="family", note="Chị gái góp vốn.", by=checks.van, at=checks.at)
    assert told("inspections.tie") == {"phuc"}
    with refused("conflict_declared"):
        acts.declare_tie(inspection, relation="none", by=checks.van, at=checks.at)
    with refused("own_tie"):
        acts.save_findings(inspection, typed={}, by=checks.van, at=checks.at)
    with refused("own_tie"):
        checks.conclude(inspection, by=checks.van)
    with refused("own_tie"):
        acts.add_photos(inspection, line="1_pack", photos=[], by=checks.van, at=checks.at)
    with refused("not_province_officer"):
        acts.declare_tie(inspection, relation="none", by=checks.minh, at=checks.at)


def test_maintained(checks: Checks):
    inspection = checks.declared()
    with refused("findings_missing"):
        checks.conclude(inspection)
    checks.typed(inspection)
    with refused("conclusion_contradicts"):
        checks.conclude(inspection, "to_correct")
    checks.conclude(inspection)
    item = inspection.items.get()
    assert (inspection.state, item.conclusion, item.findings.count()) == ("concluded", "maintained", 17)
    assert told("inspections.concluded") == {"lan", "minh"}
    assert inspection.content["products"][0]["conclusion"] == "Duy trì"
    assert not OrderLetter.objects.exists()
    with refused("conflict_state"):
        checks.conclude(inspection)
    with refused("conflict_state"):
        checks.typed(inspection)
    with refused("conflict_state"):
        acts.drop_inspection(inspection, reason="x", by=checks.phuc, at=checks.at)


def test_what_is_not_kept_becomes_an_order_and_papers_are_made_afterwards(checks: Checks):
    inspection = checks.declared(checks.first, checks.second)
    checks.typed(inspection, pack="Khác ảnh.", stars="In 5 sao.")
    with refused("conclusion_contradicts"):
        checks.conclude(inspection)
    with refused("demand_missing"):
        checks.conclude(inspection, "to_correct", demands={})
    late = {one.name: Demand("x", checks.today) for one in seen_of(inspection) if one.is_bad}
    with refused("demand_missing"):
        checks.conclude(inspection, "to_correct", demands=late)
    with refused("letter_malformed"):
        checks.conclude(inspection, "to_correct", letter_no="12")
    checks.conclude(inspection, "to_correct")
    assert inspection.orders.count() == 4
    order = inspection.orders.first()
    assert (order.state, order.due_on, order.finding.note) == ("open", order.first_due_on, "Khác ảnh.")
    make_due(lambda: checks.at)
    inspection.refresh_from_db()
    letter = OrderLetter.objects.get()
    assert inspection.file.name == "bien-ban-kiem-tra-2026-11-23.pdf"
    assert letter.file.name == "yeu-cau-khac-phuc-2026-11-23.pdf"
    assert [fault for one in INVARIANTS for fault in one.faults()] == []


def test_a_proposal_to_revoke_rests_on_a_paper(checks: Checks):
    inspection = checks.declared()
    checks.typed(inspection, c1="Đã ngừng.")
    with refused("number_missing"):
        checks.conclude(inspection, "revoke")
    with refused("day_missing"):
        checks.conclude(inspection, "revoke", number="15-MH/KL-SNNMT")
    with refused("number_malformed"):
        checks.conclude(inspection, "revoke", number="15", issued_on=checks.today)
    checks.conclude(inspection, "revoke", number="15-MH/KL-SNNMT", issued_on=checks.today)
    assert inspection.paper.number == "15-MH/KL-SNNMT"
    assert not inspection.orders.exists()
    assert revoke_query(inspection) == (
        f"ma={checks.first.code}&can-cu=criteria&so=15-MH%2FKL-SNNMT&ngay=23%2F11%2F2026"
        "&co-quan=S%E1%BB%9F+N%C3%B4ng+nghi%E1%BB%87p+v%C3%A0+M%C3%B4i+tr%C6%B0%E1%BB%9Dng+"
        "t%E1%BB%89nh+L%C3%A0o+Cai"
    )


def test_a_line_not_kept_needs_a_note_and_the_day_must_have_come(checks: Checks):
    early = checks.declared(starts_on=checks.today + timedelta(days=1))
    checks.typed(early)
    with refused("too_early"):
        checks.conclude(early)
    acts.save_findings(
        early, typed={"result_1_pack": "not_kept", "note_1_pack": ""}, by=checks.phuc, at=checks.at
    )
    with refused("findings_note"):
        checks.conclude(early, at=checks.at + timedelta(days=2))


def test_photographs_of_lines(checks: Checks):
    inspection = checks.declared()
    acts.add_photos(inspection, line="1_pack", photos=[jpeg(), jpeg("b.jpg")], by=checks.phuc, at=checks.at)
    assert FindingPhoto.objects.filter(item__inspection=inspection, line="pack").count() == 2
    with refused("file_kind_refused"):
        acts.add_photos(inspection, line="1_pack", photos=[pdf()], by=checks.phuc, at=checks.at)


def test_what_is_typed_is_free_and_what_is_concluded_is_not(checks: Checks):
    inspection = checks.declared()
    checks.typed(inspection)
    checks.conclude(inspection)
    entry = Entry.objects.get(action="inspection.conclude")
    assert "typed" in entry.vouched["inspections.inspection"][str(inspection.pk)]
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.first().item.inspection.team.create(person=checks.phuc)


def test_it_may_rest_on_a_field_visit_of_its_product(checks: Checks, client: Client):
    field = Field.__new__(Field)  # with the people who are there
    field.cast, field.at, field.programme = checks.cast, checks.at, checks.programme
    field.phuc, field.van = checks.phuc, checks.van
    visit = field.ended(field.signed(field.found(field.open(field.checked(checks.first.recognition)))))
    planned = field.checked(checks.second.recognition)
    with refused("visit_other"):
        checks.opened(checks.first, visit=planned)
    with refused("visit_other"):
        checks.opened(checks.second, visit=visit)
    inspection = checks.opened(checks.first, visit=visit)
    assert (inspection.visit, Entry.objects.filter(action="inspection.open").get().data["visit"]) == (
        visit, str(visit.key),
    )  # fmt: skip
    client.force_login(checks.phuc)
    page = client.get(inspection.get_absolute_url()).content.decode()
    assert "Kết quả của chuyến thực địa" in page
    assert visit.get_absolute_url() in page
    client.force_login(checks.lan)  # a surprise is not hers to know
    assert client.get(inspection.get_absolute_url()).status_code == 404
    client.force_login(checks.phuc)
    assert "Chè Shan, " in client.get("/kiem-tra/mo/").content.decode()
