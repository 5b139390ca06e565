"""Forms that are kept while they are filled:
a save changes what it names, and none is taken after a later one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas.tests.cast import register
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.models import OpenForm
from ocop.foundation.ui.turns import KEPT, take_turn


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


class OpenPage:
    """A form that stands open in somebody's browser: `keep` sends some fields, `send` the whole form."""

    def __init__(self, person: Any, name: str, *args: object) -> None:
        self.url = reverse(name, args=args)
        self.client, self.page = Client(), uuid4().hex
        self.client.force_login(person)

    def _post(self, number: int | None, data: dict[str, Any], **headers: str) -> Any:
        turn = {} if number is None else {"autosave-page": self.page, "autosave-number": number}
        return self.client.post(self.url, data | turn, **headers)

    def keep(self, number: int | None = None, **fields: Any) -> int:
        data = fields | {"autosave": list(fields)}
        return self._post(number, data, HTTP_X_REQUESTED_WITH="autosave").status_code

    def send(self, number: int | None = None, **fields: Any) -> int:
        return self._post(number, fields).status_code


def check_page(scene: Scene, dossier: Dossier) -> OpenPage:
    return OpenPage(scene.minh, "dossiers:check", dossier.key)


def found(finding: str = "ok", note: str = "") -> dict[str, str]:
    return {"finding": finding, "note": note}


class TestSomeFields:
    def test_a_save_of_some_fields_leaves_the_others(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        sent: list[dict[str, Any]] = [
            {"finding_form_01": "ok"}, {"labour": "Tám người"}, {"note_evidence": "Mờ"},
            {"finding_evidence": "faulty"},
            {"samples_count": "5", "note_form_01": "Đủ chữ ký"}, {"materials": "Dứa của xã"},
        ]  # fmt: skip
        assert [page.keep(**fields) for fields in sent] == [204] * 6
        check = IntakeCheck.objects.get()
        assert check.components == {"form_01": found("ok", "Đủ chữ ký"), "evidence": found("faulty", "Mờ")}
        assert (check.labour, check.materials, check.samples_count) == ("Tám người", "Dứa của xã", 5)

    def test_what_is_emptied_is_empty(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier, components={"form_01": found("ok", "Đủ"), "evidence": found("ok", "Rõ")})
        page = check_page(scene, dossier)
        assert [page.keep(**{name: ""}) for name in ("labour", "note_form_01", "finding_evidence")] == [
            204
        ] * 3
        assert page.keep(samples_count="") == 204
        check = IntakeCheck.objects.get()
        assert check.components == {"form_01": found("ok"), "evidence": found("", "Rõ")}
        assert (check.labour, check.samples_count, check.materials) == ("", None, "Dứa trồng tại xã.")
        assert page.keep(note_evidence="") == 204
        assert IntakeCheck.objects.get().components == {"form_01": found("ok")}

    def test_a_note_without_a_finding_is_kept_and_is_no_finding(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        page.keep(note_form_01="Xem lại chữ ký")
        shown = page.client.get(dossier.get_absolute_url())
        assert (shown.status_code, shown.context["check_rows"]) == (200, [])
        assert page.client.get(page.url).context["form"]["note_form_01"].value() == "Xem lại chữ ký"
        assert (
            refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at))
            == "components_unchecked"
        )

    def test_what_cannot_be_read_is_named_and_the_rest_is_kept(self, scene: Scene) -> None:
        dossier = scene.received()
        assert check_page(scene, dossier).keep(finding_form_01="ok", samples_count="năm") == 422
        assert IntakeCheck.objects.get().components == {"form_01": found()}

    def test_only_the_officers_own_save_is_an_act(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        page.keep(1, labour="Tám")
        page.keep(2, finding_form_01="ok")
        assert history(dossier)[0].action == "dossier.receive"
        page.send(3, labour="Tám", finding_form_01="ok", go="stay")
        assert [entry.action for entry in history(dossier)[:2]] == ["dossier.check", "dossier.receive"]


class TestOrder:
    def test_a_part_that_comes_after_the_whole_form_changes_nothing(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        assert page.keep(1, finding_form_01="ok") == 204
        assert page.send(3, finding_form_01="faulty", note_form_01="Thiếu chữ ký", go="propose") == 302
        before = IntakeCheck.objects.values().get()
        assert page.keep(2, finding_form_01="ok", note_form_01="Thi") == 409
        assert IntakeCheck.objects.values().get() == before
        assert before["components"] == {"form_01": found("faulty", "Thiếu chữ ký")}

    def test_the_browser_is_told_that_it_was_overtaken(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        page.keep(2, labour="Tám người")
        late = {"autosave": ["labour", "samples_count"], "labour": "Tám", "samples_count": "năm"}
        turn = {"autosave-page": page.page, "autosave-number": 1}
        answer = page.client.post(page.url, late | turn, HTTP_X_REQUESTED_WITH="autosave")
        told = answer.json()
        assert (answer.status_code, told["superseded"], list(told["errors"])) == (
            409,
            True,
            ["samples_count"],
        )
        assert IntakeCheck.objects.get().labour == "Tám người"

    def test_a_whole_form_that_comes_after_a_later_save_is_refused_in_words(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        page.keep(5, labour="Tám người")
        answer = page.client.post(
            page.url, {"labour": "Tám", "autosave-page": page.page, "autosave-number": 4}
        )
        assert answer.status_code == 409
        assert "Trang này đã lưu một lần sau lần gửi này." in answer.content.decode()
        assert IntakeCheck.objects.get().labour == "Tám người"

    def test_without_a_number_a_form_is_always_taken(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        page.send(9, labour="Tám")
        assert page.send(None, labour="Chín") == 302
        assert (
            page._post(None, {"labour": "Mười", "autosave-page": "x", "autosave-number": "1"}).status_code
            == 302
        )
        assert IntakeCheck.objects.get().labour == "Mười"

    def test_two_pages_do_not_overtake_each_other(self, scene: Scene) -> None:
        dossier = scene.received()
        first, second = check_page(scene, dossier), check_page(scene, dossier)
        assert (first.keep(8, labour="Tám"), second.keep(1, materials="Dứa")) == (204, 204)

    def test_nothing_comes_after_the_proposal(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier)
        acts.propose_dossier(dossier, by=scene.minh, at=scene.at)
        before = IntakeCheck.objects.values().get()
        assert check_page(scene, dossier).keep(99, finding_form_01="missing", labour="") == 409
        assert IntakeCheck.objects.values().get() == before

    def test_a_refused_save_does_not_count(self, scene: Scene) -> None:
        page = OpenPage(scene.lan, "ideas:write", register(scene).key)
        assert page.keep(2, name="") == 422
        assert page.keep(1, material="Dứa Queen") == 204

    def test_the_forms_of_the_producer_keep_the_order_too(self, scene: Scene) -> None:
        dossier = scene.draft()
        idea = register(scene)
        pages = [
            (OpenPage(scene.lan, "dossiers:step", dossier.key, "ke-hoach"), "production_plan", {}),
            (OpenPage(scene.lan, "dossiers:criterion", dossier.key, "1.1"), "description", {"go": "on"}),
            (
                OpenPage(scene.lan, "ideas:write", idea.key),
                "material",
                {"name": idea.name, "place": idea.place_id},
            ),
        ]
        for page, name, more in pages:
            assert page.send(2, **{name: "Trồng thêm hai héc-ta"}, **more) == 302
            assert page.keep(1, **{name: "Trồng"}) == 409
        dossier.refresh_from_db()
        idea.refresh_from_db()
        kept = [dossier.production_plan, dossier.answers.get().description, idea.material]
        assert kept == ["Trồng thêm hai héc-ta"] * 3


class TestTurns:
    PAGE = UUID(int=7)

    @pytest.mark.parametrize(
        ("number", "is_whole", "is_taken"),
        [
            (6, False, True),
            (6, True, True),
            (5, True, True),
            (5, False, False),
            (4, True, False),
            (4, False, False),
        ],
    )
    def test_after_the_fifth(self, scene: Scene, number: int, is_whole: bool, is_taken: bool) -> None:
        take_turn(self.PAGE, 5, is_whole=False, at=scene.at)
        again = lambda: take_turn(self.PAGE, number, is_whole=is_whole, at=scene.at)
        if is_taken:
            again()
        else:
            assert refused(again) == "conflict_newer_save"
        assert OpenForm.objects.get().last == max(number, 5)

    def test_a_page_is_forgotten_when_nobody_saved_it_for_long(self, scene: Scene) -> None:
        for page, age in ((1, KEPT + timedelta(minutes=1)), (2, KEPT)):
            take_turn(UUID(int=page), 1, is_whole=False, at=scene.at - age)
        take_turn(UUID(int=3), 1, is_whole=False, at=scene.at)
        assert set(OpenForm.objects.values_list("pk", flat=True)) == {UUID(int=2), UUID(int=3)}
