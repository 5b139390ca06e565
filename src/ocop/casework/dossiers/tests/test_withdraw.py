"""Withdrawing: it ends the dossier, is told to the offices that had it, and refused to others."""

from __future__ import annotations

from ocop.casework.dossiers import acts, writes
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.notifications.models import Message


def test_ends_the_dossier_and_tells_the_commune(scene: Scene) -> None:
    dossier = scene.submitted()
    Message.objects.all().delete()
    acts.withdraw_dossier(dossier, reason="Chưa sẵn sàng", by=scene.lan, at=scene.at)
    assert Dossier.objects.get().state == "withdrawn"
    assert [(m.person, m.body) for m in Message.objects.all()] == [
        (scene.minh, "HTX Dứa Bản Lầu rút hồ sơ. Lý do: Chưa sẵn sàng")
    ]


def test_of_a_draft_is_told_to_nobody(scene: Scene) -> None:
    acts.withdraw_dossier(scene.draft(), reason="Thôi", by=scene.lan, at=scene.at)
    assert not Message.objects.exists()


def test_needs_a_reason(scene: Scene) -> None:
    assert (
        refused(lambda: acts.withdraw_dossier(scene.draft(), reason=" ", by=scene.lan, at=scene.at))
        == "reason_missing"
    )


def test_is_refused_to_others(scene: Scene) -> None:
    call = lambda: acts.withdraw_dossier(scene.draft(), reason="x", by=scene.quang, at=scene.at)
    assert refused(call) == "not_entitled"


def test_is_refused_once_a_meeting_is_set(scene: Scene) -> None:
    dossier = scene.accepted()
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    assert (
        refused(lambda: acts.withdraw_dossier(dossier, reason="x", by=scene.lan, at=scene.at))
        == "conflict_state"
    )
