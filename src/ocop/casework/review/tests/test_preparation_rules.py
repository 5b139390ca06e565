"""Working rules about the preparation: blind or not, from how many points the laboratory; in the minutes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.rules.blind import sensory_codes
from ocop.casework.review.selectors.blind import blind_codes
from ocop.casework.review.tests.cast import Room, best, refused
from ocop.casework.samples.models import Demand
from ocop.kernel.law import load_regulations


def _page(client, room, item, code):
    client.force_login(room.hoa)
    return client.get(reverse("review:criterion", args=[item.key, code])).content.decode()


@pytest.mark.parametrize("is_blind", [True, False])
def test_a_sensory_criterion_is_judged_by_the_sample_number(cast, at, client, is_blind):
    room = Room(cast, at, sensory_blind=is_blind)
    item = room.item(room.scoring())
    sensory = sorted(sensory_codes(set_of(item.dossier)))
    names = ("Dứa sấy dẻo", item.dossier.product.producer.name)
    page = _page(client, room, item, sensory[0])
    assert [name in page for name in names] == [not is_blind, not is_blind]
    assert "Mẫu 01" in page
    other = next(code for code in best(item.dossier) if code not in sensory)
    assert names[0] in _page(client, room, item, other)
    assert blind_codes(item) == (frozenset(sensory) if is_blind else frozenset())


@pytest.mark.parametrize("is_blind", [True, False])
def test_where_tasting_is_blind_no_page_of_a_member_puts_the_number_beside_the_name(
    cast, at, client, is_blind
):
    room = Room(cast, at, sensory_blind=is_blind)
    meeting = room.scoring()
    item = room.item(meeting)
    AgendaItem.objects.filter(pk=item.pk).update(sample_no="739")
    open_one = next(code for code in best(item.dossier) if code not in sensory_codes(set_of(item.dossier)))
    addresses = [reverse(f"review:{name}", args=[meeting.key]) for name in ("meeting", "declare")]
    pages = [_page(client, room, item, open_one), *(client.get(one).content.decode() for one in addresses)]
    rows = client.get(reverse("room:contents", args=[meeting.key])).json()["products"]
    assert ["739" in page for page in pages[:2]] == [not is_blind, not is_blind]
    assert "739" not in pages[2] or not is_blind
    assert [row["no"] for row in rows] == ["1" if is_blind else "739"]


def test_what_stands_beside_a_criterion_is_not_asked_for_where_it_is_judged_blind(cast, at, client):
    room = Room(cast, at, sensory_blind=True)
    item = room.item(room.scoring())
    sensory = sensory_codes(set_of(item.dossier))
    open_one = next(code for code in best(item.dossier) if code not in sensory)
    asked = {}
    for code in (min(sensory), open_one):
        with CaptureQueriesContext(connection) as statements:
            _page(client, room, item, code)
        asked[code] = sum("fieldwork_visit" in one["sql"] for one in statements)
    assert (asked[min(sensory)], asked[open_one] > 0) == (0, True)


def test_every_regulation_names_its_sensory_section_in_one_way():
    counts = {
        one.code: sum(bool(sensory_codes(found)) for found in one.sets.values() if found.has_rubric)
        for one in load_regulations().values()
    }
    assert min(counts.values()) >= 16


@pytest.mark.parametrize(("least", "wanted"), [(None, 0), (60, 1), (61, 0)])
def test_from_so_many_points_to_the_laboratory(cast, at, least, wanted):
    room = Room(cast, at, laboratory_points=least)
    room.seal_totals(room.item(room.scoring()), 60, 60, 60, 60)
    assert Demand.objects.count() == wanted


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({}, ("theo mặc định vì quy chế không quy định khác", "theo mặc định", "theo mặc định")),
        (
            {"sensory_blind": True, "laboratory_points": 90},
            ("phiếu không ghi tên sản phẩm và chủ thể", "theo mặc định", "sản phẩm từ 90 điểm"),
        ),
    ],
)
def test_the_minutes_print_them(cast, at, rules, said):
    room = Room(cast, at, **rules)
    room.seal_totals(room.item(room.scoring()), 60, 60, 60, 60)
    meeting = Meeting.objects.get()
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", closing_note="", by=room.thu, at=at)
    lines = Meeting.objects.get().minutes_content["rules"]
    assert [line.endswith(end) for line, end in zip(lines[7:10], said, strict=True)] == [True] * 3


@pytest.mark.parametrize(("opinion", "code"), [("", "advice_missing"), ("Đủ điều kiện", "")])
def test_nothing_is_scored_before_the_team_has_said_something(cast, at, opinion, code):
    room = Room(cast, at, advisory_needed=True)
    item = room.item(room.opened())
    item.advisory_opinion = opinion
    item.save(update_fields=["advisory_opinion"])
    if code:
        assert refused(acts.open_item, item, by=room.thu, at=at) == code
    else:
        assert acts.open_item(item, by=room.thu, at=at).state == "scoring"
