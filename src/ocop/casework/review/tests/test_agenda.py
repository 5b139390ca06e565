"""Đưa sản phẩm vào, đưa ra, đổi thứ tự."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.tests.cast import refused
from ocop.registers.programme.actions import settle_boundary
from ocop.registers.programme.rules import RoundName


def test_the_agenda_takes_accepted_dossiers_only(room, at):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    assert list(meeting.items.values_list("position", "sample_no")) == [(1, "01"), (2, "02")]
    assert set(Dossier.objects.values_list("state", flat=True)) == {"scheduled"}
    assert refused(room.put, meeting, [Dossier.objects.first()]) == "conflict_state"
    assert AgendaItem.objects.count() == 2


def test_a_proposal_of_a_limit_day_waits_for_a_decision(room, at):
    dossier = room.accepted()
    limit = date(at.year, 10, 30)
    dossier.intake_checks.update(proposed_on=limit)
    meeting = acts.plan_meeting(room.council, title="Phiên họp", starts_at=at, by=room.thu, at=at)
    assert refused(room.put, meeting, [dossier]) == "round_undecided"
    settle_boundary(
        room.council.programme,
        proposed_on=limit,
        to=RoundName(at.year, 2),
        reference="12-MH/SNN",
        by=room.scene.phuc,
        at=at,
    )
    assert len(room.put(meeting, [dossier])) == 1


def test_taking_off_the_agenda(room, at):
    meeting = room.planned()
    item = room.item(meeting)
    assert refused(acts.remove_from_agenda, item, reason="", by=room.thu, at=at) == "reason_missing"
    acts.remove_from_agenda(item, reason="Thiếu mẫu", by=room.thu, at=at)
    assert Dossier.objects.get().state == "accepted"
    assert refused(room.put, meeting, [Dossier.objects.get()]) == "conflict_removed_before"


def test_a_product_with_a_sealed_sheet_stays_on_the_agenda(room, at):
    from ocop.casework.review.tests.cast import worth

    meeting = room.scoring()
    item = room.item(meeting)
    room.seal(item, room.hoa, worth(item.dossier, 60))
    assert refused(acts.remove_from_agenda, item, reason="x", by=room.thu, at=at) == "sheets_already_sealed"


def test_the_order(room, at):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    first, second = meeting.items.all()
    acts.order_agenda(meeting, [str(second.key), str(first.key)], by=room.thu, at=at)
    assert list(meeting.items.all()) == [second, first]
    assert refused(acts.order_agenda, meeting, [str(first.key)], by=room.thu, at=at) == "conflict_agenda"


@pytest.mark.parametrize("sent", ["9" * 40, str(2**63), "-1", "٣", "1e5", "chè"])
def test_a_dossier_that_is_not_offered_is_refused_beside_its_field(client, room, sent):
    client.force_login(room.thu)
    page = reverse("review:put_on_agenda", args=[room.planned().key])
    answer = client.post(page, {"dossiers": [sent], "report_no": "1-MH/BC", "report_on": "1/11/2026"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["dossiers"])
