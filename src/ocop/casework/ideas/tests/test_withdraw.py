"""Taking an idea back."""

from __future__ import annotations

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.tests.cast import register, sent
from ocop.casework.ideas.tests.told import told


def test_taking_back(scene: Scene) -> None:
    draft, idea = register(scene), sent(scene)
    acts.withdraw_idea(draft, by=scene.lan, at=scene.at)
    assert (draft.state, told(idea)) == ("withdrawn", [("minh", "submitted")])
    acts.withdraw_idea(idea, by=scene.lan, at=scene.at, reason="Đổi ý")
    assert told(idea)[-1] == ("minh", "withdrawn")
    assert refused(lambda: acts.withdraw_idea(idea, by=scene.lan, at=scene.at)) == "conflict_state"
    assert refused(lambda: acts.withdraw_idea(sent(scene), by=scene.minh, at=scene.at)) == "not_owner"
