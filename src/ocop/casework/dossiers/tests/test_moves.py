"""What the council and the decision bring about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.dossiers import writes
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused


def test_the_way_to_the_end(scene: Scene) -> None:
    dossier = scene.accepted()
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    assert list(ready_for_agenda(scene.at)) == []
    writes.unschedule(dossier, reason="Hoãn", by=scene.phuc, at=scene.at)
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    writes.evaluate(dossier, by=scene.phuc, at=scene.at)
    writes.conclude(dossier, outcome=Outcome.RECOGNISED, by=scene.phuc, at=scene.at)
    stored = Dossier.objects.get()
    assert (stored.state, stored.outcome) == ("concluded", "recognised")


def test_a_district_sends_on_only_what_its_council_evaluated(scene: Scene) -> None:
    dossier = scene.accepted()
    Dossier.objects.update(level="district")
    dossier = Dossier.objects.get()
    send_on = lambda: writes.send_on(dossier, by=scene.cast.hoa, at=scene.at + timedelta(days=3))
    assert refused(send_on) == "conflict_state"
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    writes.evaluate(dossier, by=scene.phuc, at=scene.at)
    assert list(ready_for_agenda(scene.at)) == []
    send_on()
    stored = Dossier.objects.get()
    assert (stored.state, stored.level, stored.proposed_at, stored.accepted_at) == (
        "proposed", "province", scene.at + timedelta(days=3), None,
    )  # fmt: skip


def test_taking_it_off_the_agenda_needs_a_reason(scene: Scene) -> None:
    dossier = scene.accepted()
    writes.schedule(dossier, by=scene.phuc, at=scene.at)
    assert (
        refused(lambda: writes.unschedule(dossier, reason="", by=scene.phuc, at=scene.at)) == "reason_missing"
    )


def test_exclusion_is_no_conclusion(scene: Scene) -> None:
    with pytest.raises(ValueError, match="exclude"):
        writes.conclude(scene.accepted(), outcome=Outcome.EXCLUDED, by=scene.phuc, at=scene.at)
