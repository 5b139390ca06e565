"""Receiving: the form gets its number, it is recorded and told; it is refused to every other office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts.return_ import ToMend
from ocop.casework.dossiers.models import Dossier, ReturnItem
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message


def test_gives_the_next_number_of_the_commune(scene: Scene) -> None:
    first = scene.received()
    second = scene.submit(
        scene.fill(scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan)))
    ).dossier
    second = acts.receive_dossier(second, by=scene.minh, at=scene.at)
    assert [first.registration_no, second.registration_no] == [
        "1/PĐK-15-02788-2026",
        "2/PĐK-15-02788-2026",
    ]
    assert (first.state, first.received_at) == ("received", scene.at)


def test_is_recorded_and_told(scene: Scene) -> None:
    dossier = scene.received()
    assert history(dossier)[0].action == "dossier.receive"
    told = Message.objects.filter(kind="dossiers.received").get()
    assert (told.person, "chậm nhất ngày 15/12/2026" in told.body) == (scene.lan, True)


def test_starts_the_clock_on_the_day_of_receipt(scene: Scene) -> None:
    dossier = scene.submitted()
    later = scene.at + timedelta(days=7)
    received = acts.receive_dossier(dossier, by=scene.minh, at=later)
    assert received.commune_due_on == date(2026, 12, 21)  # fifteen working days from Monday 30 November
    note = [ToMend("1.1", "x", "Thiếu")]
    acts.return_dossier(received, reason="Thiếu", items=note, by=scene.minh, at=later)
    ReturnItem.objects.update(is_done=True)
    again = scene.submit(Dossier.objects.get(), at=later + timedelta(days=2)).dossier
    assert acts.receive_dossier(again, by=scene.minh, at=later + timedelta(days=3)).commune_due_on == date(
        2026, 12, 21
    )


@pytest.mark.parametrize(("who", "code"), [("lan", "not_commune_officer"), ("phuc", "not_commune_officer")])
def test_is_refused_to_others(scene: Scene, who: str, code: str) -> None:
    dossier = scene.submitted()
    assert refused(lambda: acts.receive_dossier(dossier, by=getattr(scene, who), at=scene.at)) == code


def test_is_refused_to_another_commune(scene: Scene) -> None:
    from ocop.foundation.places.selectors import communes_of

    other = communes_of("15", scene.at.date()).exclude(pk=scene.cast.commune.pk).first()
    scene.cast.appoint(scene.quang, "commune_officer", place=other, level="commune")
    dossier = scene.submitted()
    assert (
        refused(lambda: acts.receive_dossier(dossier, by=scene.quang, at=scene.at)) == "not_commune_officer"
    )


def test_is_refused_when_the_appointment_has_ended(scene: Scene) -> None:
    dossier = scene.submitted()
    scene.minh.appointments.update(ends_at=scene.at)
    assert refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at)) == "not_commune_officer"


def test_is_refused_for_a_producer_of_ones_own(scene: Scene) -> None:
    dossier = scene.submitted()
    scene.producer.representations.create(person=scene.minh, starts_at=scene.at)
    assert refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at)) == "own_dossier"


def test_twice_is_refused(scene: Scene) -> None:
    dossier = scene.received()
    assert refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at)) == "conflict_state"
