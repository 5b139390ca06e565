"""Ideas and dossiers, from the producer to the council's desk."""

from __future__ import annotations

import io
from functools import partial
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts import open_from_idea
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas import acts as ideas
from ocop.casework.ideas.models import Idea
from ocop.foundation.audit.selectors import history
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Product
from tests.at_once import DONE, WAYS, codes, overtaken
from tests.races.conftest import AT

TO_MEND = [acts.ToMend("form_02_plan", "Kế hoạch sản xuất", "Thêm sản lượng.")]


def build(cast):
    """A dossier at every desk, two officers at each; an idea that waits, one approved, a workbook."""
    scene = Scene(cast, AT)
    sin, van = cast.person("sin", "Sùng Sín"), cast.person("van", "Hà Vân")
    cast.appoint(sin, "commune_officer", level="commune")
    cast.appoint(van, "province_officer")
    names = ("Mứt dứa", "Nước dứa", "Bánh dứa", "Kẹo dứa", "Siro dứa")
    known = {name: scene.make_product(name, scene.producer, scene.lan) for name in names}
    draft, first, second, checked, proposed = (scene.fill(scene.draft(product)) for product in known.values())
    for dossier in (first, second, checked, proposed):
        scene.submit(dossier)
    for number, dossier in enumerate((checked, proposed), start=1):
        acts.receive_dossier(dossier, by=scene.minh, at=AT)
        scene.check(dossier, report_no=f"0{number}-MH/BC-UBND", proposal_no=f"1{number}-MH/UBND-KT")
    acts.propose_dossier(proposed, by=scene.minh, at=AT)
    return SimpleNamespace(
        scene=scene, lan=scene.lan, minh=scene.minh, sin=sin, phuc=scene.phuc, van=van, product=scene.product,
        draft=draft, first=first, second=second, checked=checked, proposed=proposed, **_ideas(cast, scene),
    )  # fmt: skip


def _ideas(cast, scene):
    texts = {"material": "Dứa Queen", "place": cast.commune, "leaf": scene.product.leaf}
    waiting, approved = (
        ideas.register_idea(fields={"name": name, **texts}, producer=scene.producer, by=scene.lan, at=AT)
        for name in ("Giấm dứa", "Rượu dứa")
    )
    for idea in (waiting, approved):
        ideas.submit_idea(idea, by=scene.lan, at=AT)
    book = Workbook()
    header = ["Tên sản phẩm", "Nguyên liệu địa phương", "Người hoặc cơ sở có ý tưởng", "Xã, phường"]
    book.active.append(header)
    book.active.append(["Chổi chít", "Chít rừng", "Sùng A Páo", cast.commune.code])
    out = io.BytesIO()
    book.save(out)
    sheet = ideas.check_sheet(ContentFile(out.getvalue(), name="y-tuong.xlsx"), by=scene.minh, at=AT)
    ideas.approve_idea(approved, by=scene.minh, at=AT)
    return {"idea": waiting, "approved": approved, "sheet": sheet}


def of(act, row, by, **given):
    return partial(act, row, by=by, at=AT, **given)


def handed_in(w, by, **given):
    return of(acts.submit_dossier, w.draft, by, declared_true=True, request_key=uuid4(), **given)


def returned(w, by):
    return of(acts.return_dossier, w.checked, by, reason="Thiếu một chỗ.", items=TO_MEND)


def sent_back(w, by):
    return of(acts.return_dossier, w.proposed, by, reason="Thiếu một chỗ.", items=[])


def accepted(w, by):
    return of(acts.accept_dossier, w.proposed, by, note="Đủ hồ sơ.")


def excluded(w, by):
    ground = next(iter(ExclusionGround))
    return of(acts.exclude_dossier, w.proposed, by, ground=ground, reason="Hồ sơ giả.")


# what two people do, and what it is about; where the second overtakes the first, the first reads why
ONCE = {
    "two hand in": lambda w: (handed_in(w, w.lan), handed_in(w, w.lan), w.draft),
    "two receive": lambda w: (
        of(acts.receive_dossier, w.first, w.minh), of(acts.receive_dossier, w.first, w.sin), w.first,
    ),
    "two propose": lambda w: (
        of(acts.propose_dossier, w.checked, w.minh), of(acts.propose_dossier, w.checked, w.sin), w.checked,
    ),
    "two return": lambda w: (returned(w, w.minh), returned(w, w.sin), w.checked),
    "two accept": lambda w: (accepted(w, w.phuc), accepted(w, w.van), w.proposed),
    "two exclude": lambda w: (excluded(w, w.phuc), excluded(w, w.van), w.proposed),
    "two approve an idea": lambda w: (
        of(ideas.approve_idea, w.idea, w.minh), of(ideas.approve_idea, w.idea, w.sin), w.idea,
    ),
    "two return an idea": lambda w: (
        of(ideas.return_idea, w.idea, w.minh, reason="Nói rõ."),
        of(ideas.return_idea, w.idea, w.sin, reason="Nói rõ."), w.idea,
    ),
    "excluded and sent back": lambda w: (excluded(w, w.phuc), sent_back(w, w.van), w.proposed),
    "sent back and excluded": lambda w: (sent_back(w, w.van), excluded(w, w.phuc), w.proposed),
    "an idea approved and returned": lambda w: (
        of(ideas.approve_idea, w.idea, w.minh), of(ideas.return_idea, w.idea, w.sin, reason="Nói rõ."),
        w.idea,
    ),
    "an idea approved and withdrawn": lambda w: (
        of(ideas.approve_idea, w.idea, w.minh), of(ideas.withdraw_idea, w.idea, w.lan), w.idea,
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ONCE)
def test_one_of_two_is_done(world, name, way):
    one, other, row = ONCE[name](world)
    before = history(row).count()
    assert codes(way(one, other)) == ["conflict_state", DONE]
    assert history(row).count() == before + 1


def test_a_dossier_that_was_taken_back_meanwhile_is_not_received(world):
    withdraw = of(acts.withdraw_dossier, world.first, world.lan, reason="Đổi ý.")
    outcomes = overtaken(of(acts.receive_dossier, world.first, world.minh), withdraw)
    assert [one.code for one in outcomes] == ["conflict_state", DONE]
    assert Dossier.objects.get(pk=world.first.pk).registration_no == ""


def test_a_dossier_that_was_sent_back_meanwhile_is_not_accepted(world):
    outcomes = overtaken(accepted(world, world.phuc), sent_back(world, world.van))
    assert [one.code for one in outcomes] == ["conflict_state", DONE]
    assert Dossier.objects.get(pk=world.proposed.pk).state == "returned"


@pytest.mark.parametrize("way", WAYS)
def test_of_two_officers_one_proposes_or_one_returns(world, way):
    """What a colleague has proposed is the province's to return: that is what the slower one reads."""
    given_back, proposed = way(
        returned(world, world.sin), of(acts.propose_dossier, world.checked, world.minh)
    )
    expected = (DONE, "conflict_state") if given_back.code == DONE else ("not_province_officer", DONE)
    assert (given_back.code, proposed.code) == expected


@pytest.mark.parametrize("way", WAYS)
def test_a_double_click_hands_in_once_and_gives_the_same_receipt(world, way):
    submit = handed_in(world, world.lan)
    outcomes = way(submit, submit)
    (stored,) = Submission.objects.filter(dossier=world.draft)
    assert [one.value.code for one in outcomes] == [stored.code, stored.code]


def test_nothing_is_written_into_what_was_handed_in(world):
    """Lan's daughter sits at another machine: her answer was on its way when Lan handed in."""
    answer = of(acts.save_answer, world.draft, world.lan, criterion="1.1", choice=2)
    outcomes = overtaken(answer, handed_in(world, world.lan))
    assert [one.code for one in outcomes] == ["conflict_not_editable", DONE]
    assert world.draft.answers.get(criterion="1.1").choice == 1


@pytest.mark.parametrize("way", WAYS)
def test_two_forms_get_two_numbers(world, way):
    outcomes = way(
        of(acts.receive_dossier, world.first, world.minh), of(acts.receive_dossier, world.second, world.sin)
    )
    numbers = sorted(one.value.registration_no for one in outcomes)
    assert numbers == ["3/PĐK-15-02788-2026", "4/PĐK-15-02788-2026"]


@pytest.mark.parametrize("way", WAYS)
def test_a_product_has_one_dossier_under_way(world, way):
    start = partial(acts.open_dossier, product=world.product, by=world.lan, at=AT)
    assert codes(way(start, start)) == ["conflict_dossier_open", DONE]
    assert Dossier.objects.filter(product=world.product).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_an_idea_becomes_one_product_and_one_dossier(world, way):
    start = of(open_from_idea, world.approved, world.lan)
    assert codes(way(start, start)) == ["conflict_idea_used", DONE]
    assert Product.objects.filter(name="Rượu dứa").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_workbook_is_saved_once(world, way):
    save = of(ideas.save_sheet, world.sheet, world.minh)
    assert codes(way(save, save)) == ["conflict_sheet_saved", DONE]
    assert Idea.objects.filter(name="Chổi chít").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_product_is_registered_once(world, way):
    fields = {"name": "Dứa lạnh", "commune": world.product.commune}
    register = partial(register_product, world.product.producer, fields=fields, by=world.lan, at=AT)
    assert codes(way(register, register)) == [DONE, "product_exists"]
    assert Product.objects.filter(name="Dứa lạnh").count() == 1
