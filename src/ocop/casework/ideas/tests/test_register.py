"""Registering: it happens, it is refused for each reason, it is recorded."""

from __future__ import annotations

from datetime import datetime

import pytest

from ocop.casework.dossiers.tests.cast import LAW, SET, Scene, leaf_of
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.tests.cast import register
from ocop.casework.ideas.tests.told import recorded
from ocop.foundation.places.models import Place
from ocop.kernel.text import answers, asked


def test_a_producer_registers_an_idea(scene: Scene) -> None:
    idea = register(scene, name="Mứt dứa")
    assert (idea.state, idea.producer, idea.proposer, idea.whose) == (
        "draft",
        scene.producer,
        scene.producer.name,
        scene.producer.name,
    )
    assert (idea.regulation_code, idea.set_number, idea.leaf) == (LAW, SET, leaf_of(SET)["leaf"])
    assert answers(idea.search_text, asked("mứt dứa htx dứa bản lầu"))
    assert recorded(idea) == ["idea.register"]


def test_anybody_registers_an_idea_before_there_is_a_producer(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    assert (idea.producer, idea.proposer, idea.whose, idea.is_entered_for_other) == (
        None,
        "Đỗ Quang",
        "Đỗ Quang",
        False,
    )


def test_an_officer_registers_for_a_farmer(scene: Scene) -> None:
    idea = register(
        scene, by=scene.minh, is_for_other=True, proposer="Sùng A Páo", proposer_phone="0912345678"
    )
    assert (idea.is_entered_for_other, idea.proposer, idea.created_by) == (True, "Sùng A Páo", scene.minh)
    assert recorded(idea) == ["idea.register_for"]


def test_what_is_refused_when_registering(scene: Scene, at: datetime) -> None:
    old = Place.objects.filter(level="commune", valid_to__isnull=False).first()
    assert refused(lambda: register(scene, name="  ")) == "name_missing"
    assert refused(lambda: register(scene, by=scene.minh, is_for_other=True)) == "proposer_missing"
    assert refused(lambda: register(scene, by=scene.quang, is_for_other=True, proposer="A")) == "not_officer"
    assert refused(lambda: register(scene, by=scene.quang, producer=scene.producer)) == "not_entitled"
    assert refused(lambda: register(scene, place=old)) == "place_not_standing"
    assert refused(lambda: register(scene, place=scene.cast.province)) == "place_not_standing"
    scene.quang.is_active = False
    assert refused(lambda: register(scene, by=scene.quang)) == "sign_in"
    assert Idea.objects.count() == 0
    with pytest.raises(ValueError, match="state"):
        acts.register_idea(
            fields={"name": "x", "state": "approved", "place": scene.cast.commune}, by=scene.lan, at=at
        )


def test_an_unknown_kind_of_product_is_left_open(scene: Scene) -> None:
    idea = register(scene, leaf="X.9.z")
    assert (idea.leaf, idea.set_number, idea.regulation_code) == ("", None, "")
