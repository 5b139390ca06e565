"""Returning: with a reason for each thing, by the commune while it checks, by the province afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import clock_of
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message

ITEM = acts.ToMend("form_02_plan", "Phần IV", "Viết rõ sản lượng")


class TestByTheCommune:
    def test_goes_back_with_each_reason(self, scene: Scene) -> None:
        dossier = scene.received()
        note = acts.return_dossier(dossier, reason="Thiếu", items=[ITEM], by=scene.minh, at=scene.at)
        stored = Dossier.objects.get()
        assert (stored.state, stored.declared_true, note.level) == ("returned", False, "commune")
        assert [(i.target, i.label, i.reason, i.is_done) for i in note.items.all()] == [
            ("form_02_plan", "Phần IV", "Viết rõ sản lượng", False)
        ]

    def test_is_recorded_with_its_reason_and_told(self, scene: Scene) -> None:
        dossier = scene.received()
        acts.return_dossier(dossier, reason="Thiếu hợp đồng.", items=[ITEM], by=scene.minh, at=scene.at)
        entry = history(dossier)[0]
        assert (entry.action, entry.reason, entry.data) == (
            "dossier.return", "Thiếu hợp đồng.", {"level": "commune", "items": ["form_02_plan"]},
        )  # fmt: skip
        message = Message.objects.filter(kind="dossiers.returned").get()
        assert (message.person, message.body) == (
            scene.lan, "Lý do: Thiếu hợp đồng. Sửa từng mục được nêu rồi nộp lại.",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("reason", "items", "code"),
        [
            ("", [ITEM], "reason_missing"),
            ("Thiếu", [], "return_without_items"),
            ("Thiếu", [acts.ToMend("form_01", "Mẫu 01", " ")], "item_reason_missing"),
        ],
    )
    def test_needs_reasons(self, scene: Scene, reason: str, items: list[Any], code: str) -> None:
        dossier = scene.received()
        call = lambda: acts.return_dossier(dossier, reason=reason, items=items, by=scene.minh, at=scene.at)
        assert refused(call) == code
        assert Dossier.objects.get().state == "received"

    def test_is_refused_to_the_province_before_the_proposal(self, scene: Scene) -> None:
        dossier = scene.received()
        call = lambda: acts.return_dossier(dossier, reason="x", items=[ITEM], by=scene.phuc, at=scene.at)
        assert refused(call) == "not_commune_officer"

    def test_the_clock_runs_on_and_the_wait_is_counted(self, scene: Scene) -> None:
        dossier = scene.received()
        due = dossier.commune_due_on
        acts.return_dossier(dossier, reason="x", items=[ITEM], by=scene.minh, at=scene.at)
        back = scene.at + timedelta(days=3)  # Thursday; Tuesday was a day off
        note = Dossier.objects.get().returns.get()
        acts.mark_mended(note.items.get(), is_done=True, by=scene.lan, at=back)
        dossier = scene.submit(Dossier.objects.get(), at=back).dossier
        assert (dossier.commune_due_on, dossier.submitted_at) == (due, scene.at)
        clock = clock_of(dossier, back.date())
        assert clock is not None
        assert (clock.due_on, clock.days_left, clock.waited) == (due, 13, 2)

    def test_the_open_items_stand_against_handing_in_again(self, scene: Scene) -> None:
        dossier = scene.received()
        acts.return_dossier(dossier, reason="x", items=[ITEM], by=scene.minh, at=scene.at)
        with pytest.raises(acts.Incomplete) as info:
            scene.submit(Dossier.objects.get())
        assert [(gap.code.value, gap.target) for gap in info.value.gaps] == [("return_item_open", "Phần IV")]

    def test_only_the_producer_ticks_items_off(self, scene: Scene) -> None:
        dossier = scene.received()
        note = acts.return_dossier(dossier, reason="x", items=[ITEM], by=scene.minh, at=scene.at)
        item = note.items.get()
        assert (
            refused(lambda: acts.mark_mended(item, is_done=True, by=scene.minh, at=scene.at))
            == "not_entitled"
        )

    def test_the_next_check_begins_with_the_last_one(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier)
        note = acts.return_dossier(dossier, reason="x", items=[ITEM], by=scene.minh, at=scene.at)
        acts.mark_mended(note.items.get(), is_done=True, by=scene.lan, at=scene.at)
        dossier = scene.submit(Dossier.objects.get()).dossier
        dossier = acts.receive_dossier(dossier, by=scene.minh, at=scene.at)
        check = acts.save_intake_check(dossier, fields={"labour": "Chín"}, by=scene.minh, at=scene.at)
        assert (check.materials, check.labour, check.report_no) == ("Dứa trồng tại xã.", "Chín", "")
        assert dossier.registration_no == "1/PĐK-15-02788-2026"


class TestByTheProvince:
    def test_starts_the_commune_anew(self, scene: Scene) -> None:
        """After a return by the province the commune checks again and has its fifteen days again."""
        dossier = scene.proposed()
        acts.return_dossier(dossier, reason="Bổ sung kiểm nghiệm", items=[], by=scene.phuc, at=scene.at)
        stored = Dossier.objects.get()
        assert (stored.state, stored.proposed_at, stored.commune_due_on) == ("returned", None, None)
        assert clock_of(stored, scene.at.date()) is None
        back = scene.at + timedelta(days=7)
        again = scene.submit(stored, at=back).dossier
        assert again.commune_due_on is None
        received = acts.receive_dossier(again, by=scene.minh, at=back)
        assert received.commune_due_on == back.date() + timedelta(days=21)
        assert {m.person for m in Message.objects.filter(kind="dossiers.returned")} == {scene.lan, scene.minh}

    def test_needs_a_written_reason(self, scene: Scene) -> None:
        """R26-25: return for completion carries a written reason."""
        dossier = scene.proposed()
        call = lambda: acts.return_dossier(dossier, reason="", items=[], by=scene.phuc, at=scene.at)
        assert refused(call) == "reason_missing"

    def test_is_refused_to_the_commune(self, scene: Scene) -> None:
        dossier = scene.proposed()
        call = lambda: acts.return_dossier(dossier, reason="x", items=[], by=scene.minh, at=scene.at)
        assert refused(call) == "not_province_officer"
