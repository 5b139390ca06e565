"""Proposing: it goes to the province, and is refused for each thing that the check lacks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import TOURISM, Scene
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.registers.programme.acts import set_up_programme


def test_goes_to_the_province(scene: Scene) -> None:
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
def test_is_refused_while_something_is_missing(scene: Scene, fields: dict[str, Any], code: str) -> None:
    dossier = scene.received()
    scene.check(dossier, **fields)
    assert refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at)) == code
    assert Dossier.objects.get().state == "received"


def test_is_refused_with_a_defective_component(scene: Scene) -> None:
    dossier = scene.received()
    scene.check(dossier)
    components = dict(dossier.intake_checks.get().components)
    components["evidence"] = {"finding": "faulty", "note": "mờ"}
    acts.save_intake_check(dossier, fields={"components": components}, by=scene.minh, at=scene.at)
    assert (
        refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at)) == "components_defective"
    )


def test_is_refused_with_a_paper_of_tomorrow(scene: Scene) -> None:
    dossier = scene.received()
    scene.check(dossier, proposed_on=scene.at.date() + timedelta(days=1))
    assert (
        refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at)) == "paper_from_the_future"
    )


def test_tourism_needs_no_samples(scene: Scene) -> None:
    product = scene.make_product("Bản làng", scene.producer, scene.lan, set_number=TOURISM)
    dossier = acts.receive_dossier(
        scene.submit(scene.fill(scene.draft(product))).dossier, by=scene.minh, at=scene.at
    )
    scene.check(dossier)
    assert "samples" not in dossier.intake_checks.get().components
    assert acts.propose_dossier(dossier, by=scene.minh, at=scene.at).state == "proposed"


def test_numbers_of_a_demonstration_carry_its_mark(scene: Scene) -> None:
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
def test_is_refused_to_others(scene: Scene, who: str) -> None:
    dossier = scene.received()
    scene.check(dossier)
    assert (
        refused(lambda: acts.propose_dossier(dossier, by=getattr(scene, who), at=scene.at))
        == "not_commune_officer"
    )
