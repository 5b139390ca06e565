"""Writing the answers of an idea."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.tests.cast import register
from ocop.foundation.places.models import Place


def test_answers_are_kept_while_it_is_a_draft(scene: Scene) -> None:
    idea = register(scene)
    fields = {"market": "Chợ huyện", "name": "Mứt dứa dẻo"}
    acts.save_idea(idea, fields=fields, by=scene.lan, at=scene.at)
    assert (idea.market, idea.name) == ("Chợ huyện", "Mứt dứa dẻo")
    assert idea.search_text.startswith("mut dua deo")
    assert (
        refused(lambda: acts.save_idea(idea, fields={"name": ""}, by=scene.lan, at=scene.at))
        == "name_missing"
    )
    assert (
        refused(lambda: acts.save_idea(idea, fields={"market": "x"}, by=scene.quang, at=scene.at))
        == "not_owner"
    )
    province = {"place": scene.cast.province}
    assert (
        refused(lambda: acts.save_idea(idea, fields=province, by=scene.lan, at=scene.at))
        == "place_not_standing"
    )
    with pytest.raises(ValueError, match="used_at"):
        acts.save_idea(idea, fields={"used_at": None}, by=scene.lan, at=scene.at)


def test_an_officer_does_not_move_a_farmers_idea_out_of_the_own_ground(scene: Scene) -> None:
    other = (
        Place.objects.filter(level="commune", valid_to=None, parent=scene.cast.province)
        .exclude(pk=scene.cast.commune.pk)
        .first()
    )
    idea = register(scene, by=scene.minh, is_for_other=True, proposer="A Páo")
    assert (
        refused(lambda: acts.save_idea(idea, fields={"place": other}, by=scene.minh, at=scene.at))
        == "not_officer"
    )
