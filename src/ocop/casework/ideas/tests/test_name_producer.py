"""Naming the producer of an idea that was registered for a person."""

from __future__ import annotations

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.tests.cast import register
from ocop.casework.ideas.tests.told import recorded


def test_the_producer_is_named_later_and_the_persons_name_stays(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.quang, at=scene.at))
        == "not_entitled"
    )
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.lan, at=scene.at))
        == "not_owner"
    )
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.minh, at=scene.at))
        == "not_owner"
    ), "an office does not see what was not sent"
    acts.submit_idea(idea, by=scene.quang, at=scene.at)
    acts.name_producer(idea, producer=scene.producer, by=scene.minh, at=scene.at)
    named = Idea.objects.get(pk=idea.pk)
    assert (named.producer, named.proposer, named.whose) == (scene.producer, "Đỗ Quang", scene.producer.name)
    assert recorded(named) == ["idea.register", "idea.submit", "idea.attach_producer"]
    again = lambda: acts.name_producer(named, producer=scene.producer, by=scene.minh, at=scene.at)
    assert refused(again) == "conflict_producer_known"


def test_an_idea_that_ended_gets_no_producer(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    acts.submit_idea(idea, by=scene.quang, at=scene.at)
    acts.withdraw_idea(idea, by=scene.quang, at=scene.at)
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.minh, at=scene.at))
        == "idea_ended"
    )
