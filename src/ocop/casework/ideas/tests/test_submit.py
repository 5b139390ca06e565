"""Sending an idea: it happens, it is refused for each reason, it is recorded, it is told."""

from __future__ import annotations

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.tests.cast import in_state, register, sent
from ocop.casework.ideas.tests.told import recorded, told


def test_sending_tells_the_commune(scene: Scene) -> None:
    idea = sent(scene)
    assert (idea.state, idea.submitted_at) == ("submitted", scene.at)
    assert told(idea) == [("minh", "submitted")]
    assert recorded(idea) == ["idea.register", "idea.submit"]
    assert (
        refused(lambda: acts.save_idea(idea, fields={"market": "x"}, by=scene.lan, at=scene.at))
        == "conflict_state"
    )


def test_what_is_refused_when_sending(scene: Scene) -> None:
    idea = register(scene, material="")
    assert refused(lambda: acts.submit_idea(idea, by=scene.lan, at=scene.at)) == "idea_incomplete"
    assert refused(lambda: acts.submit_idea(register(scene), by=scene.quang, at=scene.at)) == "not_owner"
    assert (
        refused(lambda: acts.submit_idea(in_state(scene, "approved"), by=scene.lan, at=scene.at))
        == "conflict_state"
    )
