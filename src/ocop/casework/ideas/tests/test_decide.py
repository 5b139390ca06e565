"""Approving, returning, refusing: three acts with one door."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.selectors import ideas_approved
from ocop.casework.ideas.tests.cast import REASON, approved, in_state, register, sent
from ocop.casework.ideas.tests.told import told
from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place as place_of

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
IN_2022 = datetime(2022, 5, 4, 9, 0, tzinfo=VIETNAM)


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
