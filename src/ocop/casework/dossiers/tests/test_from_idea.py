"""An approved idea becomes product and dossier: once, refused for each reason, recorded."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers.acts import open_from_idea
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import dossier_of
from ocop.casework.dossiers.tests.cast import LAW, SET, TOURISM, Scene, leaf_of
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas.acts import approve_idea, submit_idea
from ocop.casework.ideas.tests.cast import in_state, register, sent
from ocop.foundation.audit.selectors import history
from ocop.registers.products.models import Product


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_an_approved_idea_becomes_product_and_dossier_without_typing_again(scene: Scene) -> None:
    idea = register(scene, description="Mứt dẻo, hũ 300 g", market="Khách du lịch")
    submit_idea(idea, by=scene.lan, at=scene.at)
    approve_idea(idea, by=scene.minh, at=scene.at)
    dossier = open_from_idea(idea, by=scene.lan, at=scene.at)
    product = dossier.product
    assert (product.name, product.producer, product.commune) == (
        "Mứt dứa",
        scene.producer,
        scene.cast.commune,
    )
    assert product.description == "Mứt dẻo, hũ 300 g\nNguyên liệu: Dứa Queen trồng tại xã"
    assert (product.set_number, product.leaf, product.regulation_code) == (SET, leaf_of(SET)["leaf"], LAW)
    assert (dossier.state, dossier.commune, dossier.idea) == (
        "draft",
        scene.cast.commune,
        idea,
    )
    entry = history(idea)[0]
    assert (entry.action, entry.by, entry.data) == (
        "idea.open_dossier",
        scene.lan,
        {"dossier": str(dossier.key)},
    )
    idea.refresh_from_db()
    assert dossier_of(idea) == dossier
    assert idea.used_at == dossier.created_at == scene.at
    page = signed_in(scene.lan).get(idea.get_absolute_url())
    assert page.context["dossier"] == (dossier.product.name, dossier.get_absolute_url())
    assert "làm từ ý tưởng này" in page.content.decode()
    assert refused(lambda: open_from_idea(idea, by=scene.lan, at=scene.at)) == "conflict_idea_used"


def test_a_product_that_is_there_is_taken_and_classified_where_it_was_not(scene: Scene) -> None:
    idea = in_state(scene, "approved")
    assert dossier_of(idea) is None
    Product.objects.filter(pk=scene.product.pk).update(
        name="Mứt dứa", set_number=None, leaf="", regulation_code=""
    )
    dossier = open_from_idea(idea, by=scene.lan, at=scene.at)
    assert (dossier.product.pk, dossier.set_number, Product.objects.count()) == (scene.product.pk, SET, 1)


def test_the_kind_of_product_may_be_chosen_only_now(scene: Scene) -> None:
    idea = sent(scene, leaf="")
    approve_idea(idea, by=scene.minh, at=scene.at)
    assert refused(lambda: open_from_idea(idea, by=scene.lan, at=scene.at)) == "product_not_classified"
    assert refused(lambda: open_from_idea(idea, by=scene.lan, at=scene.at, leaf="X.9")) == "unknown_set"
    assert (Product.objects.count(), Dossier.objects.count()) == (1, 0)
    tourism = leaf_of(TOURISM)["leaf"]
    assert open_from_idea(idea, by=scene.lan, at=scene.at, leaf=tourism).set_number == TOURISM


def test_what_is_refused_when_opening_a_dossier(scene: Scene) -> None:
    assert refused(lambda: open_from_idea(sent(scene), by=scene.lan, at=scene.at)) == "idea_not_approved"
    nobody = sent(scene, by=scene.quang)
    approve_idea(nobody, by=scene.minh, at=scene.at)
    assert refused(lambda: open_from_idea(nobody, by=scene.quang, at=scene.at)) == "producer_missing"
    idea = in_state(scene, "approved")
    assert refused(lambda: open_from_idea(idea, by=scene.minh, at=scene.at)) == "not_entitled"
    stranger = scene.make_product(
        "Chè", scene.make_producer("HTX Chè", "15A8000999", scene.quang), scene.quang
    )
    foreign = lambda: open_from_idea(idea, by=scene.lan, at=scene.at, product=stranger)
    assert refused(foreign) == "other_producer"
    scene.draft()
    taken = lambda: open_from_idea(idea, by=scene.lan, at=scene.at, product=scene.product)
    assert refused(taken) == "conflict_dossier_open"


def test_the_dossier_names_its_idea(scene: Scene) -> None:
    idea, lan = in_state(scene, "approved"), signed_in(scene.lan)
    answer = lan.post(reverse("dossiers:from_idea", args=[idea.key]), {"leaf": idea.leaf})
    idea.refresh_from_db()
    assert answer["Location"] == idea.dossier.get_absolute_url()
    assert idea.dossier.get_absolute_url() in lan.get(idea.get_absolute_url()).content.decode()
    assert idea.get_absolute_url() in lan.get(idea.dossier.get_absolute_url()).content.decode()
