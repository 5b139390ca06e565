"""Who sees which ideas, and what is counted of them."""

from __future__ import annotations

from datetime import date

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import ideas_approved, ideas_in_pipeline
from ocop.casework.ideas.states import IdeaState
from ocop.casework.ideas.tests.cast import in_state, register, sent


def test_drafts_are_seen_by_their_owners_and_sent_ideas_on_the_desks(scene: Scene) -> None:
    draft, waiting = register(scene), sent(scene, by=scene.quang)
    seen = {
        person.username: set(Idea.objects.visible_to(person, scene.at))
        for person in (scene.lan, scene.minh, scene.phuc, scene.quang, scene.cast.hoa)
    }
    assert seen == {"lan": {draft}, "minh": {waiting}, "phuc": {waiting}, "quang": {waiting}, "hoa": set()}


def test_the_pipeline_counts_what_still_leads_somewhere(scene: Scene) -> None:
    for state in IdeaState:
        in_state(scene, state.value)
    today = scene.at.date()
    assert ideas_in_pipeline(today, today, scene.cast.commune) == {
        "draft": 1,
        "submitted": 1,
        "returned": 1,
        "approved": 1,
    }
    assert ideas_in_pipeline(date(2026, 1, 1), date(2026, 11, 22), scene.cast.province) == {}
    assert [idea.state for idea in ideas_approved(today, today, scene.cast.province)] == ["approved"]
