"""Papers: added, cited, taken out, withdrawn; each refusal."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Citation, Evidence
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused


def test_one_file_serves_several_criteria(scene: Scene) -> None:
    dossier = scene.draft()
    paper = scene.add(dossier, "awards", criterion="1.1")
    acts.set_criteria(dossier, evidence=paper, criteria=["1.1", "2.1"], by=scene.lan, at=scene.at)
    found = sorted(dossier.citations.values_list("criterion", flat=True))
    assert found == ["", "1.1", "2.1"]
    assert Evidence.objects.count() == 1


def test_taking_it_from_a_criterion_leaves_it_in_the_dossier(scene: Scene) -> None:
    dossier = scene.draft()
    paper = scene.add(dossier, "awards", criterion="1.1")
    acts.uncite_evidence(dossier, evidence=paper, criterion="1.1", by=scene.lan, at=scene.at)
    assert list(dossier.citations.values_list("criterion", flat=True)) == [""]
    acts.uncite_evidence(dossier, evidence=paper, by=scene.lan, at=scene.at)
    assert not dossier.citations.exists()
    assert Evidence.objects.get() == paper


def test_citing_twice_changes_nothing(scene: Scene) -> None:
    dossier = scene.draft()
    paper = scene.add(dossier, "awards", criterion="1.1")
    acts.cite_evidence(dossier, evidence=paper, criterion="1.1", by=scene.lan, at=scene.at)
    assert Citation.objects.count() == 2


def test_an_earlier_paper_serves_another_product(scene: Scene) -> None:
    paper = scene.add(scene.draft(), "business_registration")
    other = scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
    acts.cite_evidence(other, evidence=paper, by=scene.lan, at=scene.at)
    assert [row.evidence for row in other.citations.all()] == [paper]


def test_adding_is_recorded_with_the_hash(scene: Scene) -> None:
    paper = scene.add(scene.draft(), "awards")
    assert [(e.action, e.data) for e in history(paper)] == [
        ("evidence.add", {"sha256": paper.file.sha256, "kind": "awards"})
    ]


def test_a_paper_of_another_producer_is_refused(scene: Scene) -> None:
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


def test_a_paper_of_one_product_is_refused_for_another(scene: Scene) -> None:
    paper = scene.add(scene.draft(), "awards", product=scene.product)
    other = scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
    assert (
        refused(lambda: acts.cite_evidence(other, evidence=paper, by=scene.lan, at=scene.at))
        == "evidence_not_usable"
    )


def test_an_unknown_criterion_is_refused(scene: Scene) -> None:
    dossier = scene.draft()
    assert refused(lambda: scene.add(dossier, "awards", criterion="9.99")) == "unknown_criterion"
    assert not Evidence.objects.exists()


def test_a_stranger_is_refused(scene: Scene) -> None:
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
    scene: Scene, content: bytes, name: str
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


def test_a_huge_file_is_refused_and_loses_nothing(scene: Scene) -> None:
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


def test_withdrawing_keeps_the_file(scene: Scene) -> None:
    dossier = scene.draft()
    paper = acts.withdraw_evidence(scene.add(dossier, "awards"), by=scene.lan, at=scene.at)
    assert paper.is_withdrawn
    assert paper.file.pk


def test_withdrawing_what_was_handed_in_is_refused(scene: Scene) -> None:
    scene.submitted()
    paper = Evidence.objects.first()
    assert paper is not None
    assert refused(lambda: acts.withdraw_evidence(paper, by=scene.lan, at=scene.at)) == "evidence_in_use"
