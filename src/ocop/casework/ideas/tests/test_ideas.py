"""An idea from the first word to the dossier:
it happens, it is refused for each reason, it is recorded, it is told.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from ocop.casework.dossiers.tests.cast import LAW, SET, Scene, leaf_of
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.rules.levels import deciding_level
from ocop.casework.ideas.selectors import ideas_approved, ideas_in_pipeline
from ocop.casework.ideas.states import IDEA_STATES, WORKFLOW, IdeaState
from ocop.casework.ideas.tests.cast import REASON, approved, in_state, register, sent
from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place as place_of
from ocop.foundation.ui.refusals import Refused
from ocop.kernel.law.applicable import NoLawError

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
IN_2022 = datetime(2022, 5, 4, 9, 0, tzinfo=VIETNAM)


def told(idea: Idea) -> list[tuple[str, str]]:
    found = Message.objects.filter(kind__startswith="ideas.").order_by("pk")
    assert {one.url for one in found} <= {idea.get_absolute_url()}
    return [(one.person.username, one.kind.removeprefix("ideas.")) for one in found]


def recorded(row: Model) -> list[str]:
    return list(
        Entry.objects.filter(object_id=str(row.pk), object_type="ideas.idea")
        .order_by("sequence")
        .values_list("action", flat=True)
    )


# which level decides


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (date(2019, 8, 21), "district"),
        (date(2022, 5, 4), "district"),
        (date(2023, 2, 24), "district"),
        (date(2025, 6, 30), "district"),
        (date(2025, 7, 1), "commune"),
        (date(2026, 5, 21), "commune"),
        (date(2026, 5, 22), "commune"),
        (date(2026, 11, 23), "commune"),
    ],
)
def test_the_law_of_the_day_names_the_level_that_decides(day: date, level: str) -> None:
    assert deciding_level(day) == Level(level)


def test_without_a_law_nobody_decides() -> None:
    with pytest.raises(NoLawError):
        deciding_level(date(2019, 8, 20))


# states and moves

OPEN_MOVES = {
    "draft": {"submit", "withdraw"},
    "submitted": {"approve", "return", "refuse", "withdraw"},
    "returned": {"submit", "withdraw"},
    "approved": set(),
    "refused": set(),
    "withdrawn": set(),
}


def changes_for(scene: Scene, move: str) -> dict[str, Any]:
    decided = {"decided_at": scene.at, "decided_by": scene.minh, "decided_level": "commune"}
    return {
        "submit": {"submitted_at": scene.at},
        "approve": {**decided, "approved_at": scene.at},
        "refuse": {**decided, "reason": REASON},
        "return": {"reason": REASON},
    }.get(move, {})


@pytest.mark.parametrize(("state", "move"), [(s, m.name) for s in IdeaState for m in WORKFLOW.moves])
def test_each_move_from_each_state(scene: Scene, state: str, move: str) -> None:
    idea = in_state(scene, state)
    entries = Entry.objects.count()
    if move in OPEN_MOVES[state]:
        transition(idea, move, by=scene.lan, at=scene.at, reason=REASON, changes=changes_for(scene, move))
        assert Idea.objects.get(pk=idea.pk).state == WORKFLOW.move(move).target
        assert Entry.objects.count() == entries + 1
    else:
        with pytest.raises(Refused) as info:
            transition(idea, move, by=scene.lan, at=scene.at, reason=REASON)
        assert info.value.refusal.code == "conflict_state"
        assert Idea.objects.get(pk=idea.pk).state == state
        assert Entry.objects.count() == entries


def test_moves_against_somebody_need_a_reason() -> None:
    assert {move.name for move in WORKFLOW.moves if move.needs_reason} == {"return", "refuse"}
    assert set(IDEA_STATES) == set(IdeaState)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "submitted"},
        {"state": "approved"},
        {"state": "refused", "reason": "x"},
        {"state": "returned", "reason": ""},
        {"used_at": datetime(2026, 1, 1, tzinfo=VIETNAM)},
        {"decided_level": "commune", "decided_at": datetime(2026, 1, 1, tzinfo=VIETNAM)},
    ],
)
def test_the_database_keeps_who_when_and_state_together(scene: Scene, fields: dict[str, Any]) -> None:
    idea = register(scene)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=idea.pk).update(**fields)


# registering


def test_a_producer_registers_an_idea(scene: Scene) -> None:
    idea = register(scene, name="Mứt dứa")
    assert (idea.state, idea.producer, idea.proposer, idea.whose) == (
        "draft",
        scene.producer,
        scene.producer.name,
        scene.producer.name,
    )
    assert (idea.regulation_code, idea.set_number, idea.leaf) == (LAW, SET, leaf_of(SET)["leaf"])
    assert idea.search_text.startswith("mut dua htx dua ban lau")
    assert recorded(idea) == ["idea.register"]


def test_anybody_registers_an_idea_before_there_is_a_producer(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    assert (idea.producer, idea.proposer, idea.whose, idea.is_entered_for_other) == (
        None,
        "Đỗ Quang",
        "Đỗ Quang",
        False,
    )


def test_an_officer_registers_for_a_farmer(scene: Scene) -> None:
    idea = register(
        scene, by=scene.minh, is_for_other=True, proposer="Sùng A Páo", proposer_phone="0912345678"
    )
    assert (idea.is_entered_for_other, idea.proposer, idea.created_by) == (True, "Sùng A Páo", scene.minh)
    assert recorded(idea) == ["idea.register_for"]


def test_what_is_refused_when_registering(scene: Scene, at: datetime) -> None:
    old = Place.objects.filter(level="commune", valid_to__isnull=False).first()
    assert refused(lambda: register(scene, name="  ")) == "name_missing"
    assert refused(lambda: register(scene, by=scene.minh, is_for_other=True)) == "proposer_missing"
    assert refused(lambda: register(scene, by=scene.quang, is_for_other=True, proposer="A")) == "not_officer"
    assert refused(lambda: register(scene, by=scene.quang, producer=scene.producer)) == "not_entitled"
    assert refused(lambda: register(scene, place=old)) == "place_not_standing"
    assert refused(lambda: register(scene, place=scene.cast.province)) == "place_not_standing"
    scene.quang.is_active = False
    assert refused(lambda: register(scene, by=scene.quang)) == "sign_in"
    assert Idea.objects.count() == 0
    with pytest.raises(ValueError, match="state"):
        acts.register_idea(
            fields={"name": "x", "state": "approved", "place": scene.cast.commune}, by=scene.lan, at=at
        )


def test_an_unknown_kind_of_product_is_left_open(scene: Scene) -> None:
    idea = register(scene, leaf="X.9.z")
    assert (idea.leaf, idea.set_number, idea.regulation_code) == ("", None, "")


# writing and sending


def test_answers_are_kept_while_it_is_a_draft(scene: Scene) -> None:
    idea = register(scene)
    fields = {"market": "Chợ huyện", "name": "Mứt dứa dẻo"}
    acts.save_idea(idea, fields=fields, by=scene.lan, at=scene.at)
    assert (idea.market, idea.name) == ("Chợ huyện", "Mứt dứa dẻo")
    assert idea.search_text.startswith("mut dua deo")
    assert (
        refused(lambda: acts.save_idea(idea, fields={"name": ""}, by=scene.lan, at=scene.at))
        == "name_missing"
    )
    assert (
        refused(lambda: acts.save_idea(idea, fields={"market": "x"}, by=scene.quang, at=scene.at))
        == "not_owner"
    )
    province = {"place": scene.cast.province}
    assert (
        refused(lambda: acts.save_idea(idea, fields=province, by=scene.lan, at=scene.at))
        == "place_not_standing"
    )
    with pytest.raises(ValueError, match="used_at"):
        acts.save_idea(idea, fields={"used_at": None}, by=scene.lan, at=scene.at)


def test_an_officer_does_not_move_a_farmers_idea_out_of_the_own_ground(scene: Scene) -> None:
    other = (
        Place.objects.filter(level="commune", valid_to=None, parent=scene.cast.province)
        .exclude(pk=scene.cast.commune.pk)
        .first()
    )
    idea = register(scene, by=scene.minh, is_for_other=True, proposer="A Páo")
    assert (
        refused(lambda: acts.save_idea(idea, fields={"place": other}, by=scene.minh, at=scene.at))
        == "not_officer"
    )


def test_sending_tells_the_commune(scene: Scene) -> None:
    idea = sent(scene)
    assert (idea.state, idea.submitted_at) == ("submitted", scene.at)
    assert told(idea) == [("minh", "submitted")]
    assert recorded(idea) == ["idea.register", "idea.submit"]
    assert (
        refused(lambda: acts.save_idea(idea, fields={"market": "x"}, by=scene.lan, at=scene.at))
        == "conflict_state"
    )


def test_what_is_refused_when_sending(scene: Scene) -> None:
    idea = register(scene, material="")
    assert refused(lambda: acts.submit_idea(idea, by=scene.lan, at=scene.at)) == "idea_incomplete"
    assert refused(lambda: acts.submit_idea(register(scene), by=scene.quang, at=scene.at)) == "not_owner"
    assert (
        refused(lambda: acts.submit_idea(in_state(scene, "approved"), by=scene.lan, at=scene.at))
        == "conflict_state"
    )


def test_taking_back(scene: Scene) -> None:
    draft, idea = register(scene), sent(scene)
    acts.withdraw_idea(draft, by=scene.lan, at=scene.at)
    assert (draft.state, told(idea)) == ("withdrawn", [("minh", "submitted")])
    acts.withdraw_idea(idea, by=scene.lan, at=scene.at, reason="Đổi ý")
    assert told(idea)[-1] == ("minh", "withdrawn")
    assert refused(lambda: acts.withdraw_idea(idea, by=scene.lan, at=scene.at)) == "conflict_state"
    assert refused(lambda: acts.withdraw_idea(sent(scene), by=scene.minh, at=scene.at)) == "not_owner"


# deciding


def test_the_commune_approves(scene: Scene) -> None:
    idea = approved(scene)
    assert (idea.state, idea.approved_at, idea.decided_by, idea.decided_level) == (
        "approved",
        scene.at,
        scene.minh,
        "commune",
    )
    assert told(idea) == [("minh", "submitted"), ("lan", "approved")]
    assert Entry.objects.get(action="idea.approve").data == {"level": "commune"}


def test_returning_and_sending_again(scene: Scene) -> None:
    idea = sent(scene)
    acts.return_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    assert (idea.state, idea.reason, idea.decided_at, idea.decided_level) == ("returned", REASON, None, "")
    acts.save_idea(idea, fields={"material": "Dứa Queen ở thôn Na Lốc"}, by=scene.lan, at=scene.at)
    acts.submit_idea(idea, by=scene.lan, at=scene.at)
    assert (idea.state, idea.reason) == ("submitted", "")
    assert told(idea) == [("minh", "submitted"), ("lan", "returned"), ("minh", "submitted")]


def test_refusing_for_good(scene: Scene) -> None:
    idea = sent(scene)
    acts.refuse_idea(idea, reason=REASON, by=scene.minh, at=scene.at)
    assert (idea.state, idea.reason, idea.decided_at, idea.approved_at) == ("refused", REASON, scene.at, None)
    assert told(idea)[-1] == ("lan", "refused")


def test_the_producers_people_and_who_wrote_it_down_are_told_once_each(scene: Scene) -> None:
    idea = register(scene, by=scene.minh, is_for_other=True, producer=scene.producer, proposer="A Páo")
    acts.submit_idea(idea, by=scene.minh, at=scene.at)
    acts.approve_idea(idea, by=scene.minh, at=scene.at)
    assert told(idea) == [("minh", "submitted"), ("minh", "approved"), ("lan", "approved")]


@pytest.mark.parametrize("act", ["approve", "return", "refuse"])
def test_who_may_not_decide(scene: Scene, act: str) -> None:
    def decide(idea: Idea, by: Any, at: datetime = scene.at) -> Any:
        reason = {} if act == "approve" else {"reason": REASON}
        return getattr(acts, f"{act}_idea")(idea, by=by, at=at, **reason)

    idea = sent(scene)
    for person in (scene.lan, scene.phuc, scene.quang):  # the producer, the province, a stranger
        assert refused(lambda who=person: decide(idea, who)) == "not_decider"
    sen = scene.cast.person("sen", "Sen")
    elsewhere = (
        Place.objects.filter(level="commune", valid_to=None, parent=scene.cast.province)
        .exclude(pk=idea.place_id)
        .first()
    )
    scene.cast.appoint(sen, "commune_officer", place=elsewhere, level="commune")
    assert refused(lambda: decide(idea, sen)) == "not_decider"
    own = sent(scene, by=scene.minh)
    assert refused(lambda: decide(own, scene.minh)) == "own_idea"
    assert refused(lambda: decide(in_state(scene, "draft"), scene.minh)) == "conflict_state"
    assert refused(lambda: decide(in_state(scene, "approved"), scene.minh)) == "conflict_state"


@pytest.mark.parametrize("act", [acts.return_idea, acts.refuse_idea])
def test_no_decision_against_somebody_without_a_reason(scene: Scene, act: Any) -> None:
    idea = sent(scene)
    assert refused(lambda: act(idea, reason=" ", by=scene.minh, at=scene.at)) == "reason_missing"
    assert Idea.objects.get(pk=idea.pk).state == "submitted"


def test_in_2022_the_district_decided_and_the_commune_did_not(scene: Scene) -> None:
    commune = Place.objects.filter(
        level="commune", parent__level="district", parent__parent__code="10"
    ).first()
    offices = {
        level: Office.objects.create(level=level, place=unit, name=f"UBND {unit.name}")
        for level, unit in (("commune", commune), ("district", commune.parent))
    }
    people = {level: scene.cast.person(f"can.bo.{level}", level) for level in offices}
    for level, office in offices.items():
        Appointment.objects.create(
            person=people[level],
            office=office,
            role="commune_officer",
            starts_at=datetime(2020, 1, 1, tzinfo=VIETNAM),
        )
    fields = {"name": "Lạp sườn", "material": "Lợn bản", "place": commune, "proposer": "Hộ Vàng A"}
    idea = acts.register_idea(fields=fields, by=people["commune"], at=IN_2022, is_for_other=True)
    acts.submit_idea(idea, by=people["commune"], at=IN_2022)
    assert told(idea) == [("can.bo.district", "submitted")]
    assert refused(lambda: acts.approve_idea(idea, by=people["commune"], at=IN_2022)) == "not_decider"
    acts.approve_idea(idea, by=people["district"], at=IN_2022)
    assert (idea.decided_level, idea.decided_by) == ("district", people["district"])
    lao_cai_then, lao_cai_now = place_of("10", "province", IN_2022.date()), scene.cast.province
    for province in (lao_cai_then, lao_cai_now):
        assert list(ideas_approved(date(2022, 1, 1), date(2022, 12, 31), province)) == [idea]
    assert list(ideas_approved(date(2022, 5, 5), date(2022, 12, 31), lao_cai_then)) == []
    assert (
        list(ideas_approved(date(2022, 5, 4), date(2022, 5, 4), place_of("15", "province", IN_2022.date())))
        == []
    )


# producer


def test_the_producer_is_named_later_and_the_persons_name_stays(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.quang, at=scene.at))
        == "not_entitled"
    )
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.lan, at=scene.at))
        == "not_owner"
    )
    acts.name_producer(idea, producer=scene.producer, by=scene.minh, at=scene.at)
    named = Idea.objects.get(pk=idea.pk)
    assert (named.producer, named.proposer, named.whose) == (scene.producer, "Đỗ Quang", scene.producer.name)
    assert recorded(named) == ["idea.register", "idea.attach_producer"]
    again = lambda: acts.name_producer(named, producer=scene.producer, by=scene.minh, at=scene.at)
    assert refused(again) == "conflict_producer_known"


def test_an_idea_that_ended_gets_no_producer(scene: Scene) -> None:
    idea = register(scene, by=scene.quang)
    acts.withdraw_idea(idea, by=scene.quang, at=scene.at)
    assert (
        refused(lambda: acts.name_producer(idea, producer=scene.producer, by=scene.minh, at=scene.at))
        == "idea_ended"
    )


# who sees what


def test_drafts_are_seen_by_their_owners_and_sent_ideas_on_the_desks(scene: Scene) -> None:
    draft, waiting = register(scene), sent(scene, by=scene.quang)
    seen = {
        person.username: set(Idea.objects.visible_to(person, scene.at))
        for person in (scene.lan, scene.minh, scene.phuc, scene.quang, scene.cast.hoa)
    }
    assert seen == {"lan": {draft}, "minh": {waiting}, "phuc": {waiting}, "quang": {waiting}, "hoa": set()}


def test_the_pipeline_counts_what_still_leads_somewhere(scene: Scene) -> None:
    for state in IdeaState:
        in_state(scene, state.value)
    today = scene.at.date()
    assert ideas_in_pipeline(today, today, scene.cast.commune) == {
        "draft": 1,
        "submitted": 1,
        "returned": 1,
        "approved": 1,
    }
    assert ideas_in_pipeline(date(2026, 1, 1), date(2026, 11, 22), scene.cast.province) == {}
    assert [idea.state for idea in ideas_approved(today, today, scene.cast.province)] == ["approved"]


# the record


def test_the_history_asks_for_the_type_of_before_too(scene: Scene) -> None:
    idea = register(scene)
    Entry.objects.filter(object_type="ideas.idea").update(object_type="dossiers.idea")
    other = register(scene, "Trà dứa")
    acts.submit_idea(idea, by=scene.lan, at=scene.at)
    assert [(entry.object_type, entry.action) for entry in history(idea)] == [
        ("ideas.idea", "idea.submit"),
        ("dossiers.idea", "idea.register"),
    ]
    assert [entry.action for entry in history(other)] == ["idea.register"]
