"""The commune's check: it is kept for the submission, refused to others, and gives no points."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.models import Answer, IntakeCheck
from ocop.casework.dossiers.selectors import content
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.accounts.who import who_is


def test_is_kept_for_the_submission(scene: Scene) -> None:
    dossier = scene.received()
    fields = {
        "components": {"form_01": {"finding": "ok", "note": " đủ "}, "x": {"finding": "ok"}},
        "labour": "Tám",
    }
    check = acts.save_intake_check(dossier, fields=fields, by=scene.minh, at=scene.at)
    assert check.components == {"form_01": {"finding": "ok", "note": "đủ"}}
    assert (check.labour, check.by, check.submission) == ("Tám", scene.minh, dossier.submissions.get())


def test_saving_again_changes_the_same_check(scene: Scene) -> None:
    dossier = scene.received()
    for text in ("a", "b"):
        acts.save_intake_check(dossier, fields={"labour": text}, by=scene.minh, at=scene.at)
    assert IntakeCheck.objects.get().labour == "b"


@pytest.mark.parametrize("who", ["lan", "phuc", "quang"])
def test_is_refused_to_others(scene: Scene, who: str) -> None:
    dossier = scene.received()
    call = lambda: acts.save_intake_check(dossier, fields={}, by=getattr(scene, who), at=scene.at)
    assert refused(call) == "not_commune_officer"


def test_is_refused_before_receiving(scene: Scene) -> None:
    dossier = scene.submitted()
    assert (
        refused(lambda: acts.save_intake_check(dossier, fields={}, by=scene.minh, at=scene.at))
        == "conflict_state"
    )


class TestNoPoints:
    """R26-23: no numeric scoring right at commune level."""

    @pytest.mark.parametrize("name", ["score", "points", "stars", "choice", "choices", "total"])
    def test_the_check_knows_no_field_for_points(self, scene: Scene, name: str) -> None:
        dossier = scene.received()
        with pytest.raises(ValueError, match=name):
            acts.save_intake_check(dossier, fields={name: 3}, by=scene.minh, at=scene.at)

    def test_the_table_has_no_column_for_points(self) -> None:
        numbers = {field.name for field in IntakeCheck._meta.fields if "Integer" in field.get_internal_type()}
        assert numbers == {"samples_count"}

    def test_officers_forms_ask_for_no_number_but_the_samples(self, scene: Scene) -> None:
        dossier, who = scene.received(), who_is(scene.minh, scene.at)
        forms = {act.name: act.form(who=who, thing=dossier) for act in acts.ACTS if act.about is AT_OFFICE}
        numbers = [
            (name, field)
            for name, form in forms.items()
            for field in form.fields
            if hasattr(form.fields[field], "max_value")
        ]
        assert sorted(forms) == ["accept", "check", "exclude", "propose", "receive", "return"]
        assert numbers == [("check", "samples_count")]

    @pytest.mark.parametrize("who", ["minh", "phuc"])
    def test_officers_cannot_answer_a_criterion(self, scene: Scene, client: Any, who: str) -> None:
        dossier = scene.received()
        before = list(Answer.objects.order_by("pk").values())
        client.force_login(getattr(scene, who))
        url = reverse("dossiers:criterion", args=[dossier.key, "1.1"])
        assert client.post(url, {"choice": "3"}).status_code == 403
        script = {"HTTP_X_REQUESTED_WITH": "keep"}
        assert client.post(url, {"keep-field": "choice", "choice": "3"}, **script).status_code == 403
        assert list(Answer.objects.order_by("pk").values()) == before

    def test_no_action_of_officers_takes_points(self) -> None:
        for act in (
            acts.receive_dossier,
            acts.propose_dossier,
            acts.accept_dossier,
            acts.return_dossier,
            acts.exclude_dossier,
        ):
            assert not {"score", "points", "choice", "stars"} & set(inspect.signature(act).parameters)


def test_the_officers_cannot_read_the_text_in_the_making(scene: Scene) -> None:
    dossier = scene.draft()
    assert refused(lambda: content(dossier, person=scene.quang, at=scene.at)) != ""
