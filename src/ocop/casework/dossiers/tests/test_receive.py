"""Receiving: the form gets its number, it is recorded and told; it is refused to every other office."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers import acts
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
    assert Message.objects.filter(kind="dossiers.received").get().person == scene.lan


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
