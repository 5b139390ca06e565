"""Since when a dossier has been in its state: written by every move, as the record of acts has it."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from django.apps import apps

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.invariants import stage_faults
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene


def test_every_move_writes_it_and_the_record_agrees(scene: Scene) -> None:
    dossier = scene.submitted()
    assert Dossier.objects.get().state_at == scene.at
    later = scene.at + timedelta(days=2)
    acts.withdraw_dossier(dossier, reason="Chưa sẵn sàng", by=scene.lan, at=later)
    assert Dossier.objects.get().state_at == later
    assert list(stage_faults()) == []
    Dossier.objects.update(state_at=scene.at)
    assert list(stage_faults()) == [f"dossier {dossier.key}: in its state since another moment"]


def test_what_was_there_before_is_filled_from_the_record(scene: Scene) -> None:
    scene.submitted()
    Dossier.objects.update(state_at=None)
    import_module("ocop.casework.dossiers.migrations.0012_since_when").fill(apps, None)
    assert Dossier.objects.get().state_at == scene.at
