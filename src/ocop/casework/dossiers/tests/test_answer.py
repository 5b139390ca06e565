"""Answering criteria: choice and description are kept, what the rubric does not have is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.selectors import choices, live_result, set_of
from ocop.casework.dossiers.tests.cast import TOURISM, Scene
from ocop.casework.dossiers.tests.refusing import refused


@pytest.mark.parametrize("choice", [1, 3, None])
def test_a_choice_is_kept(scene: Scene, choice: int | None) -> None:
    dossier = scene.draft()
    acts.save_answer(dossier, criterion="1.1", choice=choice, by=scene.lan, at=scene.at)
    assert choices(dossier) == {"1.1": choice}


def test_a_description_alone_is_no_answer(scene: Scene) -> None:
    dossier = scene.draft()
    acts.save_description(dossier, criterion="1.1", description="60%", by=scene.lan, at=scene.at)
    assert choices(dossier) == {}
    assert dossier.answers.get().description == "60%"


def test_a_later_choice_keeps_the_description(scene: Scene) -> None:
    dossier = scene.draft()
    acts.save_answer(dossier, criterion="1.1", choice=1, description="a", by=scene.lan, at=scene.at)
    acts.save_answer(dossier, criterion="1.1", choice=2, by=scene.lan, at=scene.at)
    assert (dossier.answers.get().choice, dossier.answers.get().description) == (2, "a")


@pytest.mark.parametrize("choice", [0, 4, True, "a.1", "1", "x"])
def test_an_unknown_choice_is_refused(scene: Scene, choice: Any) -> None:
    dossier = scene.draft()
    call = lambda: acts.save_answer(dossier, criterion="1.1", choice=choice, by=scene.lan, at=scene.at)
    assert refused(call) == "unknown_choice"


def test_an_unknown_criterion_is_refused(scene: Scene) -> None:
    dossier = scene.draft()
    call = lambda: acts.save_answer(dossier, criterion="9.99", choice=1, by=scene.lan, at=scene.at)
    assert refused(call) == "unknown_criterion"


def test_the_points_follow(scene: Scene) -> None:
    dossier = scene.draft()
    acts.save_answer(dossier, criterion="1.1", choice=3, by=scene.lan, at=scene.at)
    acts.save_answer(dossier, criterion="1.2", choice=2, by=scene.lan, at=scene.at)
    result = live_result(dossier)
    assert (result.total, result.parts["A"]) == (4, 4)
    assert "1.1" not in result.missing
    assert "1.3" in result.missing


def test_the_scene_answers_all_as_this_act_does(scene: Scene) -> None:
    """What other tests stand on is written at once; here each answer is given."""
    dossier = scene.draft()
    rows = dossier.answers.order_by("criterion").values_list(
        "criterion", "choice", "is_answered", "description"
    )
    for code, criterion in set_of(dossier).criteria.items():
        choice: Any = True if criterion.is_boolean else "a.1" if criterion.cases else 1
        acts.save_answer(dossier, criterion=code, choice=choice, by=scene.lan, at=scene.at)
    given = list(rows)
    dossier.answers.all().delete()
    scene.answer_all(dossier)
    assert list(rows) == given


def test_a_set_without_rubric_takes_no_answers(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register takes the product, the dossier opens; only the self-assessment is not offered."""
    from dataclasses import replace

    from ocop.kernel.law import load_regulations

    law = load_regulations()["qd-26-2026"]
    bare = {"qd-26-2026": replace(law, sets={**law.sets, TOURISM: replace(law.set(TOURISM), parts=())})}
    for place in ("permissions.owners", "selectors.answers"):
        monkeypatch.setattr(f"ocop.casework.dossiers.{place}.load_regulations", lambda: bare)
    dossier = scene.draft(scene.make_product("Bản làng", scene.producer, scene.lan, set_number=TOURISM))
    call = lambda: acts.save_answer(dossier, criterion="1.1", choice=1, by=scene.lan, at=scene.at)
    assert refused(call) == "no_rubric"
