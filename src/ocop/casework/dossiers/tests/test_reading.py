"""Who sees which dossier and which file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from ocop.casework.dossiers import acts, permissions
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.permissions import reading
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents.access import refuse_read as refuse_file
from ocop.registers.products.permissions import refuse_remove_photo


def seen(person: Any, at: Any) -> list[str]:
    return sorted(d.product.name for d in Dossier.objects.visible_to(person, at))


@pytest.fixture
def _hooks() -> Iterator[None]:
    readers, bars = list(reading._readers), list(reading._bars)
    yield
    reading._readers[:], reading._bars[:] = readers, bars


class TestDossiers:
    def test_drafts_are_for_the_producer_alone(self, scene: Scene) -> None:
        scene.draft()
        assert [seen(p, scene.at) for p in (scene.lan, scene.minh, scene.phuc, scene.quang)] == [
            ["Dứa sấy dẻo"], [], [], [],
        ]  # fmt: skip

    def test_what_was_handed_in_is_for_commune_and_province_too(self, scene: Scene) -> None:
        scene.submitted()
        assert [seen(p, scene.at) for p in (scene.lan, scene.minh, scene.phuc, scene.quang)] == [
            ["Dứa sấy dẻo"], ["Dứa sấy dẻo"], ["Dứa sấy dẻo"], [],
        ]  # fmt: skip

    def test_another_commune_sees_nothing(self, scene: Scene) -> None:
        from ocop.foundation.places.selectors import communes_of

        other = communes_of("15", scene.at.date()).exclude(pk=scene.cast.commune.pk).first()
        scene.cast.appoint(scene.quang, "commune_officer", place=other, level="commune")
        scene.submitted()
        assert seen(scene.quang, scene.at) == []

    def test_the_next_minute_after_the_end_nothing_is_seen(self, scene: Scene) -> None:
        scene.submitted()
        scene.minh.appointments.update(ends_at=scene.at + timedelta(seconds=1))
        assert seen(scene.minh, scene.at) == ["Dứa sấy dẻo"]
        assert seen(scene.minh, scene.at + timedelta(minutes=1)) == []

    def test_nobody_signed_in_sees_nothing(self, scene: Scene) -> None:
        from django.contrib.auth.models import AnonymousUser

        scene.submitted()
        assert seen(AnonymousUser(), scene.at) == []

    @pytest.mark.usefixtures("_hooks")
    def test_a_council_reads_through_its_own_word(self, scene: Scene) -> None:
        dossier = scene.submitted()
        assert permissions.refuse_read(who_is(scene.cast.hoa, scene.at), dossier) is not None
        permissions.register_reader(lambda who, one: who.person == scene.cast.hoa and one == dossier)
        assert permissions.refuse_read(who_is(scene.cast.hoa, scene.at), dossier) is None

    @pytest.mark.usefixtures("_hooks")
    def test_a_conflict_closes_it_to_an_officer_but_not_to_the_producer(self, scene: Scene) -> None:
        dossier = scene.submitted()
        permissions.register_bar(lambda who, one: who.person in (scene.phuc, scene.lan))
        assert permissions.refuse_read(who_is(scene.phuc, scene.at), dossier) is not None
        assert permissions.refuse_read(who_is(scene.lan, scene.at), dossier) is None

    @pytest.mark.usefixtures("_hooks")
    def test_a_conflict_stops_what_an_officer_would_do(self, scene: Scene) -> None:
        proposed = scene.proposed()
        permissions.register_bar(lambda who, _one: who.person == scene.phuc)
        calls = (
            lambda: acts.accept_dossier(proposed, note="Đủ.", by=scene.phuc, at=scene.at),
            lambda: acts.return_dossier(proposed, reason="x", items=[], by=scene.phuc, at=scene.at),
            lambda: acts.exclude_dossier(
                proposed, ground=ExclusionGround.FORGED, reason="x", by=scene.phuc, at=scene.at
            ),
        )
        assert [refused(call) for call in calls] == ["not_reader"] * 3


class TestFiles:
    def readers(self, scene: Scene, file: Any) -> list[str]:
        people = {"lan": scene.lan, "minh": scene.minh, "phuc": scene.phuc, "quang": scene.quang}
        return [name for name, person in people.items() if refuse_file(person, file, scene.at) is None]

    def test_of_a_draft_are_the_producers(self, scene: Scene) -> None:
        paper = scene.add(scene.draft(), "awards")
        assert self.readers(scene, paper.file) == ["lan"]

    def test_of_a_dossier_handed_in_are_the_offices_too(self, scene: Scene) -> None:
        scene.submitted()
        assert self.readers(scene, Evidence.objects.first().file) == ["lan", "minh", "phuc"]  # type: ignore[union-attr]

    def test_stay_open_when_the_producer_takes_the_paper_out_later(self, scene: Scene) -> None:
        dossier = scene.received()
        item = acts.ToMend("evidence", "Minh chứng", "Thay giấy")
        acts.return_dossier(dossier, reason="x", items=[item], by=scene.minh, at=scene.at)
        paper = Evidence.objects.order_by("pk").first()
        assert paper is not None
        acts.uncite_evidence(Dossier.objects.get(), evidence=paper, by=scene.lan, at=scene.at)
        assert self.readers(scene, paper.file) == ["lan", "minh", "phuc"]

    def test_added_after_a_return_are_closed_until_handed_in(self, scene: Scene) -> None:
        dossier = scene.received()
        item = acts.ToMend("evidence", "Minh chứng", "Thay giấy")
        acts.return_dossier(dossier, reason="x", items=[item], by=scene.minh, at=scene.at)
        paper = scene.add(Dossier.objects.get(), "awards")
        assert self.readers(scene, paper.file) == ["lan"]

    def test_restricted_ones_are_not_for_leaders_and_signers(self, scene: Scene) -> None:
        leader = scene.cast.person("son", "Sơn")
        scene.cast.appoint(leader, "leader")
        dossier = scene.fill(scene.draft())
        paper = scene.add(dossier, "local_labour", is_restricted=True)
        open_one = scene.add(dossier, "awards")
        scene.submit(dossier)
        assert refuse_file(leader, paper.file, scene.at) is not None
        assert refuse_file(leader, open_one.file, scene.at) is None
        assert self.readers(scene, paper.file) == ["lan", "minh", "phuc"]

    @pytest.mark.usefixtures("_hooks")
    def test_a_conflict_closes_the_file_in_every_dossier(self, scene: Scene) -> None:
        first = scene.submitted()
        paper = Evidence.objects.order_by("pk").first()
        assert paper is not None
        second = scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan))
        acts.cite_evidence(second, evidence=paper, by=scene.lan, at=scene.at)
        scene.submit(scene.fill(second))
        permissions.register_bar(lambda who, one: who.person == scene.phuc and one == first)
        assert refuse_file(scene.phuc, paper.file, scene.at) is not None

    def test_of_an_exclusion_are_for_who_sees_the_dossier(self, scene: Scene) -> None:
        dossier = scene.proposed()
        ground = ExclusionGround.FORGED
        exclusion = acts.exclude_dossier(
            dossier, ground=ground, reason="x", upload=pdf(), by=scene.phuc, at=scene.at
        )
        assert self.readers(scene, exclusion.file) == ["lan", "minh", "phuc"]

    def test_strangers_get_the_same_404_as_for_no_file(self, scene: Scene) -> None:
        paper = scene.add(scene.draft(), "awards")
        quang = Client()
        quang.force_login(scene.quang)
        assert quang.get(paper.file.get_absolute_url()).status_code == 404


def test_photographs_stay_while_a_dossier_is_judged(scene: Scene) -> None:
    dossier = scene.draft()
    assert refuse_remove_photo(who_is(scene.lan, scene.at), dossier.product) is None
    scene.submit(scene.fill(dossier))
    refusal = refuse_remove_photo(who_is(scene.lan, scene.at), dossier.product)
    assert refusal is not None
    assert refusal.code == "photo_frozen"
