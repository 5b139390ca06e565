"""Ideas in any state, for the tests of this package."""

from __future__ import annotations

from typing import Any

from ocop.casework.dossiers.tests.cast import SET, Scene, leaf_of
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea

REASON = "Cần nói rõ vùng trồng."


def register(scene: Scene, name: str = "Mứt dứa", *, by: Any = None, **more: Any) -> Idea:
    """Lan's idea for her cooperative, unless said otherwise."""
    options = {key: more.pop(key) for key in ("is_for_other", "producer", "is_illustration") if key in more}
    if by is None and "producer" not in options:
        options["producer"] = scene.producer
    fields = {
        "name": name,
        "place": scene.cast.commune,
        "material": "Dứa Queen trồng tại xã",
        **leaf_of(SET),
        **more,
    }
    return acts.register_idea(fields=fields, by=by or scene.lan, at=scene.at, **options)


def sent(scene: Scene, name: str = "Mứt dứa", **more: Any) -> Idea:
    """An idea that waits for the commune."""
    idea = register(scene, name, **more)
    acts.submit_idea(idea, by=idea.created_by, at=scene.at)
    return idea


def approved(scene: Scene, name: str = "Mứt dứa", **more: Any) -> Idea:
    """An idea that the commune has approved."""
    idea = sent(scene, name, **more)
    acts.approve_idea(idea, by=scene.minh, at=scene.at)
    return idea


def in_state(scene: Scene, state: str) -> Idea:
    """An idea brought to a state by the acts of people."""
    idea = register(scene) if state in {"draft", "withdrawn"} else sent(scene)
    if state == "withdrawn":
        acts.withdraw_idea(idea, by=scene.lan, at=scene.at)
    if state == "returned":
        acts.return_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    if state == "approved":
        acts.approve_idea(idea, by=scene.minh, at=scene.at)
    if state == "refused":
        acts.refuse_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    return idea
