"""Who sees which ideas, and what is counted of them."""

from __future__ import annotations

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import ideas_approved
from ocop.casework.ideas.states import IdeaState
from ocop.casework.ideas.tests.cast import in_state, register, sent


def test_drafts_are_seen_by_their_owners_and_sent_ideas_on_the_desks(scene: Scene) -> None:
    draft, waiting = register(scene), sent(scene, by=scene.quang)
    seen = {
        person.username: set(Idea.objects.visible_to(person, scene.at))
        for person in (scene.lan, scene.minh, scene.phuc, scene.quang, scene.cast.hoa)
    }
    assert seen == {"lan": {draft}, "minh": {waiting}, "phuc": {waiting}, "quang": {waiting}, "hoa": set()}


def test_ideas_that_were_approved_in_a_period(scene: Scene) -> None:
    for state in IdeaState:
        in_state(scene, state.value)
    today = scene.at.date()
    assert [idea.state for idea in ideas_approved(today, today, scene.cast.province)] == ["approved"]
