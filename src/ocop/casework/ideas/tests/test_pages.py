"""Pages of ideas: what a person sees and what is kept."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import waiting_ideas
from ocop.casework.ideas.selectors.likeness import look_alikes
from ocop.casework.ideas.tests.cast import REASON, approved, in_state, register, sent
from ocop.casework.ideas.tests.test_sheets import GOOD, workbook
from ocop.foundation.accounts.who import who_is
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.foundation.tables.tests.building import Page, text, xls
from ocop.foundation.ui.waiting import gather
from ocop.registers.products.models import Listing, Product

ABOUT_A_PERSON = 'FROM "(accounts_appointment|producers_representation)"'


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def url(name: str, idea: Idea | None = None) -> str:
    return reverse(f"ideas:{name}", args=[idea.key] if idea else [])


# look-alikes


def matches(scene: Scene, name: str, **more: Any) -> list[tuple[str, str, str, bool]]:
    asked = {"place": scene.cast.commune, "who": who_is(scene.lan, scene.at), **more}
    return [(one.kind, one.name, one.likeness.value, one.is_near) for one in look_alikes(name, **asked)]


def test_products_and_sent_ideas_look_alike_drafts_of_others_do_not(scene: Scene) -> None:
    register(scene, "Dứa sấy giòn", by=scene.quang)
    idea = sent(scene, "Dứa dẻo sấy", by=scene.quang)
    assert matches(scene, "dua say deo") == [
        ("idea", "Dứa dẻo sấy", "same", True),
        ("product", "Dứa sấy dẻo", "same", True),
    ]
    assert matches(scene, "dua say deo", but=idea) == [("product", "Dứa sấy dẻo", "same", True)]
    assert matches(scene, "Mật ong") == matches(scene, "") == []


def test_the_old_name_of_a_commune_is_the_place_of_today(scene: Scene) -> None:
    old = (
        Place.objects.filter(followed_by__new=scene.cast.commune)
        .exclude(name=scene.cast.commune.name)
        .first()
    )
    Product.objects.filter(pk=scene.product.pk).update(name=f"Mận {old.name}")
    Listing.objects.filter(pk=scene.product.pk).update(search_text=f"man {old.name_text}")
    assert matches(scene, "Mận Bản Lầu") == [("product", f"Mận {old.name}", "same", True)]


def test_whose_it_is_only_for_whom_may_know(scene: Scene) -> None:
    sent(scene, "Dứa dẻo sấy")
    for person, known in ((scene.quang, {("", False)}), (scene.minh, {(scene.producer.name, True)})):
        found = look_alikes("Dứa sấy dẻo", place=scene.cast.commune, who=who_is(person, scene.at))
        assert {(one.whose, bool(one.url)) for one in found} == known
        assert len(found) == 2


# writing one down


def test_a_producer_writes_an_idea_in_three_pages(scene: Scene) -> None:
    lan = signed_in(scene.lan)
    page = lan.get(url("new"))
    assert page.context["form"].initial == {"place": scene.cast.commune.pk}
    assert list(page.context["form"].fields) == ["name", "place"]
    answer = lan.post(url("new"), {"name": "Mứt dứa", "place": scene.cast.commune.pk})
    idea = Idea.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, url("write", idea))
    base = json.loads(lan.get(url("write", idea)).context["keep"].bases)["material"]
    some = {"material": "Dứa", "keep-field": "material", "keep-base": base}
    saved = lan.post(url("write", idea), some, headers={"X-Requested-With": "keep"})
    assert (saved.status_code, Idea.objects.get().material) == (200, "Dứa")
    full = {"name": "Mứt dứa", "place": scene.cast.commune.pk, "material": "Dứa", "market": "Chợ"}
    assert lan.post(url("write", idea), full)["Location"] == url("submit", idea)
    assert lan.post(url("submit", idea))["Location"] == url("detail", idea)
    assert (Idea.objects.get().state, Idea.objects.get().market, Idea.objects.get().producer) == (
        "submitted", "Chợ", scene.producer,
    )  # fmt: skip


def test_a_refused_whole_form_keeps_what_was_typed(scene: Scene) -> None:
    communes = Place.objects.filter(level="commune", valid_to=None, parent=scene.cast.province)
    other = communes.exclude(pk=scene.cast.commune.pk).first()
    idea = register(scene, by=scene.minh, is_for_other=True, proposer="A Páo")
    typed = {"name": "Mứt dứa", "place": other.pk, "proposer": "A Páo", "material": "Dứa rừng"}
    page = signed_in(scene.minh).post(url("write", idea), typed)
    assert (page.status_code, page.context["form"]["material"].value()) == (422, "Dứa rừng")
    assert page.context["form"].non_field_errors() == [
        f"Bạn không đăng ký thay người khác ở {full_name(other)} được."
        " Chỉ cán bộ phụ trách địa bàn đăng ký giúp người dân. Chọn xã thuộc địa bàn của bạn."
    ]
    assert Idea.objects.get().material == "Dứa Queen trồng tại xã"


def test_nothing_is_written_into_an_idea_that_was_sent(scene: Scene) -> None:
    idea, lan = sent(scene), signed_in(scene.lan)
    whole = {"name": "Mứt dứa", "place": scene.cast.commune.pk, "material": "Dứa rừng"}
    some = {"material": "Dứa rừng", "keep-field": "material"}
    answers = [
        lan.get(url("write", idea)),
        lan.post(url("write", idea), whole),
        lan.post(url("write", idea), some, headers={"X-Requested-With": "keep"}),
    ]
    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert Idea.objects.get().material == "Dứa Queen trồng tại xã"


def test_an_officer_is_asked_whose_idea_it_is(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    page = minh.get(url("new"))
    assert f'<a class="back" href="{url("own")}">' in page.content.decode()
    fields = list(page.context["form"].fields)
    assert fields == ["name", "place", "proposer", "proposer_phone"]
    sent_form = {"name": "Chổi chít", "place": scene.cast.commune.pk, "proposer": ""}
    assert minh.post(url("new"), sent_form).status_code == 422
    minh.post(url("new"), sent_form | {"proposer": "Sùng A Páo", "proposer_phone": "+84 912 345 678"})
    idea = Idea.objects.get()
    assert (idea.proposer, idea.proposer_phone, idea.is_entered_for_other) == (
        "Sùng A Páo",
        "0912345678",
        True,
    )


def test_who_has_several_producers_is_asked_for_which(scene: Scene) -> None:
    other = scene.make_producer("HTX Chuối", "15A8000777", scene.lan)
    lan = signed_in(scene.lan)
    lan.post(url("new"), {"name": "Chuối khô", "place": scene.cast.commune.pk, "producer": other.pk})
    assert Idea.objects.get().producer == other


def test_the_warning_comes_while_the_name_is_typed(scene: Scene) -> None:
    lan = signed_in(scene.lan)
    asked = {"name": "dua say deo", "place": scene.cast.commune.pk}
    assert "Dứa sấy dẻo" in lan.get(url("alike"), asked).content.decode()
    for useless in ({}, {"name": "dua say deo"}, {**asked, "place": "abc"}, {**asked, "place": "9" * 30}):
        assert lan.get(url("alike"), useless).content.decode().strip() == ""


def test_an_idea_without_a_material_is_not_sent_and_says_why(scene: Scene) -> None:
    idea = register(scene, material="")
    lan = signed_in(scene.lan)
    assert "Chưa ghi làm từ nguyên liệu nào của địa phương." in lan.get(url("submit", idea)).content.decode()
    page = lan.post(url("submit", idea))
    assert (page.status_code, page.context["lacks"]) == (422, ["material"])
    assert Idea.objects.get().state == "draft"


# the office


@pytest.mark.parametrize(("name", "state"), [("return", "returned"), ("refuse", "refused")])
def test_sending_back_asks_for_a_reason(scene: Scene, name: str, state: str) -> None:
    idea, minh = sent(scene), signed_in(scene.minh)
    assert minh.post(url(name, idea), {"reason": " "}).status_code == 422
    assert minh.post(url(name, idea)).status_code == 422
    assert minh.post(url(name, idea), {"reason": REASON})["Location"] == url("detail", idea)
    idea.refresh_from_db()
    assert (idea.state, idea.reason) == (state, REASON)
    assert REASON in signed_in(scene.lan).get(url("detail", idea)).content.decode()


def test_approving_shows_what_looks_alike_first(scene: Scene) -> None:
    idea, minh = sent(scene, "Dứa sấy"), signed_in(scene.minh)
    assert [one.name for one in minh.get(url("approve", idea)).context["matches"]] == ["Dứa sấy dẻo"]
    minh.post(url("approve", idea))
    assert minh.post(url("approve", idea)).status_code == 409
    idea.refresh_from_db()
    assert idea.state == "approved"


@pytest.mark.parametrize(
    ("name", "method"), [("detail", "get"), ("approve", "get"), ("approve", "post"), ("producer", "get")]
)
def test_nothing_about_the_person_is_asked_twice(scene: Scene, name: str, method: str) -> None:
    idea, minh = sent(scene, by=scene.quang), signed_in(scene.minh)
    with CaptureQueriesContext(connection) as queries:
        assert getattr(minh, method)(url(name, idea)).status_code in {200, 302}
    asked = Counter(one["sql"] for one in queries if re.search(ABOUT_A_PERSON, one["sql"]))
    assert set(asked.values()) == {1}
    assert len([sql for sql in asked if 'FROM "accounts_appointment"' in sql]) == 1


def test_the_producer_is_chosen_from_those_one_may_act_for(scene: Scene) -> None:
    idea = sent(scene, by=scene.quang)
    minh = signed_in(scene.minh)
    assert list(minh.get(url("producer", idea)).context["form"].fields["producer"].queryset) == [
        scene.producer
    ]
    minh.post(url("producer", idea), {"producer": scene.producer.pk})
    idea.refresh_from_db()
    assert idea.producer == scene.producer


def test_lists_find_without_marks_and_export(scene: Scene) -> None:
    sent(scene, "Mứt dứa")
    sent(scene, "Chổi chít", by=scene.quang)
    minh = signed_in(scene.minh)

    def found(**asked: str) -> list[str]:
        return sorted(row.record.name for row in minh.get(url("desk"), asked).context["table"].page)

    assert found() == ["Chổi chít", "Mứt dứa"]
    assert found(q="mut") == found(q="dua BAN lau") == ["Mứt dứa"]
    assert found(buoc="approved") == found(ho_so="co") == []
    assert found(ho_so="chua") == ["Chổi chít", "Mứt dứa"]
    sheet = load_workbook(io.BytesIO(minh.get(url("desk"), {"xuat": "xlsx"}).content)).active
    assert [cell.value for cell in sheet[1]] == [
        "Ý tưởng",
        "Bước",
        "Của ai",
        "Xã, phường",
        "Nguyên liệu",
        "Gửi ngày",
    ]
    assert sheet.max_row == 3


def test_what_waits_for_whom(scene: Scene) -> None:
    for state in ("draft", "submitted", "returned", "approved"):
        in_state(scene, state)
    usable = approved(scene, by=scene.quang)

    def waits(person: Any) -> list[tuple[str, int]]:
        return [
            (one.key.removeprefix("ideas."), one.count) for one in gather(waiting_ideas(person, scene.at))
        ]

    assert waits(scene.lan) == [("mend", 1), ("use", 1), ("draft", 1)]
    assert waits(scene.minh) == [("decide", 1)]
    assert waits(scene.quang) == [("use", 1)]
    assert waits(scene.phuc) == waits(scene.cast.hoa) == []
    assert [item.url for item in gather(waiting_ideas(scene.quang, scene.at))[0].items] == [
        usable.get_absolute_url()
    ]


# workbooks


def test_a_workbook_is_checked_then_saved_with_progress(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    rows = [[f"Mứt số {n}", "Dứa", f"Hộ {n}", "02788"] for n in range(60)]
    page = minh.post(url("upload"), {"file": workbook(*rows)}, follow=True)
    assert "Bảng đã sạch, chưa lưu" in page.content.decode()
    answer = minh.post(reverse("ideas:save_sheet", args=[page.context["sheet"].key]))
    said = "".join(part.decode() for part in answer.streaming_content)
    assert said.index("50/60") < said.index("60 ý tưởng đã lưu và gửi, chờ duyệt.") < said.index("</html>")
    assert Idea.objects.filter(state="submitted").count() == 60


def test_what_comes_up_while_saving_is_said_on_the_page(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    page = minh.post(url("upload"), {"file": workbook(GOOD)}, follow=True)
    answer = minh.post(reverse("ideas:save_sheet", args=[page.context["sheet"].key]))
    sent(scene, "Mứt dứa", by=scene.minh, is_for_other=True, proposer="Sùng A Páo")
    said = "".join(part.decode() for part in answer.streaming_content)
    assert "Bảng còn 1 dòng phải sửa." in said
    assert Idea.objects.count() == 1


def test_a_faulty_workbook_leads_to_the_marked_one(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    page = minh.post(url("upload"), {"file": workbook(["", "x", "y", "02788"])}, follow=True)
    address = page.context["sheet"].get_absolute_url()
    html = page.content.decode()
    assert (f"{address}?tai=1" in html, "Chưa ghi “Tên sản phẩm”." in html) == (
        True, True,
    )  # fmt: skip
    marked = load_workbook(io.BytesIO(minh.get(f"{address}?tai=1").content)).active
    assert [cell.value for cell in marked[1]][-1] == "Lý do phải sửa"
    assert [cell.value for cell in marked[2]][-1] == "Chưa ghi “Tên sản phẩm”."
    assert minh.post(reverse("ideas:save_sheet", args=[page.context["sheet"].key])).status_code == 403


def test_a_refused_workbook_says_so_beside_the_field(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    locked = ContentFile(xls(Page([["A"]]), is_locked=True), name="khoa.xls")
    for file, said in (
        (locked, "Bảng bị khoá bằng mật khẩu."),
        (workbook(), "Bảng chưa có dòng nào được điền."),
    ):
        page = minh.post(url("upload"), {"file": file}, follow=True)
        assert said in page.content.decode()


def test_columns_are_chosen_once_and_remembered_for_the_office(scene: Scene) -> None:
    minh = signed_in(scene.minh)
    rows = [["Món", "Từ gì", "Nhà ai", "Ở đâu"], ["Mứt dứa", "Dứa", "Hộ Páo", "02788"]]

    def send() -> Any:
        return minh.post(url("upload"), {"file": ContentFile(text(rows), name="y.csv")}, follow=True)

    page = send()
    assert (page.context["sheet"].faulty_count, page.context["row_count"]) == (1, 0)
    chosen = {"cot_name": "Món", "cot_material": "Từ gì", "cot_proposer": "Nhà ai", "cot_place": "Ở đâu"}
    page = minh.post(page.context["sheet"].get_absolute_url(), chosen, follow=True)
    assert (page.context["sheet"].faulty_count, page.context["good_count"]) == (0, 1)
    again = send()
    assert (again.context["sheet"].faulty_count, again.context["good_count"]) == (0, 1)


def test_the_template_is_there_for_officers(scene: Scene) -> None:
    book = load_workbook(io.BytesIO(signed_in(scene.minh).get(url("template")).content))
    assert book.worksheets[0]["E2"].value == "02788 – xã Bản Lầu"
    assert signed_in(scene.lan).get(url("template")).status_code == 403
