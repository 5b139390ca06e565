"""Two signers at the same moment: no serial is lost, none is given twice."""

from __future__ import annotations

import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections

from ocop.casework.certificates.models import Certificate, Decision
from ocop.foundation.accounts.models import Person
from ocop.foundation.ui.refusals import Refused


@pytest.fixture
def room(transactional_db, request):
    """The desk in a database that several connections share; places are loaded anew, an emptied database lost them."""
    from ocop.foundation.places.models import Place

    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an SQLite database in memory has one connection")
    if not Place.objects.exists():
        call_command("load_places", verbosity=0)
    return request.getfixturevalue("desk")


def run(tasks):
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_serials_of_a_commune_have_no_gap_and_no_double(room):
    decisions = [room.submitted(*[room.item(f"Chè {n}-{m}") for m in range(3)]) for n in range(4)]
    refused = []

    def sign(n):
        try:
            decision = Decision.objects.select_related("programme").get(pk=decisions[n].pk)
            # two of them come with the same number
            number = f"{600 + min(n, 2)}-MH/QĐ-UBND"
            room.sign(decision, number=number, by=Person.objects.get(pk=room.thinh.pk))
        except Refused as refusal:
            refused.append(refusal.refusal.code)
        finally:
            connections.close_all()

    run([lambda n=n: sign(n) for n in range(4)])
    assert refused == ["number_taken"]
    serials = sorted(int(code.split("-")[2]) for code in Certificate.objects.values_list("product_code", flat=True))
    assert serials == list(range(1, 10))
    assert len(set(Certificate.objects.values_list("code", flat=True))) == 9


def test_two_clicks_at_once_sign_once(room):
    decision = room.submitted()
    outcomes = []

    def sign():
        try:
            room.sign(Decision.objects.get(pk=decision.pk), by=Person.objects.get(pk=room.thinh.pk))
            outcomes.append("signed")
        except Refused as refusal:
            outcomes.append(refusal.refusal.code)
        finally:
            connections.close_all()

    run([sign, sign])
    assert sorted(outcomes) == ["conflict_state", "signed"]
    assert Certificate.objects.count() == 1
