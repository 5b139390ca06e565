"""What an idea says is a draft in its author's hands, and official once it was sent."""

from __future__ import annotations

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.tests.cast import REASON, register
from ocop.foundation.audit.standing import changed_of, said_of_rows


def faults() -> list[str]:
    return list(changed_of(Idea, said_of_rows()))


def by_hand(idea: Idea, **fields: object) -> list[str]:
    """What is found when somebody writes this with SQL; put back at once."""
    before = Idea.objects.filter(pk=idea.pk).values(*fields).get()
    Idea.objects.filter(pk=idea.pk).update(**fields)
    found = faults()
    Idea.objects.filter(pk=idea.pk).update(**before)
    return found


def test_a_draft_may_be_written_without_an_act(scene: Scene) -> None:
    idea = register(scene)
    acts.save_idea(idea, fields={"market": "Chợ huyện"}, by=scene.lan, at=scene.at)
    assert faults() == by_hand(idea, market="x") == []
    assert by_hand(idea, producer=None) == [f"ideas.idea {idea.pk}: producer"]


def test_once_sent_it_stands_and_returned_it_is_free_again(scene: Scene) -> None:
    idea = register(scene)
    acts.save_idea(idea, fields={"market": "Chợ huyện"}, by=scene.lan, at=scene.at)
    acts.submit_idea(Idea.objects.get(), by=scene.lan, at=scene.at)
    assert faults() == []
    assert by_hand(idea, market="x", name="y") == [f"ideas.idea {idea.pk}: name, market"]
    acts.return_idea(Idea.objects.get(), reason=REASON, by=scene.minh, at=scene.at)
    assert faults() == by_hand(idea, market="x") == []
    acts.save_idea(Idea.objects.get(), fields={"market": "Chợ tỉnh"}, by=scene.lan, at=scene.at)
    acts.submit_idea(Idea.objects.get(), by=scene.lan, at=scene.at)
    assert faults() == []
    assert by_hand(idea, market="Chợ huyện") == [f"ideas.idea {idea.pk}: market"]
