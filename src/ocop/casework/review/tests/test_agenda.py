"""Đưa sản phẩm vào, đưa ra, đổi thứ tự."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules.arranging import Numbers, Order, Place, in_order, numbers
from ocop.casework.review.tests.cast import refused
from ocop.foundation.audit.models import Entry
from ocop.registers.rounds.acts import settle_boundary
from ocop.registers.rounds.rules import RoundName


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


def test_one_set_together_and_what_is_evaluated_again_last():
    places = [
        Place("a", 7, "Y Tý", "Lan", True), Place("b", 3, "Bát Xát", "Mai", False),
        Place("c", 7, "Bát Xát", "Lan", False), Place("d", 3, "A Mú", "Lan", False),
    ]  # fmt: skip
    assert in_order(places, Order.BY_SET) == ["d", "b", "c", "a"]
    assert in_order(places, Order.BY_COMMUNE) == ["d", "c", "b", "a"]
    assert in_order(places, Order.AS_IT_IS) == ["a", "b", "c", "d"]


def test_drawn_numbers_follow_from_the_seed():
    keys = [str(n) for n in range(30)]
    first = numbers(keys, Numbers.DRAWN, "seed", ["02"])
    assert first == numbers(list(reversed(keys)), Numbers.DRAWN, "seed", ["02"])
    assert sorted(first.values()) == [f"{n:02}" for n in range(1, 32) if n != 2]
    assert first != numbers(keys, Numbers.DRAWN, "other", ["02"])
    assert numbers(keys, Numbers.AS_THEY_ARE, "seed") == {}


def test_the_agenda_by_a_rule(room, at, client):
    meeting = room.planned("Dứa sấy dẻo", "Mận sấy")
    told = {"order": "by_set", "numbering": "drawn", "by": room.thu, "at": at}
    acts.arrange_agenda(meeting, **told)
    keys = [str(item.key) for item in meeting.items.all()]
    drawn = {str(item.key): item.sample_no for item in meeting.items.all()}
    seed = Entry.objects.filter(action="meeting.arrange").get().data["seed"]
    assert drawn == numbers(keys, Numbers.DRAWN, seed)
    assert refused(acts.arrange_agenda, meeting, **{**told, "by": room.hoa}) == "not_council_office"
    client.force_login(room.thu)
    page = reverse("review:arrange", args=[meeting.key])
    assert client.post(page, {"order": "as_it_is", "numbering": "in_order"}).status_code == 302
    assert list(meeting.items.values_list("sample_no", flat=True)) == ["01", "02"]
    room.attend(meeting)
    acts.open_meeting(meeting, by=room.thu, at=at)
    assert refused(acts.arrange_agenda, meeting, **told) == "conflict_opened"
