"""Opening a re-evaluation or an upgrade: of what is recognised, prefilled; each refusal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.kernel.calendar import EventKind
from ocop.registers.products.models import Product
from ocop.registers.products.writes import record_event


@pytest.fixture(autouse=True)
def _today(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages speak on the day of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)


KINDS = [DossierKind.RENEWAL, DossierKind.UPGRADE]


def again(scene: Scene, kind: DossierKind, **given: Any) -> Dossier:
    known = {"by": scene.lan, "at": scene.at}
    return acts.open_dossier(scene.product, kind=kind, **(known | given))


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_recognition_from_a_register_there_is_nothing_to_take_over(
    scene: Scene, kind: DossierKind
) -> None:
    held = scene.recognise()
    dossier = again(scene, kind)
    assert (dossier.kind, dossier.recognition, dossier.former) == (kind, held, None)
    assert dossier.regulation_code == "qd-26-2026"


@pytest.mark.parametrize("kind", KINDS)
def test_a_product_that_is_not_recognised_is_refused(scene: Scene, kind: DossierKind) -> None:
    assert refused(lambda: again(scene, kind)) == "not_recognised_now"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "fields",
    [
        {"expires_on": date(2026, 11, 22)},
        {"status_code": "council_result"},
        {"valid_from": None, "expires_on": None, "date_precision": "year"},
    ],
)
def test_one_whose_recognition_does_not_hold_today_is_refused(
    scene: Scene, kind: DossierKind, fields: dict[str, Any]
) -> None:
    held = scene.recognise()
    for name, value in fields.items():
        setattr(held, name, value)
    held.save()
    assert refused(lambda: again(scene, kind)) == "not_recognised_now"


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_was_revoked_is_refused(scene: Scene, kind: DossierKind) -> None:
    record_event(scene.recognise(), kind=EventKind.REVOKED, on=date(2026, 11, 1), by=scene.phuc, at=scene.at)
    assert refused(lambda: again(scene, kind)) == "not_recognised_now"


def test_five_stars_do_not_rise(scene: Scene) -> None:
    scene.recognise(stars=5)
    assert refused(lambda: again(scene, DossierKind.UPGRADE)) == "highest_already"
    assert again(scene, DossierKind.RENEWAL).kind == "renewal"


@pytest.mark.parametrize(("left", "code"), [(271, "renewal_not_in_sight"), (270, None), (1, None), (0, None)])
def test_a_renewal_is_prepared_once_its_window_is_in_sight(scene: Scene, left: int, code: str | None) -> None:
    scene.recognise(expires_on=scene.at.date() + timedelta(days=left))
    if code is None:
        assert again(scene, DossierKind.RENEWAL).state == "draft"
    else:
        assert refused(lambda: again(scene, DossierKind.RENEWAL)) == code
        assert again(scene, DossierKind.UPGRADE).state == "draft"


def test_an_upgrade_while_a_renewal_is_open_is_refused(scene: Scene) -> None:
    scene.recognise()
    again(scene, DossierKind.RENEWAL)
    assert refused(lambda: again(scene, DossierKind.UPGRADE)) == "conflict_dossier_open"


@pytest.mark.parametrize("kind", KINDS)
def test_strangers_open_none(scene: Scene, kind: DossierKind) -> None:
    scene.recognise()
    assert refused(lambda: again(scene, kind, by=scene.quang)) == "not_entitled"


@pytest.mark.parametrize("kind", KINDS)
def test_what_older_laws_classified_is_classified_first(scene: Scene, kind: DossierKind) -> None:
    """A product recognised under 148/2023 stands in a set of that law."""
    scene.recognise()
    Product.objects.filter(pk=scene.product.pk).update(regulation_code="qd-148-2023")
    assert refused(lambda: again(scene, kind)) == "product_of_other_law"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_before_the_ministry_waits(scene: Scene, kind: DossierKind) -> None:
    scene.recognise()
    dossier = again(scene, kind)
    moments = dict.fromkeys(("submitted_at", "received_at", "proposed_at", "accepted_at"), scene.at)
    Dossier.objects.filter(pk=dossier.pk).update(
        state="concluded", outcome="proposed_to_ministry", state_at=scene.at, **moments
    )
    assert refused(lambda: again(scene, kind)) == "before_ministry"
    scene.recognise(stars=5, decided_on=date(2026, 11, 24), expires_on=date(2027, 5, 1))
    assert again(scene, DossierKind.RENEWAL).state == "draft"


def former(scene: Scene) -> Dossier:
    """A first dossier that gave a recognition."""
    dossier = scene.fill(scene.draft())
    scene.add(dossier, "other", title="Hợp đồng", expires_on=date(2026, 12, 1), criterion="1.1")
    scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=date(2029, 1, 1), criterion="1.1")
    dossier = scene.submit(dossier).dossier
    moments = dict.fromkeys(("received_at", "proposed_at", "accepted_at"), scene.at)
    Dossier.objects.filter(pk=dossier.pk).update(state="concluded", outcome="recognised", **moments)
    return Dossier.objects.get(pk=dossier.pk)


def test_answers_texts_and_papers_that_still_hold_come_from_the_last_dossier(scene: Scene) -> None:
    before = former(scene)
    scene.recognise(expires_on=scene.at.date() + timedelta(days=150))
    later = scene.at + timedelta(days=20)
    dossier = again(scene, DossierKind.RENEWAL, at=later)
    assert dossier.former == before
    assert (dossier.production_plan, dossier.declared_true) == ("Mở rộng vườn.", False)
    same = ("criterion", "choice", "is_answered")
    assert sorted(dossier.answers.values_list(*same), key=str) == sorted(
        before.answers.values_list(*same), key=str
    )
    found = dossier.citations.values_list("evidence__title", "criterion")
    assert ("Kiểm nghiệm", "1.1") in found
    assert ("Kiểm nghiệm", "") in found
    assert "Hợp đồng" not in {title for title, _criterion in found}


def test_under_another_law_descriptions_alone_come_along(scene: Scene) -> None:
    before = former(scene)
    acts_of = before.answers.filter(criterion="1.1")
    acts_of.update(description="Dứa của xã")
    Dossier.objects.filter(pk=before.pk).update(set_number=8)
    scene.recognise()
    dossier = again(scene, DossierKind.RENEWAL)
    assert not dossier.answers.filter(is_answered=True).exists()
    assert set(dossier.answers.values_list("description", flat=True)) <= {"Dứa của xã"}
    assert dossier.citations.filter(evidence__title="Kiểm nghiệm", criterion="").exists()


def test_the_page_of_a_recognised_product_offers_two_ways(scene: Scene, client: Client) -> None:
    scene.recognise(expires_on=scene.at.date() + timedelta(days=800))
    client.force_login(scene.lan)
    page = client.get(reverse("dossiers:open", args=[scene.product.slug])).content.decode()
    assert "Đánh giá lại" in page
    assert reverse("dossiers:open_upgrade", args=[scene.product.slug]) in page
    closed = client.get(reverse("dossiers:open_renewal", args=[scene.product.slug])).content.decode()
    assert "Chưa đến lúc làm hồ sơ đánh giá lại" in closed
    client.post(reverse("dossiers:open_upgrade", args=[scene.product.slug]))
    assert Dossier.objects.get().kind == "upgrade"
