"""A paper that was issued anew takes the place of the old one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.selectors.renewing import renewed_on
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused


@pytest.fixture(autouse=True)
def _today(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages speak on the day of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: scene.at)


OLD, NEW = date(2026, 12, 31), date(2029, 12, 31)


def test_drafts_use_the_new_one_where_they_used_the_old(scene: Scene) -> None:
    dossier = scene.draft()
    old = scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=OLD, criterion="1.1")
    new = acts.renew_evidence(old, upload=pdf(2), expires_on=NEW, number="9", by=scene.lan, at=scene.at)
    assert (new.renews, new.title, new.kind, new.product) == (old, old.title, old.kind, old.product)
    cited = dossier.citations.values_list("evidence", "criterion")
    assert sorted(cited) == [(new.pk, ""), (new.pk, "1.1")]


def test_what_was_handed_in_stays_and_officers_read_the_new_one(scene: Scene, client: Client) -> None:
    dossier = scene.fill(scene.draft())
    old = scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=OLD)
    scene.submit(dossier)
    new = acts.renew_evidence(old, upload=pdf(2), expires_on=NEW, by=scene.lan, at=scene.at)
    assert dossier.citations.filter(evidence=old).exists()
    client.force_login(scene.minh)
    assert client.get(reverse("documents:file", args=[new.file_id])).status_code == 200
    page = client.get(reverse("dossiers:evidence", args=[dossier.key])).content.decode()
    assert "Bản cấp mới từ khi nộp" in page
    client.force_login(scene.lan)
    page = client.get(reverse("dossiers:evidence", args=[dossier.key])).content.decode()
    assert reverse("dossiers:renew_evidence", args=[old.pk]) not in page


@pytest.mark.parametrize(
    ("expires_on", "code"),
    [(OLD, "newer_paper_ends"), (OLD - timedelta(days=1), "newer_paper_ends"), (None, None), (NEW, None)],
)
def test_it_ends_after_the_old_one(scene: Scene, expires_on: date | None, code: str | None) -> None:
    old = scene.add(scene.draft(), "other", expires_on=OLD)
    given = {"upload": pdf(2), "expires_on": expires_on, "by": scene.lan, "at": scene.at}
    if code:
        assert refused(lambda: acts.renew_evidence(old, **given)) == code
        return
    acts.renew_evidence(old, **given)
    assert refused(lambda: acts.renew_evidence(old, **given)) == "conflict_renewed_already"


def test_only_for_the_producer_and_for_what_ends(scene: Scene) -> None:
    old = scene.add(scene.draft(), "other")
    given = {"upload": pdf(2), "at": scene.at}
    assert refused(lambda: acts.renew_evidence(old, by=scene.minh, **given)) == "not_entitled"
    assert refused(lambda: acts.renew_evidence(old, by=scene.lan, **given)) == "newer_paper_not_needed"


def test_however_often_it_was_issued_anew(scene: Scene) -> None:
    papers = [scene.add(scene.draft(), "other", expires_on=OLD)]
    for years in (1, 2, 3):
        ends = OLD.replace(year=OLD.year + years)
        papers.append(
            acts.renew_evidence(papers[-1], upload=pdf(years + 1), expires_on=ends, by=scene.lan, at=scene.at)
        )
    first = papers[0].pk
    assert renewed_on([first], OLD.replace(year=OLD.year + 3)) == {first}
    assert renewed_on([first], NEW + timedelta(days=1)) == set()
