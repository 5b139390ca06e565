"""The commune: receives, checks, returns, proposes; and never gives points."""

from __future__ import annotations

import inspect
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.models import Answer, Dossier, IntakeCheck
from ocop.casework.dossiers.selectors import clock_of, content
from ocop.casework.dossiers.tests.cast import TOURISM, Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.accounts.who import who_is
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.registers.programme.actions import set_up_programme

ITEM = acts.ToMend("form_02_plan", "Phần IV", "Viết rõ sản lượng")


class TestReceive:
    def test_gives_the_next_number_of_the_commune(self, scene: Scene) -> None:
        first = scene.received()
        second = scene.submit(
            scene.fill(scene.draft(scene.make_product("Mứt dứa", scene.producer, scene.lan)))
        ).dossier
        second = acts.receive_dossier(second, by=scene.minh, at=scene.at)
        assert [first.registration_no, second.registration_no] == [
            "1/PĐK-15-02788-2026",
            "2/PĐK-15-02788-2026",
        ]
        assert (first.state, first.received_at) == ("received", scene.at)

    def test_is_recorded_and_told(self, scene: Scene) -> None:
        dossier = scene.received()
        assert history(dossier)[0].action == "dossier.receive"
        assert Message.objects.filter(kind="dossiers.received").get().person == scene.lan

    @pytest.mark.parametrize(
        ("who", "code"), [("lan", "not_commune_officer"), ("phuc", "not_commune_officer")]
    )
    def test_is_refused_to_others(self, scene: Scene, who: str, code: str) -> None:
        dossier = scene.submitted()
        assert refused(lambda: acts.receive_dossier(dossier, by=getattr(scene, who), at=scene.at)) == code

    def test_is_refused_to_another_commune(self, scene: Scene) -> None:
        from ocop.foundation.places.selectors import communes_of

        other = communes_of("15", scene.at.date()).exclude(pk=scene.cast.commune.pk).first()
        scene.cast.appoint(scene.quang, "commune_officer", place=other, level="commune")
        dossier = scene.submitted()
        assert (
            refused(lambda: acts.receive_dossier(dossier, by=scene.quang, at=scene.at))
            == "not_commune_officer"
        )

    def test_is_refused_when_the_appointment_has_ended(self, scene: Scene) -> None:
        dossier = scene.submitted()
        scene.minh.appointments.update(ends_at=scene.at)
        assert (
            refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at))
            == "not_commune_officer"
        )

    def test_is_refused_for_a_producer_of_ones_own(self, scene: Scene) -> None:
        dossier = scene.submitted()
        scene.producer.representations.create(person=scene.minh, starts_at=scene.at)
        assert refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at)) == "own_dossier"

    def test_twice_is_refused(self, scene: Scene) -> None:
        dossier = scene.received()
        assert refused(lambda: acts.receive_dossier(dossier, by=scene.minh, at=scene.at)) == "conflict_state"


class TestCheck:
    def test_is_kept_for_the_submission(self, scene: Scene) -> None:
        dossier = scene.received()
        fields = {
            "components": {"form_01": {"finding": "ok", "note": " đủ "}, "x": {"finding": "ok"}},
            "labour": "Tám",
        }
        check = acts.save_intake_check(dossier, fields=fields, by=scene.minh, at=scene.at)
        assert check.components == {"form_01": {"finding": "ok", "note": "đủ"}}
        assert (check.labour, check.by, check.submission) == ("Tám", scene.minh, dossier.submissions.get())

    def test_saving_again_changes_the_same_check(self, scene: Scene) -> None:
        dossier = scene.received()
        for text in ("a", "b"):
            acts.save_intake_check(dossier, fields={"labour": text}, by=scene.minh, at=scene.at)
        assert IntakeCheck.objects.get().labour == "b"

    @pytest.mark.parametrize("who", ["lan", "phuc", "quang"])
    def test_is_refused_to_others(self, scene: Scene, who: str) -> None:
        dossier = scene.received()
        call = lambda: acts.save_intake_check(dossier, fields={}, by=getattr(scene, who), at=scene.at)
        assert refused(call) == "not_commune_officer"

    def test_is_refused_before_receiving(self, scene: Scene) -> None:
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
        script = {"HTTP_X_REQUESTED_WITH": "autosave"}
        assert client.post(url, {"autosave": "choice", "choice": "3"}, **script).status_code == 403
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


class TestReturn:
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


class TestPropose:
    def test_goes_to_the_province(self, scene: Scene) -> None:
        dossier = scene.proposed()
        assert (dossier.state, dossier.proposed_at) == ("proposed", scene.at)
        entry = history(dossier)[0]
        assert (entry.action, entry.data) == (
            "dossier.propose",
            {"report_no": "01-MH/BC-UBND", "proposal_no": "02-MH/UBND-KT", "proposed_on": "2026-11-23"},
        )
        assert {m.person for m in Message.objects.filter(kind="dossiers.to_accept")} == {scene.phuc}
        assert {m.person for m in Message.objects.filter(kind="dossiers.proposed")} == {scene.lan}

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"components": {}}, "components_unchecked"),
            ({"samples_count": 4}, "samples_short"),
            ({"samples_handed_by": " "}, "samples_short"),
            ({"samples_received_on": None}, "samples_short"),
            ({"materials": ""}, "headings_empty"),
            ({"labour": " "}, "headings_empty"),
            ({"idea_origin": ""}, "headings_empty"),
            ({"identity": ""}, "headings_empty"),
            ({"report_no": ""}, "paper_numbers_missing"),
            ({"proposal_no": " "}, "paper_numbers_missing"),
            ({"reported_on": None}, "paper_numbers_missing"),
            ({"proposed_on": None}, "paper_numbers_missing"),
        ],
    )
    def test_is_refused_while_something_is_missing(
        self, scene: Scene, fields: dict[str, Any], code: str
    ) -> None:
        dossier = scene.received()
        scene.check(dossier, **fields)
        assert refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at)) == code
        assert Dossier.objects.get().state == "received"

    def test_is_refused_with_a_defective_component(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier)
        components = dict(dossier.intake_checks.get().components)
        components["evidence"] = {"finding": "faulty", "note": "mờ"}
        acts.save_intake_check(dossier, fields={"components": components}, by=scene.minh, at=scene.at)
        assert (
            refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at))
            == "components_defective"
        )

    def test_is_refused_with_a_paper_of_tomorrow(self, scene: Scene) -> None:
        dossier = scene.received()
        scene.check(dossier, proposed_on=scene.at.date() + timedelta(days=1))
        assert (
            refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at))
            == "paper_from_the_future"
        )

    def test_tourism_needs_no_samples(self, scene: Scene) -> None:
        product = scene.make_product("Bản làng", scene.producer, scene.lan, set_number=TOURISM)
        dossier = acts.receive_dossier(
            scene.submit(scene.fill(scene.draft(product))).dossier, by=scene.minh, at=scene.at
        )
        scene.check(dossier)
        assert "samples" not in dossier.intake_checks.get().components
        assert acts.propose_dossier(dossier, by=scene.minh, at=scene.at).state == "proposed"

    def test_numbers_of_a_demonstration_carry_its_mark(self, scene: Scene) -> None:
        facts = {
            "province": scene.cast.province,
            "name": "OCOP",
            "agency_name": "VP",
            "authority_name": "UBND",
        }
        more = {"seat": "Lào Cai", "paper_mark": "-MH", "is_demonstration": True}
        set_up_programme(fields={**facts, **more}, by=scene.phuc, at=scene.at)
        dossier = scene.received()
        scene.check(dossier, report_no="01/BC-UBND")
        assert (
            refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at))
            == "demonstration_mark_missing"
        )
        scene.check(dossier)
        assert acts.propose_dossier(dossier, by=scene.minh, at=scene.at).state == "proposed"

    @pytest.mark.parametrize("who", ["lan", "phuc", "quang"])
    def test_is_refused_to_others(self, scene: Scene, who: str) -> None:
        dossier = scene.received()
        scene.check(dossier)
        assert (
            refused(lambda: acts.propose_dossier(dossier, by=getattr(scene, who), at=scene.at))
            == "not_commune_officer"
        )


def test_the_officers_cannot_read_the_text_in_the_making(scene: Scene) -> None:
    dossier = scene.draft()
    assert refused(lambda: content(dossier, person=scene.quang, at=scene.at)) != ""
