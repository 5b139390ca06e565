"""Every page of a dossier answers for whom it is meant, and is not there for strangers."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene
from ocop.foundation.documents.actions import store
from ocop.registers.products.acts import add_photo
from ocop.registers.products.permissions import PHOTO_FILES

OWN = ["detail", "content", "register", "assessment", "points", "evidence", "add_evidence", "submit",
"withdraw",
       "changes", "form_01", "form_02"]  # fmt: skip
STEPS = ["phieu-dang-ky", "thong-tin-chung", "ket-qua", "ke-hoach", "mau-san-pham"]


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)  # type: ignore[arg-type]
    return client


def get(person: object, name: str, dossier: Dossier, *more: object) -> int:
    return signed_in(person).get(reverse(f"dossiers:{name}", args=[dossier.key, *more])).status_code


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


@pytest.mark.usefixtures("now")
class TestProducer:
    @pytest.mark.parametrize("name", OWN)
    def test_sees_each_page_of_a_draft(self, scene: Scene, name: str) -> None:
        assert get(scene.lan, name, scene.draft()) == 200

    @pytest.mark.parametrize("name", OWN)
    def test_a_stranger_sees_none(self, scene: Scene, name: str) -> None:
        assert get(scene.quang, name, scene.draft()) == 404

    @pytest.mark.parametrize("word", STEPS)
    def test_each_step_is_saved_and_leads_on(self, scene: Scene, word: str) -> None:
        dossier = scene.draft()
        url = reverse("dossiers:step", args=[dossier.key, word])
        answer = signed_in(scene.lan).post(url, {"production_plan": "Trồng thêm", "contact_name": "Lan"})
        assert answer.status_code == 302
        assert answer["Location"] != url

    def test_a_criterion_is_chosen_and_the_next_one_asked(self, scene: Scene) -> None:
        dossier = scene.draft()
        url = reverse("dossiers:criterion", args=[dossier.key, "1.1"])
        answer = signed_in(scene.lan).post(url, {"choice": "2", "description": "60%", "go": "on"})
        assert answer["Location"] == reverse("dossiers:criterion", args=[dossier.key, "1.2"])
        stored = dossier.answers.get()
        assert (stored.criterion, stored.choice, stored.is_answered, stored.description) == (
            "1.1",
            2,
            True,
            "60%",
        )

    def test_the_unknown_criterion_is_not_there(self, scene: Scene) -> None:
        assert get(scene.lan, "criterion", scene.draft(), "99.9") == 404

    def test_what_is_missing_is_named_with_a_link(self, scene: Scene) -> None:
        dossier = scene.draft()
        page = signed_in(scene.lan).get(reverse("dossiers:submit", args=[dossier.key])).content.decode()
        assert "Chưa trả lời tiêu chí 1.1. Nguồn nguyên liệu." in page
        assert reverse("dossiers:criterion", args=[dossier.key, "1.1"]) in page
        assert "Thiếu giấy tờ bắt buộc: Giấy đăng ký kinh doanh." in page

    def test_hands_in_and_gets_the_receipt(self, scene: Scene) -> None:
        dossier = scene.fill(scene.draft())
        lan = signed_in(scene.lan)
        url = reverse("dossiers:submit", args=[dossier.key])
        key = lan.get(url).context["form"]["request_key"].value()
        first = lan.post(url, {"declared_true": "on", "request_key": str(key), "confirmed": "on"})
        again = lan.post(url, {"declared_true": "on", "request_key": str(key), "confirmed": "on"})
        submission = dossier.submissions.get()
        assert first["Location"] == again["Location"] == submission.get_absolute_url()
        assert submission.code in lan.get(first["Location"]).content.decode()
        pdf = lan.get(reverse("dossiers:receipt_pdf", args=[dossier.key, submission.code]))
        assert pdf.content.startswith(b"%PDF-")

    def test_handing_in_without_the_statement_is_refused(self, scene: Scene) -> None:
        dossier = scene.fill(scene.draft())
        lan = signed_in(scene.lan)
        url = reverse("dossiers:submit", args=[dossier.key])
        key = lan.get(url).context["form"]["request_key"].value()
        answer = lan.post(url, {"request_key": str(key)})
        assert answer.status_code == 422
        assert "Đánh dấu cam đoan" in answer.content.decode()
        assert not dossier.submissions.exists()

    def test_a_locked_dossier_is_read_not_written(self, scene: Scene) -> None:
        dossier = scene.submitted()
        assert [
            get(scene.lan, name, dossier) for name in ("detail", "content", "assessment", "evidence")
        ] == [200] * 4
        assert get(scene.lan, "step", dossier, "ke-hoach") == 409


@pytest.mark.usefixtures("now")
class TestOfficers:
    @pytest.mark.parametrize("name", ["detail", "content", "assessment", "evidence", "form_01", "form_02"])
    def test_the_commune_reads_what_was_handed_in(self, scene: Scene, name: str) -> None:
        assert get(scene.minh, name, scene.submitted()) == 200

    @pytest.mark.parametrize("name", ["detail", "content", "evidence", "form_01"])
    def test_the_commune_sees_no_draft(self, scene: Scene, name: str) -> None:
        assert get(scene.minh, name, scene.draft()) == 404

    @pytest.mark.parametrize("name", ["check", "propose", "return", "form_03"])
    def test_the_commune_works_on_a_received_dossier(self, scene: Scene, name: str) -> None:
        dossier = scene.received()
        scene.check(dossier)
        assert get(scene.minh, name, dossier) == 200

    def test_the_check_is_saved_item_by_item(self, scene: Scene) -> None:
        dossier = scene.received()
        sent = {
            "finding_form_01": "ok",
            "finding_evidence": "missing",
            "note_evidence": "Thiếu hợp đồng",
            "materials": "Dứa của xã",
            "samples_count": "5",
            "samples_received_on": "23/11/2026",
            "go": "stay",
        }
        answer = signed_in(scene.minh).post(reverse("dossiers:check", args=[dossier.key]), sent)
        check = dossier.intake_checks.get()
        assert answer.status_code == 302
        assert check.components == {
            "form_01": {"finding": "ok", "note": ""},
            "evidence": {"finding": "missing", "note": "Thiếu hợp đồng"},
        }
        assert (check.materials, check.samples_count, check.samples_received_on) == (
            "Dứa của xã",
            5,
            scene.at.date(),
        )

    def test_what_the_check_found_missing_is_ready_to_be_returned(self, scene: Scene) -> None:
        dossier = scene.received()
        components = {"evidence": {"finding": "missing", "note": "Thiếu hợp đồng"}}
        acts.save_intake_check(dossier, fields={"components": components}, by=scene.minh, at=scene.at)
        page = signed_in(scene.minh).get(reverse("dossiers:return", args=[dossier.key])).content.decode()
        assert "Thiếu hợp đồng" in page

    def test_the_province_accepts_on_its_page(self, scene: Scene) -> None:
        dossier = scene.proposed()
        url = reverse("dossiers:accept", args=[dossier.key])
        assert signed_in(scene.phuc).post(url, {"note": "Đủ"}).status_code == 302
        dossier.refresh_from_db()
        assert dossier.state == "accepted"

    def test_the_province_excludes_on_its_page(self, scene: Scene) -> None:
        dossier = scene.proposed()
        url = reverse("dossiers:exclude", args=[dossier.key])
        phuc = signed_in(scene.phuc)
        assert phuc.get(url).status_code == 200
        assert phuc.post(url, {"ground": "dossier_forged", "reason": "Giấy giả"}).status_code == 302
        assert "Giấy giả" in phuc.get(dossier.get_absolute_url()).content.decode()

    def test_changes_are_shown_after_a_return(self, scene: Scene) -> None:
        dossier = scene.received()
        item = acts.ToMend("form_02_plan", "Phần IV", "Viết rõ hơn")
        acts.return_dossier(dossier, reason="Bổ sung", items=[item], by=scene.minh, at=scene.at)
        dossier.refresh_from_db()
        lan = signed_in(scene.lan)
        assert "Viết rõ hơn" in lan.get(dossier.get_absolute_url()).content.decode()
        asked = dossier.returns.get().items.get()
        lan.post(reverse("dossiers:mend", args=[dossier.key, asked.pk]), {"done": "yes"})
        acts.save_form(dossier, fields={"production_plan": "Gấp đôi vườn."}, by=scene.lan, at=scene.at)
        scene.submit(dossier)
        page = signed_in(scene.minh).get(reverse("dossiers:changes", args=[dossier.key])).content.decode()
        assert "Mở rộng vườn." in page
        assert "Gấp đôi vườn." in page


@pytest.mark.usefixtures("now")
def test_officers_see_the_photographs_that_were_handed_in(scene: Scene) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "orange").save(picture, "JPEG")
    upload = ContentFile(picture.getvalue(), name="dua.jpg")
    file = store(upload, owner=PHOTO_FILES, by=scene.lan, at=scene.at)
    add_photo(scene.product, file=file, caption="Túi 200 g", by=scene.lan, at=scene.at)
    dossier = scene.submitted()
    minh = signed_in(scene.minh)
    page = minh.get(reverse("dossiers:content", args=[dossier.key])).content.decode()
    assert "Túi 200 g" in page
    assert file.thumb_url in page
    assert minh.get(file.thumb_url).status_code == 200
    assert signed_in(scene.quang).get(file.thumb_url).status_code == 404


@pytest.mark.usefixtures("now")
def test_a_form_page_of_the_producer_is_light(scene: Scene) -> None:
    """U-01: well under 100 kB before its styles and scripts, which are kept by the browser."""
    dossier = scene.fill(scene.draft())
    for name, more in (("criterion", ["1.1"]), ("assessment", []), ("evidence", []), ("step", ["ket-qua"])):
        answer = signed_in(scene.lan).get(reverse(f"dossiers:{name}", args=[dossier.key, *more]))
        assert len(answer.content) < 60_000, name


@pytest.mark.usefixtures("now")
def test_the_page_speaks_english(scene: Scene) -> None:
    dossier = scene.submitted()
    desk_url = reverse("dossiers:desk")
    page = signed_in(scene.minh).get(f"/en{dossier.get_absolute_url()}").content.decode()
    assert "Submitted, waiting for the commune" in page
    assert "waiting to be received since 23 Nov 2026; if received today, by 15 Dec 2026" in page
    name = scene.cast.commune.name
    assert f"{name} commune, Lào Cai province" in page
    desk = signed_in(scene.phuc).get(f"/en{desk_url}").content.decode()
    assert f"{name} commune" in desk


@pytest.mark.usefixtures("now")
def test_the_beginning_and_receiving_lead_back(scene: Scene) -> None:
    dossier = scene.submitted()
    pages = (
        (scene.lan, reverse("dossiers:choose"), reverse("dossiers:own")),
        (scene.lan, reverse("dossiers:open", args=[dossier.product.slug]), reverse("dossiers:choose")),
        (scene.minh, reverse("dossiers:receive", args=[dossier.key]), dossier.get_absolute_url()),
    )
    for person, page, back in pages:
        assert f'<a class="back" href="{back}">' in signed_in(person).get(page).content.decode()
