"""The pages and buttons of papers: where they lead, what they refuse, what is not lost."""

from __future__ import annotations

import errno

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers.models import Citation, Dossier, Evidence
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.foundation.ui.unavailable import FULL

KIND = "business_registration"


@pytest.fixture
def lan(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)
    client = Client()
    client.force_login(scene.lan)
    return client


def url(name: str, dossier: Dossier, *more: object) -> str:
    return reverse(f"dossiers:{name}", args=[dossier.key, *more])


def places(dossier: Dossier) -> list[str]:
    return sorted(Citation.objects.filter(dossier=dossier).values_list("criterion", flat=True))


def test_a_paper_is_added_for_a_criterion_and_leads_back_to_it(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    page = lan.get(f"{url('add_evidence', dossier)}?tieu-chi=1.1&loai={KIND}")
    assert (page.status_code, page.context["form"]["kind"].value()) == (200, KIND)
    assert page.context["back"] == url("criterion", dossier, "1.1")
    sent = {"kind": KIND, "title": "Giấy đăng ký", "file": pdf()}
    answer = lan.post(f"{url('add_evidence', dossier)}?tieu-chi=1.1", sent)
    assert answer["Location"] == url("criterion", dossier, "1.1")
    assert places(dossier) == ["", "1.1"]
    assert dossier.citations.first().evidence.product == scene.product


def test_several_papers_at_once_are_all_added_each_with_its_title(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    sent = {"kind": KIND, "title": "Sổ ghi chép", "file": [pdf(), pdf(2), pdf(3)]}
    assert lan.post(f"{url('add_evidence', dossier)}?tieu-chi=1.1", sent).status_code == 302
    titles = Evidence.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["Sổ ghi chép", "Sổ ghi chép (2)", "Sổ ghi chép (3)"]
    assert places(dossier) == ["", "", "", "1.1", "1.1", "1.1"]
    last = {**sent, "title": "Ảnh vườn", "file": [pdf(4)], "keep-rest": "0", "keep-earlier": "3"}
    address, by_script = url("add_evidence", dossier), {"X-Requested-With": "whole"}
    lan.post(address, last, headers=by_script)
    assert Evidence.objects.latest("pk").title == "Ảnh vườn (4)"


def test_of_several_papers_a_bad_one_keeps_the_others_away(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    files = [pdf(), ContentFile(b"MZ\x90\x00", name="giay.pdf")]
    sent = {"kind": KIND, "title": "Sổ ghi chép", "file": files}
    answer = lan.post(url("add_evidence", dossier), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert places(dossier) == []


def test_a_refused_file_is_named_beside_its_field_and_the_rest_stays(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    sent = {"kind": KIND, "title": "Giấy đăng ký", "file": ContentFile(b"MZ\x90\x00", name="giay.pdf")}
    answer = lan.post(url("add_evidence", dossier), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert answer.context["form"]["title"].value() == "Giấy đăng ký"
    assert places(dossier) == []


def test_a_full_disk_is_said_beside_the_file_and_the_rest_stays(
    scene: Scene, lan: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    dossier = scene.draft()
    monkeypatch.setattr(FileSystemStorage, "_save", full)
    answer = lan.post(
        url("add_evidence", dossier), {"kind": KIND, "title": "Giấy đăng ký", "file": pdf(pages=9)}
    )
    assert (answer.status_code, answer.context["form"].errors) == (422, {"file": [str(FULL)]})
    assert answer.context["form"]["title"].value() == "Giấy đăng ký"
    assert places(dossier) == []


def test_a_paper_that_arrives_twice_under_one_operation_is_kept_once(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    for _time in range(2):
        sent = {"kind": KIND, "title": "Giấy đăng ký", "file": pdf(), "keep-operation": "operation-1"}
        answer = lan.post(url("add_evidence", dossier), sent)
        assert answer["Location"] == url("evidence", dossier)
    assert (places(dossier), Evidence.objects.count()) == ([""], 1)


def test_an_unknown_criterion_has_no_page(scene: Scene, lan: Client) -> None:
    assert lan.get(f"{url('add_evidence', scene.draft())}?tieu-chi=99.9").status_code == 404


def test_a_kept_paper_is_used_by_a_button_and_taken_out_by_another(scene: Scene, lan: Client) -> None:
    first, second = scene.draft(), scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
    paper = scene.add(first, KIND)
    answer = lan.post(url("cite", second), {"giay-to": paper.pk, "tieu-chi": "1.1"})
    assert (answer["Location"], places(second)) == (url("criterion", second, "1.1"), ["", "1.1"])
    answer = lan.post(url("uncite", second, paper.pk), {"tieu-chi": "1.1"})
    assert (answer["Location"], places(second)) == (url("criterion", second, "1.1"), [""])
    answer = lan.post(url("uncite", second, paper.pk))
    assert (answer["Location"], places(second)) == (url("evidence", second), [])
    assert places(first) == [""]


@pytest.mark.parametrize("number", ["", "x", "999", "1" * 30])
def test_a_paper_that_is_not_there_is_not_used(scene: Scene, lan: Client, number: str) -> None:
    assert lan.post(url("cite", scene.draft()), {"giay-to": number}).status_code == 404


def test_what_a_button_does_has_no_page(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    paper = scene.add(dossier, KIND)
    assert lan.get(url("cite", dossier)).status_code == 405
    assert lan.get(url("uncite", dossier, paper.pk)).status_code == 405


def test_a_button_pressed_after_handing_in_says_why_not(scene: Scene, lan: Client) -> None:
    dossier = scene.fill(scene.draft())
    paper = dossier.citations.first().evidence
    scene.submit(dossier)
    assert lan.post(url("uncite", dossier, paper.pk)).status_code == 409
    assert dossier.citations.filter(evidence=paper).exists()


def test_a_paper_is_tied_to_the_ticked_criteria(scene: Scene, lan: Client) -> None:
    dossier = scene.draft()
    paper = scene.add(dossier, KIND, criterion="1.1")
    here = url("criteria_of", dossier, paper.pk)
    page = lan.get(here)
    assert (page.context["heading"], page.context["form"]["criteria"].value()) == (paper.title, ["1.1"])
    assert lan.post(here, {"criteria": ["1.2", "1.3"]})["Location"] == url("evidence", dossier)
    assert places(dossier) == ["", "1.2", "1.3"]


def test_why_a_paper_is_not_asked_is_kept_until_it_is_emptied(scene: Scene, lan: Client) -> None:
    dossier, kind = scene.draft(), "production_eligibility"
    here = url("exempt", dossier, kind)
    assert lan.post(here, {"reason": "Cơ sở nhỏ lẻ"})["Location"] == url("evidence", dossier)
    assert lan.get(here).context["form"]["reason"].value() == "Cơ sở nhỏ lẻ"
    dossier.refresh_from_db()
    assert dossier.exemptions == {kind: "Cơ sở nhỏ lẻ"}
    lan.post(here, {"reason": ""})
    dossier.refresh_from_db()
    assert dossier.exemptions == {}


def test_a_kind_that_nobody_is_exempt_from_has_no_page(scene: Scene, lan: Client) -> None:
    assert lan.get(url("exempt", scene.draft(), KIND)).status_code == 404
