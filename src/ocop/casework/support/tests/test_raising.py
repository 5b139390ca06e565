"""What help would raise which criterion, and what it did raise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts as dossiers
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import live_result, set_of
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.support.acts import add_beneficiary, finish_activity, plan_activity, start_activity
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import kinds
from ocop.casework.support.rules.criteria import absent, helpers
from ocop.casework.support.selectors.effects import effects
from ocop.casework.support.selectors.raising import outlooks
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import Sheet, evaluate
from ocop.registers.programme.selectors import decisions_for


@pytest.fixture
def scene(cast: object, at: datetime) -> Scene:
    return Scene(cast, at)


def keys_of(code: str) -> set[str]:
    """What the criteria of a regulation are about."""
    return {one.key for each in load_regulations()[code].sets.values() for one in each.criteria.values()}


def test_every_criterion_that_a_kind_names_is_in_every_regulation_or_said_to_be_absent() -> None:
    named = {key for kind in kinds().values() for key in kind.helps}
    assert {code: named - keys_of(code) for code in load_regulations()} == dict(absent())


def test_every_named_criterion_is_in_some_regulation() -> None:
    known = set().union(*(keys_of(code) for code in load_regulations()))
    assert {key for kind in kinds().values() for key in kind.helps} - known == set()


def test_the_helpers_of_a_criterion_are_the_kinds_that_name_it() -> None:
    assert [kind.key for kind in helpers("intellectual_property")] == ["trademark"]
    assert [kind.key for kind in helpers("materials")] == ["signboard", "value_chain_link"]
    assert helpers("taste") == ()


def answered(scene: Scene, choices: Mapping[str, Any], place: int = 2) -> Dossier:
    """A filed dossier with these choices by what the criteria are about, `place` elsewhere."""
    dossier = scene.fill(scene.draft(), place=place)
    for code, criterion in set_of(dossier).criteria.items():
        if criterion.key in choices:
            dossiers.save_answer(
                dossier, criterion=code, choice=choices[criterion.key], by=scene.lan, at=scene.at
            )
    return scene.submit(dossier).dossier


@pytest.mark.django_db
def test_the_suggestions_are_the_kernels_own(scene: Scene) -> None:
    dossier = answered(scene, {})
    (found,) = outlooks(scene.producer, scene.phuc, scene.at)
    given = {row.criterion: row.choice for row in dossier.answers.filter(is_answered=True)}
    result = evaluate(
        load_regulations()[dossier.regulation_code], dossier.set_number, [Sheet("a", given)],
        facts={"product_has_story": False}, decisions=decisions_for(dossier.regulation_code),
    )  # fmt: skip
    assert result.next_step is not None
    assert (found.target, found.missing_points) == (result.next_step.stars, result.next_step.missing_points)
    unmet = set(result.next_step.missing_minimums)
    steps = {one.criterion: one.points for one in result.next_step.steps}
    assert {one.criterion.code: one.points for one in found.suggestions} == dict.fromkeys(unmet) | steps
    assert all(one.kinds == helpers(one.criterion.key) for one in found.suggestions)
    assert (found.by_council, found.is_draft) == (False, False)


@pytest.mark.django_db
def test_an_unmet_minimum_says_what_there_is_and_what_is_needed(scene: Scene) -> None:
    ladders = [
        one for one in load_regulations()["qd-26-2026"].set(scene.set_number).criteria.values() if one.options
    ]
    marked, mark = next((one, o) for one in ladders for o in one.options if o.min_for_stars and o.place > 1)
    best = {one.key: len(one.options) for one in ladders}
    answered(scene, best | {marked.key: 1})
    (found,) = outlooks(scene.producer, scene.phuc, scene.at)
    line = next(one for one in found.suggestions if one.criterion == marked)
    assert (line.has, line.kinds, found.target) == (
        1 if mark.place > 1 else None,
        helpers(marked.key),
        mark.min_for_stars,
    )
    assert line.needs == mark.place


@pytest.mark.django_db
def test_a_draft_is_for_its_own_people_and_counts_what_is_missing(scene: Scene) -> None:
    dossier = scene.draft()
    criterion = next(iter(set_of(dossier).criteria))
    dossiers.save_answer(dossier, criterion=criterion, choice=None, by=scene.lan, at=scene.at)
    assert outlooks(scene.producer, scene.phuc, scene.at) == []
    assert outlooks(scene.producer, scene.quang, scene.at) == []
    (found,) = outlooks(scene.producer, scene.lan, scene.at)
    assert (found.is_draft, found.result.missing) == (True, live_result(dossier).missing)


def help_given(scene: Scene, on: date, *, product: bool = True) -> Activity:
    """A finished standard for Lan's product."""
    at = scene.at
    activity = plan_activity(
        kind="fair", name="Hội chợ mùa xuân", place=scene.cast.commune, agency="Sở Công Thương", starts_on=on,
        facts={"form": "fair", "venue": "Sa Pa", "participants": 1, "sales": 0, "contacts": 0,
        "contracts": 0},
        by=scene.phuc, at=at,
    )  # fmt: skip
    whom = {"product": scene.product} if product else {"producer": scene.producer}
    add_beneficiary(activity, **whom, by=scene.phuc, at=at)
    start_activity(activity, by=scene.phuc, at=at)
    finish_activity(activity, result="Có ba khách đặt hàng.", result_on=on, by=scene.phuc, at=at)
    return activity


@pytest.mark.django_db
def test_without_a_later_dossier_nothing_is_compared(scene: Scene) -> None:
    answered(scene, {"promotion": 1})
    help_given(scene, scene.at.date())
    (found,) = effects(scene.producer, scene.phuc, scene.at)
    assert (found.product, found.after, found.changes) == (scene.product, None, ())
    assert found.before is not None


@pytest.mark.django_db
@pytest.mark.parametrize("product", [True, False])
def test_the_dossiers_before_and_after_are_compared_exactly(scene: Scene, product: bool) -> None:
    first = answered(scene, {"promotion": 1, "distribution": 2})
    dossiers.withdraw_dossier(first, reason="Làm lại", by=scene.lan, at=scene.at)
    help_given(scene, scene.at.date(), product=product)
    scene.at += timedelta(days=2)
    answered(scene, {"promotion": 2, "distribution": 1})
    (found,) = effects(scene.producer, scene.phuc, scene.at)
    by_key = {one.criterion.key: one for one in found.changes}
    promotion, distribution = by_key["promotion"], by_key["distribution"]
    assert (promotion.before, promotion.after, promotion.kind) == (1, 2, "raised")
    assert (distribution.before, distribution.after, distribution.kind) == (2, 1, "lower")
    options = promotion.criterion.options
    assert (promotion.before_points, promotion.after_points) == (
        Fraction(options[0].points),
        Fraction(options[1].points),
    )
    assert set(by_key) <= set(kinds()["fair"].helps)


@pytest.mark.django_db
def test_help_without_an_earlier_dossier_is_compared_with_nothing(scene: Scene) -> None:
    help_given(scene, scene.at.date())
    scene.at += timedelta(days=1)
    answered(scene, {})
    (found,) = effects(scene.producer, scene.phuc, scene.at)
    assert (found.before, found.changes) == (None, ())
    assert found.after is not None


@pytest.mark.django_db
def test_help_for_another_product_says_nothing_of_this_one(scene: Scene) -> None:
    other = scene.make_product("Dứa tươi", scene.producer, scene.lan)
    help_given(scene, scene.at.date())
    assert [one.product for one in effects(scene.producer, scene.phuc, scene.at)] == [scene.product]
    assert other.pk


@pytest.mark.django_db
def test_the_page_offers_officers_the_form_and_producers_the_words(scene: Scene) -> None:
    answered(scene, {})
    address = reverse("support:raising", args=[scene.producer.slug])
    pages = {}
    for person in (scene.phuc, scene.lan, scene.quang):
        client = Client()
        client.force_login(person)
        answer = client.get(address)
        pages[person.username] = (answer.status_code, "/moi/?ten=" in answer.content.decode())
    assert pages == {"phuc": (200, True), "lan": (200, False), "quang": (404, False)}


@pytest.mark.django_db
def test_one_press_opens_the_form_and_the_product_is_helped(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.phuc)
    address = f"{reverse('support:plan', args=['hoi-cho'])}?ten=D%E1%BB%A9a&san-pham={scene.product.slug}"
    page = client.get(address)
    initial = page.context["form"].initial
    assert (initial["name"], initial["place"]) == ("Hội chợ, kết nối tiêu thụ: Dứa", scene.cast.commune.pk)
    data = {
        "name": initial["name"], "agency": "Sở Công Thương", "place": scene.cast.commune.pk,
        "starts_on": "24/11/2026",
        "fact_form": "fair", "fact_venue": "Sa Pa",
    }  # fmt: skip
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.context["form"].errors
    assert [one.product for one in Activity.objects.get().beneficiaries.all()] == [scene.product]
