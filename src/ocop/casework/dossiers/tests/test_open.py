"""Opening a dossier."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


def test_takes_over_what_is_known(scene: Scene) -> None:
    dossier = scene.draft()
    assert (dossier.state, dossier.kind, dossier.regulation_code, dossier.set_number) == (
        "draft", "first", "qd-26-2026", 7,
    )  # fmt: skip
    assert (dossier.contact_name, dossier.contact_title, dossier.contact_phone) == (
        "Giàng Thị Lan", "Giám đốc", "0912345678",
    )  # fmt: skip
    assert dossier.commune == scene.cast.commune
    assert dossier.has_story is False


def test_is_recorded(scene: Scene) -> None:
    dossier = scene.draft()
    assert [(entry.action, entry.by, entry.data) for entry in history(dossier)] == [
        ("dossier.open", scene.lan, {"kind": "first", "set": 7})
    ]


def test_a_stranger_is_refused(scene: Scene) -> None:
    assert (
        refused(lambda: acts.open_dossier(product=scene.product, by=scene.quang, at=scene.at))
        == "not_entitled"
    )


def test_the_officer_who_would_check_it_is_refused(scene: Scene) -> None:
    assert (
        refused(lambda: acts.open_dossier(product=scene.product, by=scene.minh, at=scene.at))
        == "not_entitled"
    )


def test_a_second_dossier_under_way_is_refused(scene: Scene) -> None:
    scene.draft()
    assert refused(scene.draft) == "conflict_dossier_open"


def test_the_database_refuses_a_second_one_too(scene: Scene) -> None:
    first = scene.draft()
    first.pk, first.key = None, "00000000-0000-0000-0000-000000000001"  # type: ignore[assignment]
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_after_the_first_ended_another_may_be_opened(scene: Scene) -> None:
    acts.withdraw_dossier(scene.draft(), reason="Làm lại", by=scene.lan, at=scene.at)
    assert scene.draft().state == "draft"
    assert Dossier.objects.count() == 2


@pytest.mark.parametrize("fields", [{"set_number": None}, {"set_number": 99}, {"regulation_code": "qd-0"}])
def test_a_product_without_a_set_is_refused(scene: Scene, fields: dict[str, Any]) -> None:
    """A record from elsewhere may name none, or one that no regulation here knows."""
    product = scene.make_product("Dứa lạ", scene.producer, scene.lan)
    Product.objects.filter(pk=product.pk).update(**fields)
    assert refused(lambda: scene.draft(product)) == "product_not_classified"


def test_a_producer_of_unknown_form_opens_none(scene):
    Producer.objects.filter(pk=scene.producer.pk).update(legal_form="")
    assert refused(scene.draft) == "producer_form_unknown"


def test_a_product_without_a_commune_is_refused(scene: Scene) -> None:
    producer = scene.make_producer("HTX Không xã", "15A9", scene.lan, commune=None)
    product = scene.make_product("Dứa lạ", producer, scene.lan, commune=None)
    assert refused(lambda: scene.draft(product)) == "commune_missing"


def recognised(product: Product, **fields: Any) -> None:
    known = {"stars": 4, "authority": "Chủ tịch UBND tỉnh Lào Cai", "number": "1", "year": 2026,
             "decided_on": date(2026, 1, 5), "valid_from": date(2026, 1, 5), "expires_on": date(2029, 1, 5),
             "status_code": "recognised", "date_precision": "day"}  # fmt: skip
    product.recognitions.create(**{**known, **fields})


def test_what_is_recognised_opens_no_first_dossier_and_says_when_it_may_be_renewed(scene: Scene) -> None:
    recognised(scene.product)
    with pytest.raises(Refused) as caught:
        scene.draft()
    said = str(caught.value.refusal)
    assert caught.value.refusal.code == "already_recognised"
    assert "4 sao đến hết ngày 05/01/2029" in said
    assert "từ ngày 09/07/2028 đến hết ngày 07/09/2028 (điểm a khoản 6 Điều 7)" in said


def test_what_is_over_opens_one_and_what_is_before_the_ministry_does_not(scene: Scene) -> None:
    recognised(scene.product, valid_from=date(2020, 1, 5), expires_on=date(2023, 1, 5))
    dossier = scene.draft()
    Dossier.objects.filter(pk=dossier.pk).update(
        state="concluded",
        outcome="proposed_to_ministry",
        **dict.fromkeys(("submitted_at", "received_at", "proposed_at", "accepted_at"), scene.at),
    )
    assert refused(scene.draft) == "before_ministry"
