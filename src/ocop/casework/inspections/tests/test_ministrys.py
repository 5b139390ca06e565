"""What the Ministry inspected itself: recorded, told, followed; who may, every reason to refuse."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from ocop.casework.inspections import acts
from ocop.casework.inspections.models import MinistryInspection
from ocop.casework.inspections.selectors.desks import waiting
from ocop.casework.inspections.tests.cast import Checks, refused
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather
from ocop.registers.products.models import Recognition
from tests.walker import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def recorded(checks: Checks, **facts: Any) -> MinistryInspection:
    """Of the first product: an answer is asked for in thirty days."""
    told = {
        "recognition": checks.first.recognition, "agency": "Bộ Nông nghiệp và Môi trường",
        "inspected_on": checks.today - timedelta(days=5), "number": "88/BC-BNNMT", "issued_on": checks.today,
        "because": "Có tin báo.", "findings": "Nhãn thiếu ngày.", "demand": "In lại nhãn.",
        "due_on": checks.today + timedelta(days=5), "by": checks.phuc, "at": checks.at, **facts,
    }  # fmt: skip
    return acts.record_ministrys(checks.programme, **told)


def test_it_is_recorded_told_and_followed(checks: Checks):
    found = recorded(checks)
    assert (found.paper.number, found.paper.issuer) == ("88/BC-BNNMT", "Bộ Nông nghiệp và Môi trường")
    assert (found.state, found.producer) == ("open", checks.first.product.producer)
    told = Message.objects.filter(kind="inspections.ministry")
    assert {one.person.username for one in told} == {"lan", "minh"}
    assert "In lại nhãn." in told[0].body
    for person in (checks.phuc, checks.lan):
        [pile] = [one for one in gather(waiting(person, checks.at)) if one.key == "inspections.ministry"]
        assert (pile.items[0].title, pile.items[0].due_on) == ("Chè Shan", found.due_on)
    acts.follow_ministrys(found, note="Đã in lại, báo cáo số 9.", by=checks.van, at=checks.at)
    found.refresh_from_db()
    assert (found.state, found.closed_at, found.followed_note) == (
        "closed", checks.at, "Đã in lại, báo cáo số 9.",
    )  # fmt: skip
    actions = Entry.objects.filter(action__startswith="ministryinspection.").order_by("sequence")
    assert list(actions.values_list("action", flat=True)) == [
        "ministryinspection.record", "ministryinspection.close",
    ]  # fmt: skip
    assert Message.objects.filter(kind="inspections.followed").count() == 2
    assert [one.key for one in gather(waiting(checks.phuc, checks.at)) if "ministry" in one.key] == []
    assert [fault for one in INVARIANTS if "record" in one.name for fault in one.faults()] == []


def test_without_a_demand_it_is_closed_at_once(checks: Checks):
    assert recorded(checks, demand="", due_on=None).state == "closed"


def test_five_stars_need_no_reason(checks: Checks):
    Recognition.objects.filter(pk=checks.first.recognition_id).update(stars=5)
    five = Recognition.objects.select_related("product__producer").get(pk=checks.first.recognition_id)
    assert recorded(checks, recognition=five, because="").needed_because == ""


def test_what_is_refused(checks: Checks):
    for person in (checks.lan, checks.minh, checks.thinh):
        with refused("not_province_officer"):
            recorded(checks, by=person)
    tomorrow = checks.today + timedelta(days=1)
    with refused("signed_in_future"):
        recorded(checks, issued_on=tomorrow)
    with refused("paper_too_early"):
        recorded(checks, issued_on=checks.today - timedelta(days=6))
    with refused("needed_without_reason"):
        recorded(checks, because=" ")
    with refused("due_missing"):
        recorded(checks, due_on=None)
    with refused("due_missing"):
        recorded(checks, demand="")
    found = recorded(checks)
    with refused("conflict_recorded"):
        recorded(checks)
    assert recorded(checks, recognition=checks.second.recognition).paper == found.paper
    with refused("not_province_officer"):
        acts.follow_ministrys(found, note="Xong.", by=checks.lan, at=checks.at)
    acts.follow_ministrys(found, note="Xong.", by=checks.phuc, at=checks.at)
    with refused("conflict_state"):
        acts.follow_ministrys(found, note="Xong.", by=checks.phuc, at=checks.at)


def test_the_table_ties_a_demand_to_its_day_and_the_end_to_its_moment(checks: Checks):
    rows = MinistryInspection.objects.filter(pk=recorded(checks).pk)
    for change in ({"due_on": None}, {"demand": ""}, {"state": "closed"}, {"closed_at": checks.at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_the_pages_from_the_list_to_the_end(checks: Checks):
    client = Client()
    client.force_login(checks.phuc)
    page = Walker(client).open("/kiem-tra/bo/").follow("Ghi cuộc kiểm tra của Bộ")
    told = {
        "codes": checks.first.code, "inspected_on": "18/11/2026", "number": "88/BC-BNNMT",
        "issued_on": "20/11/2026", "findings": "Nhãn thiếu ngày.", "demand": "In lại nhãn.",
        "due_on": "15/12/2026",
    }  # fmt: skip
    page.press("Ghi cuộc kiểm tra của Bộ", status=422, **told).sees("không phải 5 sao")
    page.press("Ghi cuộc kiểm tra của Bộ", **told, because="Có tin báo.").sees("88/BC-BNNMT")
    page.sees("Chờ thực hiện yêu cầu").follow("Ghi đã thực hiện yêu cầu của Bộ")
    page.press("Ghi đã thực hiện yêu cầu của Bộ", note="Đã in lại.").sees("Đã xong").sees("Đã in lại.")
    address = MinistryInspection.objects.get().get_absolute_url()
    for person, expected in ((checks.lan, 200), (checks.minh, 200), (checks.quang, 404)):
        client.force_login(person)
        assert client.get(address).status_code == expected
    client.force_login(checks.lan)
    assert client.get("/kiem-tra/bo/").status_code == 403
