"""From a practised sheet to the self-assessment of a dossier."""

from __future__ import annotations

from typing import Any

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import choices, set_of
from ocop.casework.dossiers.tests.cast import SET, Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.kernel.law import load_regulations
from ocop.registers.products.models import Product
from ocop.registers.regulations.rules import pack

ADDRESS = f"/ho-so/tu-cham-thu/qd-26-2026/{SET}/"


def first_codes(dossier: Dossier) -> list[str]:
    """Three criteria with a single ladder."""
    found = [code for code, one in set_of(dossier).criteria.items() if not one.cases and not one.is_boolean]
    return found[:3]


@pytest.fixture
def word() -> str:
    """A practised sheet with the first option of three criteria."""
    product_set = load_regulations()["qd-26-2026"].set(SET)
    codes = [code for code, one in product_set.criteria.items() if not one.cases and not one.is_boolean][:3]
    return pack(product_set, dict.fromkeys(codes, 1))


def test_empty_criteria_get_the_practised_choice(scene: Scene) -> None:
    dossier = scene.draft()
    codes = first_codes(dossier)
    done = acts.take_over(
        dossier, choices=dict.fromkeys(codes, 1), may_replace=False, by=scene.lan, at=scene.at
    )
    assert (done.taken, done.kept) == (tuple(codes), ())
    assert choices(dossier) == dict.fromkeys(codes, 1)
    assert history(dossier)[0].data == {"taken": 3, "kept": []}


@pytest.mark.parametrize(("may_replace", "expected"), [(False, 2), (True, 1)])
def test_an_answer_is_replaced_only_when_asked(scene: Scene, may_replace: bool, expected: int) -> None:
    dossier = scene.draft()
    code = first_codes(dossier)[0]
    acts.save_answer(dossier, criterion=code, choice=2, description="Của tôi.", by=scene.lan, at=scene.at)
    done = acts.take_over(dossier, choices={code: 1}, may_replace=may_replace, by=scene.lan, at=scene.at)
    assert done.kept == (() if may_replace else (code,))
    assert choices(dossier) == {code: expected}
    assert dossier.answers.get().description == "Của tôi."


def test_a_stranger_and_a_dossier_that_was_handed_in_are_refused(scene: Scene) -> None:
    dossier = scene.draft()
    given: dict[str, Any] = {"choices": {first_codes(dossier)[0]: 1}, "may_replace": True, "at": scene.at}
    assert refused(lambda: acts.take_over(dossier, by=scene.quang, **given)) == "not_entitled"
    Dossier.objects.filter(pk=dossier.pk).update(state="submitted", submitted_at=scene.at)
    assert refused(lambda: acts.take_over(dossier, by=scene.lan, **given)) == "conflict_not_editable"


def test_who_is_not_signed_in_comes_back_with_the_choices(client: Any, db: None, word: str) -> None:
    answer = client.get(f"{ADDRESS}?c={word}")
    assert (answer.status_code, answer.url) == (
        302,
        f"/dang-nhap/?next=/ho-so/tu-cham-thu/qd-26-2026/{SET}/%3Fc%3D{word}",
    )


def test_the_page_opens_a_dossier_with_the_choices(scene: Scene, client: Any, word: str) -> None:
    client.force_login(scene.lan)
    assert scene.product.name in client.get(f"{ADDRESS}?c={word}").content.decode()
    answer = client.post(ADDRESS, {"product": scene.product.slug, "c": word})
    dossier = Dossier.objects.get(product=scene.product)
    assert answer.url == f"/ho-so/{dossier.key}/tu-danh-gia/"
    assert choices(dossier) == dict.fromkeys(first_codes(dossier), 1)


def test_the_ticks_of_the_form_itself_count_too(scene: Scene, client: Any) -> None:
    client.force_login(scene.lan)
    product_set = load_regulations()["qd-26-2026"].set(SET)
    code = next(code for code, one in product_set.criteria.items() if not one.cases and not one.is_boolean)
    page = client.get(ADDRESS, {code: "2"}).content.decode()
    assert f'value="{pack(product_set, {code: 2})}"' in page


def test_a_product_of_another_set_is_not_offered(scene: Scene, client: Any, word: str) -> None:
    Product.objects.filter(pk=scene.product.pk).update(set_number=SET + 1)
    client.force_login(scene.lan)
    page = client.get(f"{ADDRESS}?c={word}").content.decode()
    assert "Bạn chưa có sản phẩm nào của bộ này nhận được kết quả" in page


def test_a_dossier_with_the_office_is_named(scene: Scene, client: Any, word: str) -> None:
    scene.submitted()
    client.force_login(scene.lan)
    assert "Hồ sơ này đang khoá, không sửa được" in client.get(f"{ADDRESS}?c={word}").content.decode()


def test_an_unknown_set_is_not_there(scene: Scene, client: Any) -> None:
    client.force_login(scene.lan)
    assert client.get("/ho-so/tu-cham-thu/qd-26-2026/99/").status_code == 404
