"""Filling a dossier in: forms, answers, papers."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Citation, Evidence
from ocop.casework.dossiers.selectors import choices, live_result, set_of
from ocop.casework.dossiers.tests.cast import TOURISM, Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.refusals import Refused


class TestForms:
    def test_texts_are_kept(self, scene: Scene) -> None:
        dossier = acts.save_form(
            scene.draft(), fields={"production_plan": "Mở rộng"}, by=scene.lan, at=scene.at
        )
        assert dossier.production_plan == "Mở rộng"

    def test_only_fields_of_the_forms_are_known(self, scene: Scene) -> None:
        with pytest.raises(ValueError, match="state"):
            acts.save_form(scene.draft(), fields={"state": "accepted"}, by=scene.lan, at=scene.at)

    @pytest.mark.parametrize("who", ["quang", "minh", "phuc"])
    def test_others_are_refused(self, scene: Scene, who: str) -> None:
        call = lambda: acts.save_form(
            scene.draft(), fields={"has_story": True}, by=getattr(scene, who), at=scene.at
        )
        assert refused(call) == "not_entitled"

    def test_a_locked_dossier_is_refused(self, scene: Scene) -> None:
        dossier = scene.submitted()
        call = lambda: acts.save_form(dossier, fields={"has_story": True}, by=scene.lan, at=scene.at)
        assert refused(call) == "conflict_not_editable"


class TestAnswers:
    @pytest.mark.parametrize("choice", [1, 3, None])
    def test_a_choice_is_kept(self, scene: Scene, choice: int | None) -> None:
        dossier = scene.draft()
        acts.save_answer(dossier, criterion="1.1", choice=choice, by=scene.lan, at=scene.at)
        assert choices(dossier) == {"1.1": choice}

    def test_a_description_alone_is_no_answer(self, scene: Scene) -> None:
        dossier = scene.draft()
        acts.save_description(dossier, criterion="1.1", description="60%", by=scene.lan, at=scene.at)
        assert choices(dossier) == {}
        assert dossier.answers.get().description == "60%"

    def test_a_later_choice_keeps_the_description(self, scene: Scene) -> None:
        dossier = scene.draft()
        acts.save_answer(dossier, criterion="1.1", choice=1, description="a", by=scene.lan, at=scene.at)
        acts.save_answer(dossier, criterion="1.1", choice=2, by=scene.lan, at=scene.at)
        assert (dossier.answers.get().choice, dossier.answers.get().description) == (2, "a")

    @pytest.mark.parametrize("choice", [0, 4, True, "a.1", "1", "x"])
    def test_an_unknown_choice_is_refused(self, scene: Scene, choice: Any) -> None:
        dossier = scene.draft()
        call = lambda: acts.save_answer(dossier, criterion="1.1", choice=choice, by=scene.lan, at=scene.at)
        assert refused(call) == "unknown_choice"

    def test_an_unknown_criterion_is_refused(self, scene: Scene) -> None:
        dossier = scene.draft()
        call = lambda: acts.save_answer(dossier, criterion="9.99", choice=1, by=scene.lan, at=scene.at)
        assert refused(call) == "unknown_criterion"

    def test_the_points_follow(self, scene: Scene) -> None:
        dossier = scene.draft()
        acts.save_answer(dossier, criterion="1.1", choice=3, by=scene.lan, at=scene.at)
        acts.save_answer(dossier, criterion="1.2", choice=2, by=scene.lan, at=scene.at)
        result = live_result(dossier)
        assert (result.total, result.parts["A"]) == (4, 4)
        assert "1.1" not in result.missing
        assert "1.3" in result.missing

    def test_the_scene_answers_all_as_this_act_does(self, scene: Scene) -> None:
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


class TestEvidence:
    def test_one_file_serves_several_criteria(self, scene: Scene) -> None:
        dossier = scene.draft()
        paper = scene.add(dossier, "awards", criterion="1.1")
        acts.set_criteria(dossier, evidence=paper, criteria=["1.1", "2.1"], by=scene.lan, at=scene.at)
        found = sorted(dossier.citations.values_list("criterion", flat=True))
        assert found == ["", "1.1", "2.1"]
        assert Evidence.objects.count() == 1

    def test_taking_it_from_a_criterion_leaves_it_in_the_dossier(self, scene: Scene) -> None:
        dossier = scene.draft()
        paper = scene.add(dossier, "awards", criterion="1.1")
        acts.uncite_evidence(dossier, evidence=paper, criterion="1.1", by=scene.lan, at=scene.at)
        assert list(dossier.citations.values_list("criterion", flat=True)) == [""]
        acts.uncite_evidence(dossier, evidence=paper, by=scene.lan, at=scene.at)
        assert not dossier.citations.exists()
        assert Evidence.objects.get() == paper

    def test_citing_twice_changes_nothing(self, scene: Scene) -> None:
        dossier = scene.draft()
        paper = scene.add(dossier, "awards", criterion="1.1")
        acts.cite_evidence(dossier, evidence=paper, criterion="1.1", by=scene.lan, at=scene.at)
        assert Citation.objects.count() == 2

    def test_an_earlier_paper_serves_another_product(self, scene: Scene) -> None:
        paper = scene.add(scene.draft(), "business_registration")
        other = scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
        acts.cite_evidence(other, evidence=paper, by=scene.lan, at=scene.at)
        assert [row.evidence for row in other.citations.all()] == [paper]

    def test_adding_is_recorded_with_the_hash(self, scene: Scene) -> None:
        paper = scene.add(scene.draft(), "awards")
        assert [(e.action, e.data) for e in history(paper)] == [
            ("evidence.add", {"sha256": paper.file.sha256, "kind": "awards"})
        ]

    def test_a_paper_of_another_producer_is_refused(self, scene: Scene) -> None:
        other = scene.make_producer("HTX Khác", "15A7", scene.quang)
        paper = acts.add_evidence(
            producer=other,
            upload=pdf(),
            fields={"kind": "awards", "title": "Bằng"},
            by=scene.quang,
            at=scene.at,
        )
        call = lambda: acts.cite_evidence(scene.draft(), evidence=paper, by=scene.lan, at=scene.at)
        assert refused(call) == "evidence_not_usable"

    def test_a_paper_of_one_product_is_refused_for_another(self, scene: Scene) -> None:
        paper = scene.add(scene.draft(), "awards", product=scene.product)
        other = scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
        assert (
            refused(lambda: acts.cite_evidence(other, evidence=paper, by=scene.lan, at=scene.at))
            == "evidence_not_usable"
        )

    def test_an_unknown_criterion_is_refused(self, scene: Scene) -> None:
        dossier = scene.draft()
        assert refused(lambda: scene.add(dossier, "awards", criterion="9.99")) == "unknown_criterion"
        assert not Evidence.objects.exists()

    def test_a_stranger_is_refused(self, scene: Scene) -> None:
        call = lambda: acts.add_evidence(
            producer=scene.producer,
            upload=pdf(),
            fields={"kind": "awards", "title": "x"},
            by=scene.quang,
            at=scene.at,
        )
        assert refused(call) == "not_entitled"

    @pytest.mark.parametrize(
        ("content", "name"),
        [(b"", "a.pdf"), (b"MZ\x90\x00" * 100, "a.pdf"), (b"<script>alert(1)</script>", "a.pdf")],
    )
    def test_empty_and_disguised_files_are_refused_with_a_sentence(
        self, scene: Scene, content: bytes, name: str
    ) -> None:
        dossier = scene.draft()
        with pytest.raises(Refused) as info:
            acts.add_evidence(
                producer=scene.producer,
                upload=ContentFile(content, name=name),
                fields={"kind": "awards", "title": "x"},
                by=scene.lan,
                at=scene.at,
                dossier=dossier,
            )
        assert len(str(info.value)) > 30
        assert not Evidence.objects.exists()

    def test_a_huge_file_is_refused_and_loses_nothing(self, scene: Scene) -> None:
        dossier = scene.draft()
        scene.add(dossier, "awards")
        upload = ContentFile(b"%PDF-", name="to.pdf")
        upload.size = 200 * 1024 * 1024  # what the browser says; the bytes are not even read
        call = lambda: acts.add_evidence(
            producer=scene.producer,
            upload=upload,
            fields={"kind": "awards", "title": "x"},
            by=scene.lan,
            at=scene.at,
        )
        assert refused(call) == "file_too_large"
        assert Evidence.objects.count() == 1

    def test_withdrawing_keeps_the_file(self, scene: Scene) -> None:
        dossier = scene.draft()
        paper = acts.withdraw_evidence(scene.add(dossier, "awards"), by=scene.lan, at=scene.at)
        assert paper.is_withdrawn
        assert paper.file.pk

    def test_withdrawing_what_was_handed_in_is_refused(self, scene: Scene) -> None:
        scene.submitted()
        paper = Evidence.objects.first()
        assert paper is not None
        assert refused(lambda: acts.withdraw_evidence(paper, by=scene.lan, at=scene.at)) == "evidence_in_use"


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
