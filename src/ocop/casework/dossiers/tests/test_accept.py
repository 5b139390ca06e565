"""Accepting: the dossier waits for a meeting; it is recorded, told, refused to others."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message


def test_waits_for_a_meeting(scene: Scene) -> None:
    dossier = scene.accepted()
    assert (dossier.state, dossier.accepted_at) == ("accepted", scene.at)
    assert dossier.provincial_checks.get().note == "Đã kiểm tra, đủ hồ sơ."
    assert list(ready_for_agenda(scene.at)) == [dossier]


def test_is_recorded_and_told(scene: Scene) -> None:
    assert history(scene.accepted())[0].action == "dossier.accept"
    assert {m.person for m in Message.objects.filter(kind="dossiers.accepted")} == {scene.lan, scene.minh}


def test_needs_a_finding(scene: Scene) -> None:
    dossier = scene.proposed()
    assert (
        refused(lambda: acts.accept_dossier(dossier, note=" ", by=scene.phuc, at=scene.at))
        == "check_note_missing"
    )


@pytest.mark.parametrize("who", ["lan", "minh", "quang"])
def test_is_refused_to_others(scene: Scene, who: str) -> None:
    dossier = scene.proposed()
    call = lambda: acts.accept_dossier(dossier, note="x", by=getattr(scene, who), at=scene.at)
    assert refused(call) == "not_province_officer"


def test_is_refused_before_the_proposal(scene: Scene) -> None:
    dossier = scene.received()
    assert (
        refused(lambda: acts.accept_dossier(dossier, note="x", by=scene.phuc, at=scene.at))
        == "conflict_state"
    )
