"""Forms that are kept while they are filled: a save changes what it names, each is carried out once, and
nobody's text is replaced unseen.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.tests.cast import register
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.keeping.turns import KEPT
from ocop.foundation.ui.models import OpenForm, Operation


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


class OpenPage:
    """A form that stands open in somebody's browser: `keep` sends some fields, `send` the whole form."""

    def __init__(self, person: Any, name: str, *args: object) -> None:
        self.url, self.person = reverse(name, args=args), person
        self.client = Client()
        self.client.force_login(person)
        kept = self.client.get(self.url).context["keep"]
        self.bases: dict[str, str] = json.loads(kept.bases)
        self.seen: dict[str, str] = json.loads(kept.seen)

    def one(self, name: str, value: Any, **notes: str) -> Any:
        """Sends one field; what comes back is what the page rests on from now on."""
        known = {"field": name, "base": self.bases[name], "owner": self.person.pk, "operation": uuid4().hex}
        notes = {f"keep-{note}": said for note, said in (known | notes).items()}
        answer = self.client.post(self.url, {name: value, **notes}, HTTP_X_REQUESTED_WITH="keep")
        if answer.status_code == 200 and "late" not in answer.json():
            self.bases[name], self.seen[name] = answer.json()["base"], answer.json()["seen"]
        return answer

    def keep(self, **fields: Any) -> list[int]:
        return [self.one(name, value).status_code for name, value in fields.items()]

    def send(self, *, operation: str = "", **fields: Any) -> Any:
        notes = {
            "keep-seen": json.dumps(self.seen), "keep-owner": self.person.pk, "keep-operation": operation,
        }  # fmt: skip
        return self.client.post(self.url, fields | notes)


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
        assert {status for fields in sent for status in page.keep(**fields)} == {200}
        check = IntakeCheck.objects.get()
        assert check.components == {"form_01": found("ok", "Đủ chữ ký"), "evidence": found("faulty", "Mờ")}
        assert (check.labour, check.materials, check.samples_count) == ("Tám người", "Dứa của xã", 5)

    def test_what_is_emptied_is_empty(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier, components={"form_01": found("ok", "Đủ"), "evidence": found("ok", "Rõ")})
        page = check_page(scene, dossier)
        assert page.keep(labour="", note_form_01="", finding_evidence="", samples_count="") == [200] * 4
        check = IntakeCheck.objects.get()
        assert check.components == {"form_01": found("ok"), "evidence": found("", "Rõ")}
        assert (check.labour, check.samples_count, check.materials) == ("", None, "Dứa trồng tại xã.")
        assert page.keep(note_evidence="") == [200]
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

    def test_what_cannot_be_read_or_is_no_field_is_refused_in_words(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        answer = page.one("samples_count", "năm")
        assert (answer.status_code, "error" in answer.json()) == (422, True)
        page.bases["state"] = ""
        assert page.one("state", "awarded").status_code == 422
        assert page.keep(finding_form_01="ok") == [200]
        assert IntakeCheck.objects.get().components == {"form_01": found()}

    def test_a_choice_and_its_description_are_kept_apart(self, scene: Scene) -> None:
        dossier = scene.draft()
        page = OpenPage(scene.lan, "dossiers:criterion", dossier.key, "1.1")
        assert page.keep(choice="3", description="70%") == [200, 200]
        stored = dossier.answers.get()
        assert (stored.choice, stored.is_answered, stored.description) == (3, True, "70%")
        assert page.keep(choice="9") == [422]

    def test_only_the_officers_own_save_is_an_act(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        before = Entry.objects.count()
        page.keep(labour="Tám", finding_form_01="ok")
        assert Entry.objects.count() == before
        page.send(labour="Tám", finding_form_01="ok", go="stay")
        assert [entry.action for entry in history(dossier)[:2]] == ["dossier.check", "dossier.receive"]

    def test_nothing_comes_after_the_proposal(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier)
        page = check_page(scene, dossier)
        acts.propose_dossier(dossier, by=scene.minh, at=scene.at)
        before = IntakeCheck.objects.values().get()
        assert page.keep(finding_form_01="missing", labour="") == [409, 409]
        assert IntakeCheck.objects.values().get() == before


class TestTwoPages:
    def test_both_values_are_told_and_the_person_chooses(self, scene: Scene) -> None:
        dossier = scene.received()
        first, second = check_page(scene, dossier), check_page(scene, dossier)
        assert (first.keep(labour="Tám người"), second.keep(materials="Dứa")) == ([200], [200])
        answer = second.one("labour", "Chín người")
        conflict = answer.json()["conflict"]
        said = (conflict["stored"]["label"], conflict["yours"]["label"])
        assert (answer.status_code, said) == (409, ("Tám người", "Chín người"))
        assert IntakeCheck.objects.get().labour == "Tám người"
        assert second.one("labour", "Chín người", base=conflict["base"]).status_code == 200
        assert IntakeCheck.objects.get().labour == "Chín người"
        # the same value from an older page is no question
        assert first.one("labour", "Chín  người").status_code == 200

    def test_a_stale_page_blanks_nothing_when_it_is_sent_whole(self, scene: Scene) -> None:
        dossier = scene.draft()
        stale = OpenPage(scene.lan, "dossiers:step", dossier.key, "ke-hoach")
        fresh = OpenPage(scene.lan, "dossiers:step", dossier.key, "ke-hoach")
        assert fresh.keep(production_plan="Trồng thêm hai héc-ta") == [200]
        assert stale.send(production_plan="").status_code == 302
        dossier.refresh_from_db()
        assert dossier.production_plan == "Trồng thêm hai héc-ta"
        answer = stale.send(production_plan="Trồng chè")
        page = answer.content.decode()
        assert (answer.status_code, "đã ghi “Trồng thêm hai héc-ta”" in page) == (409, True)
        assert answer.context["form"]["production_plan"].value() == "Trồng chè"
        dossier.refresh_from_db()
        assert dossier.production_plan == "Trồng thêm hai héc-ta"
        # seen now: sent again it replaces, or the stored value is taken
        stale.seen = json.loads(answer.context["keep"].seen)
        assert stale.send(production_plan="Trồng chè", **{"keep-take": "production_plan"}).status_code == 302
        dossier.refresh_from_db()
        assert dossier.production_plan == "Trồng thêm hai héc-ta"
        assert stale.send(production_plan="Trồng chè").status_code == 302
        dossier.refresh_from_db()
        assert dossier.production_plan == "Trồng chè"

    def test_a_part_that_comes_after_the_whole_form_changes_nothing(self, scene: Scene) -> None:
        dossier = scene.received()
        page = check_page(scene, dossier)
        base = page.bases["note_form_01"]
        whole = {"finding_form_01": "faulty", "note_form_01": "Thiếu chữ ký", "go": "propose"}
        assert page.send(**whole, **{"keep-after": "late-operation"}).status_code == 302
        before = IntakeCheck.objects.values().get()
        late = page.one("note_form_01", "Thi", base=base, operation="late-operation")
        assert (late.status_code, late.json()) == (200, {"late": True})
        assert page.one("note_form_01", "Thi", base=base).status_code == 409
        assert IntakeCheck.objects.values().get() == before


class TestOnce:
    def test_what_came_twice_is_carried_out_once_and_answered_as_the_first_time(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        first = page.one("labour", "Tám", operation="operation-1").json()
        page.keep(labour="Chín")
        again = page.one("labour", "Tám", operation="operation-1", base="")
        assert (again.status_code, again.json(), IntakeCheck.objects.get().labour) == (200, first, "Chín")
        assert page.one("labour", "Mười", operation="operation-1").status_code == 409
        assert page.one("materials", "Tám", operation="operation-1").status_code == 409
        assert Operation.objects.filter(pk="operation-1").count() == 1

    def test_a_page_is_not_asked_about_its_own_value_whose_answer_was_lost(self, scene: Scene) -> None:
        page = check_page(scene, scene.received())
        base = page.bases["labour"]
        page.one("labour", "Tám", operation="operation-1")  # the answer never came
        assert page.one("labour", "Tám người", base=base, after="operation-1").status_code == 200
        page.one("labour", "Chín", operation="operation-2")
        page.one("labour", "Mười")
        assert page.one("labour", "Chín rưỡi", base=base, after="operation-2").status_code == 409

    def test_nothing_goes_out_under_another_name(self, scene: Scene) -> None:
        page = OpenPage(scene.lan, "ideas:write", register(scene).key)
        page.one("material", "Của Lan", operation="operation-1")
        other = check_page(scene, scene.received())
        assert other.one("labour", "Tám", owner=str(scene.lan.pk)).status_code == 401
        assert other.one("labour", "Tám", operation="operation-1").status_code == 409
        assert other.send(labour="Tám", operation="operation-1").status_code == 409
        whole = other.client.post(other.url, {"labour": "Tám", "keep-owner": scene.lan.pk})
        assert (whole.status_code, IntakeCheck.objects.count()) == (409, 0)

    def test_an_idea_that_was_sent_twice_is_one_idea(self, scene: Scene) -> None:
        page = OpenPage(scene.lan, "ideas:new")
        fields = {"name": "Mứt dứa", "place": scene.cast.commune.pk}
        first, again = (page.send(operation="operation-1", **fields) for _time in range(2))
        assert (first.status_code, again["Location"]) == (302, first["Location"])
        assert Idea.objects.count() == 1
        headers = {"X-Requested-With": "asked", "X-Operation": "operation-1"}
        assert page.client.get(page.url, headers=headers).json() == {"go": first["Location"]}
        assert page.client.get(page.url, headers=headers | {"X-Operation": "another-one"}).json() == {}
        script = {"HTTP_X_REQUESTED_WITH": "whole"}
        notes = {"keep-operation": "operation-1"}
        assert page.client.post(page.url, fields | notes, **script).json() == {"go": first["Location"]}

    def test_what_is_long_past_is_forgotten(self, scene: Scene) -> None:
        old = scene.at - KEPT - timedelta(minutes=1)
        Operation.objects.create(key="old-operation", owner=1, form="/x/", at=old)
        Operation.objects.create(key="new-operation", owner=1, form="/x/", at=scene.at - KEPT)
        OpenForm.objects.create(form="/x/", at=old)
        idea = register(scene)
        OpenPage(scene.lan, "ideas:write", idea.key).one("material", "Dứa Queen", operation="this-operation")
        assert set(Operation.objects.values_list("pk", flat=True)) == {"new-operation", "this-operation"}
        assert set(OpenForm.objects.values_list("pk", flat=True)) == {reverse("ideas:write", args=[idea.key])}
