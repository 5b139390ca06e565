"""A new province: from the command that sets it up to its first certificate, on the pages alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit import guards
from tests import new_province
from tests.new_province import ANSWERS, PASSWORD, PRODUCT, Walks, steps
from tests.walker import Walker


@pytest.fixture
def _in_september(monkeypatch):
    """The pages ask a clock that goes on from a morning before the second round's last day for proposals."""
    real = timezone.now
    ahead = datetime(2026, 9, 14, 8, tzinfo=UTC) - real()
    monkeypatch.setattr("django.utils.timezone.now", lambda: real() + ahead)


@pytest.fixture
def operator(db, _in_september, monkeypatch):
    """Whom `ocop set_up` left behind."""
    monkeypatch.setattr("ocop.registers.programme.management.commands.set_up.getpass", lambda _: PASSWORD)
    call_command("set_up", province="15", **ANSWERS)
    return Person.objects.get(username="quantri")


@pytest.fixture
def walks() -> Walks:
    """Whoever signs in, in a browser of their own."""
    return lambda username: Walker(Client(), login=username, password=PASSWORD)


def test_from_set_up_to_the_open_round(operator, walks):
    quan = walks("quantri")
    new_province.appoint_everybody(quan)
    tuan = walks("tuan")
    new_province.open_the_round(tuan)
    assert steps(tuan) == steps(quan) == {}
    minh = walks("minh")
    assert steps(minh) == {}
    minh.open("/tiep-nhan/")


@pytest.mark.once
def test_from_an_empty_database_to_the_first_certificate(operator, walks):
    new_province.appoint_everybody(walks("quantri"))
    tuan = walks("tuan")
    new_province.open_the_round(tuan)
    dossier = new_province.hand_in(new_province.signed_up())
    new_province.propose(walks("minh"), dossier)
    meeting = new_province.prepare(tuan, dossier)
    new_province.hold(walks, meeting)
    address = new_province.decide(tuan, walks("khanh"))
    shopper = Walker(Client()).open(address).sees(PRODUCT).sees("4 sao").sees("203/QĐ-UBND")
    assert shopper.client.cookies == {}
    guards.install(connection)
    call_command("verify_all")


def test_who_repairs_without_an_appointment_has_no_producers_home(client, db):
    client.force_login(Person.objects.create_superuser("sua-chua", full_name="Người Sửa"))
    home = client.get("/viec/")
    assert (home.context["start"].steps, home.context["works_here"]) == ([], True)
    assert "Đăng ký chủ thể" not in home.content.decode()
