"""The province accepts, returns, excludes; the council and the decision bring the rest about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ocop.casework.dossiers import actions
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import ExclusionGround, Outcome
from ocop.casework.dossiers.selectors import clock_of, ready_for_agenda
from ocop.casework.dossiers.tests.cast import Scene, pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message

FORGED = ExclusionGround.FORGED


class TestAccept:
    def test_waits_for_a_meeting(self, scene: Scene) -> None:
        dossier = scene.accepted()
        assert (dossier.state, dossier.accepted_at) == ("accepted", scene.at)
        assert dossier.provincial_checks.get().note == "Đã kiểm tra, đủ hồ sơ."
        assert list(ready_for_agenda(scene.at)) == [dossier]

    def test_is_recorded_and_told(self, scene: Scene) -> None:
        assert history(scene.accepted())[0].action == "dossier.accept"
        assert {m.person for m in Message.objects.filter(kind="dossiers.accepted")} == {scene.lan, scene.minh}

    def test_needs_a_finding(self, scene: Scene) -> None:
        dossier = scene.proposed()
        assert (
            refused(lambda: actions.accept(dossier, note=" ", by=scene.phuc, at=scene.at))
            == "check_note_missing"
        )

    @pytest.mark.parametrize("who", ["lan", "minh", "quang"])
    def test_is_refused_to_others(self, scene: Scene, who: str) -> None:
        dossier = scene.proposed()
        call = lambda: actions.accept(dossier, note="x", by=getattr(scene, who), at=scene.at)
        assert refused(call) == "not_province_officer"

    def test_is_refused_before_the_proposal(self, scene: Scene) -> None:
        dossier = scene.received()
        assert (
            refused(lambda: actions.accept(dossier, note="x", by=scene.phuc, at=scene.at)) == "conflict_state"
        )


class TestReturn:
    def test_starts_the_commune_anew(self, scene: Scene) -> None:
        """After a return by the province the commune checks again and has its fifteen days again."""
        dossier = scene.proposed()
        actions.return_for_completion(
            dossier, reason="Bổ sung kiểm nghiệm", items=[], by=scene.phuc, at=scene.at
        )
        stored = Dossier.objects.get()
        assert (stored.state, stored.proposed_at, stored.commune_due_on) == ("returned", None, None)
        assert clock_of(stored, scene.at.date()) is None
        back = scene.at + timedelta(days=7)
        again = scene.submit(stored, at=back).dossier
        assert again.commune_due_on == back.date() + timedelta(days=21)
        assert {m.person for m in Message.objects.filter(kind="dossiers.returned")} == {scene.lan, scene.minh}

    def test_needs_a_written_reason(self, scene: Scene) -> None:
        """R26-25: return for completion carries a written reason."""
        dossier = scene.proposed()
        call = lambda: actions.return_for_completion(dossier, reason="", items=[], by=scene.phuc, at=scene.at)
        assert refused(call) == "reason_missing"

    def test_is_refused_to_the_commune(self, scene: Scene) -> None:
        dossier = scene.proposed()
        call = lambda: actions.return_for_completion(
            dossier, reason="x", items=[], by=scene.minh, at=scene.at
        )
        assert refused(call) == "not_province_officer"


class TestExclude:
    def test_ends_with_ground_reason_and_proof(self, scene: Scene) -> None:
        dossier = scene.proposed()
        exclusion = actions.exclude(
            dossier, ground=FORGED, reason="Giấy giả", upload=pdf(), by=scene.phuc, at=scene.at
        )
        stored = Dossier.objects.get()
        assert (stored.state, stored.outcome) == ("excluded", "excluded")
        assert (exclusion.ground, exclusion.reason, exclusion.file is not None) == (
            "dossier_forged",
            "Giấy giả",
            True,
        )

    def test_is_recorded_and_told(self, scene: Scene) -> None:
        dossier = scene.proposed()
        actions.exclude(dossier, ground=FORGED, reason="Giấy giả", by=scene.phuc, at=scene.at)
        entry = history(dossier)[0]
        assert (entry.action, entry.reason, entry.data) == (
            "dossier.exclude",
            "Giấy giả",
            {"ground": "dossier_forged"},
        )
        told = {m.person: m.body for m in Message.objects.filter(kind="dossiers.excluded")}
        body = "Căn cứ: Hồ sơ có giấy tờ giả mạo. Giấy giả"
        assert told == {scene.lan: body, scene.minh: body}

    def test_needs_a_reason(self, scene: Scene) -> None:
        dossier = scene.proposed()
        call = lambda: actions.exclude(dossier, ground=FORGED, reason="", by=scene.phuc, at=scene.at)
        assert refused(call) == "reason_missing"

    @pytest.mark.parametrize("who", ["lan", "minh", "quang"])
    def test_is_refused_to_others(self, scene: Scene, who: str) -> None:
        dossier = scene.proposed()
        call = lambda: actions.exclude(
            dossier, ground=FORGED, reason="x", by=getattr(scene, who), at=scene.at
        )
        assert refused(call) == "not_province_officer"

    def test_an_excluded_dossier_goes_nowhere(self, scene: Scene) -> None:
        dossier = scene.proposed()
        actions.exclude(dossier, ground=FORGED, reason="x", by=scene.phuc, at=scene.at)
        assert refused(lambda: actions.schedule(dossier, by=scene.phuc, at=scene.at)) == "conflict_state"
        assert refused(lambda: actions.evaluate(dossier, by=scene.phuc, at=scene.at)) == "conflict_state"

    def test_the_council_may_find_it_too(self, scene: Scene) -> None:
        dossier = scene.accepted()
        actions.schedule(dossier, by=scene.phuc, at=scene.at)
        actions.exclude_in_review(dossier, ground=FORGED, reason="x", by=scene.cast.hoa, at=scene.at)
        assert Dossier.objects.get().state == "excluded"


class TestReview:
    def test_the_way_to_the_end(self, scene: Scene) -> None:
        dossier = scene.accepted()
        actions.schedule(dossier, by=scene.phuc, at=scene.at)
        assert list(ready_for_agenda(scene.at)) == []
        actions.unschedule(dossier, reason="Hoãn", by=scene.phuc, at=scene.at)
        actions.schedule(dossier, by=scene.phuc, at=scene.at)
        actions.evaluate(dossier, by=scene.phuc, at=scene.at)
        actions.conclude(dossier, outcome=Outcome.RECOGNISED, by=scene.phuc, at=scene.at)
        stored = Dossier.objects.get()
        assert (stored.state, stored.outcome) == ("concluded", "recognised")

    def test_taking_it_off_the_agenda_needs_a_reason(self, scene: Scene) -> None:
        dossier = scene.accepted()
        actions.schedule(dossier, by=scene.phuc, at=scene.at)
        assert (
            refused(lambda: actions.unschedule(dossier, reason="", by=scene.phuc, at=scene.at))
            == "reason_missing"
        )

    def test_a_district_sends_on_only_what_its_council_evaluated(self, scene: Scene) -> None:
        dossier = scene.accepted()
        Dossier.objects.update(level="district")
        dossier = Dossier.objects.get()
        send_on = lambda: actions.send_on(dossier, by=scene.cast.hoa, at=scene.at + timedelta(days=3))
        assert refused(send_on) == "conflict_state"
        actions.schedule(dossier, by=scene.phuc, at=scene.at)
        actions.evaluate(dossier, by=scene.phuc, at=scene.at)
        assert list(ready_for_agenda(scene.at)) == []
        send_on()
        stored = Dossier.objects.get()
        assert (stored.state, stored.level, stored.proposed_at, stored.accepted_at) == (
            "proposed", "province", scene.at + timedelta(days=3), None,
        )  # fmt: skip

    def test_exclusion_is_no_conclusion(self, scene: Scene) -> None:
        with pytest.raises(ValueError, match="exclude"):
            actions.conclude(scene.accepted(), outcome=Outcome.EXCLUDED, by=scene.phuc, at=scene.at)
