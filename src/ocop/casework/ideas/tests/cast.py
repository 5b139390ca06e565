"""Ideas in any state, for the tests of this package."""

from __future__ import annotations

from typing import Any

from ocop.casework.dossiers.tests.cast import SET, Scene, leaf_of
from ocop.casework.ideas.actions import deciding
from ocop.casework.ideas.actions import writing as ideas
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
    return ideas.register_idea(fields=fields, by=by or scene.lan, at=scene.at, **options)


def sent(scene: Scene, name: str = "Mứt dứa", **more: Any) -> Idea:
    """An idea that waits for the commune."""
    idea = register(scene, name, **more)
    return ideas.submit_idea(idea, by=idea.created_by, at=scene.at)


def in_state(scene: Scene, state: str) -> Idea:
    """An idea brought to a state by the acts of people."""
    if state == "draft":
        return register(scene)
    if state == "withdrawn":
        return ideas.withdraw_idea(register(scene), by=scene.lan, at=scene.at)
    idea = sent(scene)
    if state == "returned":
        return deciding.return_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    if state == "approved":
        return deciding.approve_idea(idea, by=scene.minh, at=scene.at)
    if state == "refused":
        return deciding.refuse_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    return idea
