"""Excluding: ground, reason and proof; recorded, told, refused to others, and the end."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers import acts, writes
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message

FORGED = ExclusionGround.FORGED


def test_ends_with_ground_reason_and_proof(scene: Scene) -> None:
    dossier = scene.proposed()
    exclusion = acts.exclude_dossier(
        dossier, ground=FORGED, reason="Giấy giả", upload=pdf(), by=scene.phuc, at=scene.at
    )
    stored = Dossier.objects.get()
    assert (stored.state, stored.outcome) == ("excluded", "excluded")
    assert (exclusion.ground, exclusion.reason, exclusion.file is not None) == (
        "dossier_forged",
        "Giấy giả",
        True,
    )


def test_is_recorded_and_told(scene: Scene) -> None:
    dossier = scene.proposed()
    acts.exclude_dossier(dossier, ground=FORGED, reason="Giấy giả", by=scene.phuc, at=scene.at)
    entry = history(dossier)[0]
    assert (entry.action, entry.reason, entry.data) == (
        "dossier.exclude",
        "Giấy giả",
        {"ground": "dossier_forged"},
    )
    told = {m.person: m.body for m in Message.objects.filter(kind="dossiers.excluded")}
    body = "Căn cứ: Hồ sơ có giấy tờ giả mạo. Giấy giả"
    assert told == {scene.lan: body, scene.minh: body}


def test_needs_a_reason(scene: Scene) -> None:
    dossier = scene.proposed()
    call = lambda: acts.exclude_dossier(dossier, ground=FORGED, reason="", by=scene.phuc, at=scene.at)
    assert refused(call) == "reason_missing"


@pytest.mark.parametrize("who", ["lan", "minh", "quang"])
def test_is_refused_to_others(scene: Scene, who: str) -> None:
    dossier = scene.proposed()
    call = lambda: acts.exclude_dossier(
        dossier, ground=FORGED, reason="x", by=getattr(scene, who), at=scene.at
    )
    assert refused(call) == "not_province_officer"


def test_an_excluded_dossier_goes_nowhere(scene: Scene) -> None:
    dossier = scene.proposed()
    acts.exclude_dossier(dossier, ground=FORGED, reason="x", by=scene.phuc, at=scene.at)
    assert refused(lambda: writes.schedule(dossier, by=scene.phuc, at=scene.at)) == "conflict_state"
    assert refused(lambda: writes.evaluate(dossier, by=scene.phuc, at=scene.at)) == "conflict_state"


def test_the_council_may_find_it_too(scene: Scene) -> None:
    dossier = scene.accepted()
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    writes.exclude_in_review(dossier, ground=FORGED, reason="x", by=scene.cast.hoa, at=scene.at)
    assert Dossier.objects.get().state == "excluded"
