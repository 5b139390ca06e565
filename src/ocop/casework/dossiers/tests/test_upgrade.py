"""An upgrade: changes since the recognition, each with its paper."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts.submit import Incomplete
from ocop.casework.dossiers.invariants import hand_in_faults
from ocop.casework.dossiers.selectors import submitted_content
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused


@pytest.fixture(autouse=True)
def _today(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages speak on the day of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)


def test_needs_one_change_with_a_paper(scene: Scene) -> None:
    dossier = scene.upgrade()
    change = dossier.changes.get()
    acts.drop_change(change, by=scene.lan, at=scene.at)
    with pytest.raises(Incomplete) as caught:
        scene.submit(dossier)
    assert [gap.code for gap in caught.value.gaps] == ["change_missing"]
    told = {"text": "Bao bì mới", "by": scene.lan, "at": scene.at}
    assert refused(lambda: acts.say_change(dossier, **told)) == "change_without_paper"
    acts.say_change(dossier, evidence=change.evidence, **told)
    scene.submit(dossier)
    said = submitted_content(dossier)["changes"]
    assert [(one["title"], one["evidence"]) for one in said] == [("Bao bì mới", change.evidence_id)]
    assert list(hand_in_faults()) == []


def test_is_filed_at_any_time_and_is_never_late(scene: Scene) -> None:
    dossier = scene.upgrade()
    scene.submit(dossier)
    dossier.refresh_from_db()
    assert (dossier.filed_late, list(dossier.recognition.events.all())) == (False, [])


def test_is_refused_once_the_term_is_over(scene: Scene) -> None:
    dossier = scene.upgrade()
    held = dossier.recognition
    held.expires_on = held.valid_from
    held.save()
    assert refused(lambda: scene.submit(dossier)) == "recognition_gone"


def test_changes_are_of_upgrades_their_producer_and_its_papers(scene: Scene) -> None:
    dossier = scene.upgrade()
    told = {"text": "Bao bì mới", "upload": pdf(), "at": scene.at}
    assert refused(lambda: acts.say_change(dossier, by=scene.minh, **told)) == "not_entitled"
    other = scene.draft(scene.make_product("Dứa khác", scene.producer, scene.lan))
    assert refused(lambda: acts.say_change(other, by=scene.lan, **told)) == "other_kind"
    paper = dossier.changes.get().evidence
    code = refused(lambda: acts.uncite_evidence(dossier, evidence=paper, by=scene.lan, at=scene.at))
    assert code == "paper_shows_change"
    scene.submit(dossier)
    assert refused(lambda: acts.say_change(dossier, by=scene.lan, **told)) == "conflict_not_editable"
    change = dossier.changes.get()
    assert refused(lambda: acts.drop_change(change, by=scene.lan, at=scene.at)) == "conflict_not_editable"


def test_pages_of_an_upgrade(scene: Scene, client: Client) -> None:
    dossier = scene.upgrade()
    client.force_login(scene.lan)
    for name in ("detail", "since", "say_change", "beside", "submit"):
        assert client.get(reverse(f"dossiers:{name}", args=[dossier.key])).status_code == 200, name
    assert client.get(reverse("dossiers:updates", args=[dossier.key])).status_code == 403
    change = dossier.changes.get()
    client.post(reverse("dossiers:drop_change", args=[dossier.key, change.pk]))
    assert not dossier.changes.exists()
