"""What a choice, a seal and a closing ask of the database: nothing about a person twice, or before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ocop.casework.review.acts import close_meeting
from ocop.casework.review.tests.cast import worth
from ocop.foundation.printing.tests.printed import make_papers

ABOUT_PEOPLE = {
    "accounts_appointment",
    "producers_representation",
    "review_attendance",
    "review_declaration",
    "review_seat",
}


@pytest.fixture
def meeting(room, monkeypatch, at):
    """Two products that everybody may score, at the moment of the tests."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    return room.scoring("Dứa sấy dẻo", "Mận sấy")


@contextmanager
def asked(total: int) -> Iterator[CaptureQueriesContext]:
    """So many statements; none about people twice with the same parameters, none before the act has begun."""
    with CaptureQueriesContext(connection) as captured:
        yield captured
    statements = [one["sql"] for one in captured.captured_queries]
    begun = next(place for place, sql in enumerate(statements) if sql.startswith("SAVEPOINT"))
    about = [sql for sql in statements if ABOUT_PEOPLE & set(_tables(sql))]
    assert [sql for sql, times in Counter(about).items() if times > 1] == []
    assert [sql for sql in statements[:begun] if _tables(sql)[0] in ABOUT_PEOPLE] == []
    assert len(statements) == total, "\n".join(statements)


def _tables(sql: str) -> list[str]:
    """The one that the statement is about first."""
    return list(re.findall(r'(?:FROM|JOIN|INTO|UPDATE) "(\w+)"', sql))


def test_a_choice(client, room, meeting):
    """The most frequent write there is; the first one makes the sheet. Two of the eight begin and end."""
    item = room.item(meeting)
    client.force_login(room.hoa)
    for code, total in (("1.1", 8), ("1.2", 8)):
        sent = {"choice": "1", "keep-base": 1, "keep-operation": f"device-a-{code[-1]}"}
        url = reverse("review:criterion", args=[item.key, code])
        with asked(total):
            answer = client.post(url, sent, headers={"X-Requested-With": "keep"})
        assert (answer.status_code, answer.json()["value"]) == (200, ["1"])


@pytest.mark.parametrize(("comment", "total"), [({}, 20), ({"general_comment": "Ngon"}, 28)])
def test_a_seal(client, room, meeting, comment, total):
    item = room.item(meeting)
    room.fill(item, room.hoa, worth(item.dossier, 60))
    client.force_login(room.hoa)
    with asked(total):
        answer = client.post(reverse("review:seal", args=[item.key]), {"version": 1, **comment})
    assert answer.url == reverse("review:sheet", args=[item.key])


def test_the_last_seal_with_its_tally(client, room, meeting):
    item = room.item(meeting)
    room.all_seal(item, worth(item.dossier, 60), but=[room.chair])
    room.fill(item, room.son, worth(item.dossier, 60))
    client.force_login(room.son)
    with asked(27):  # one for the sheets of the advisory team
        client.post(reverse("review:seal", args=[item.key]), {"version": 1})
    assert room.item(meeting).state == "tallied"


def test_closing(client, room, meeting):
    """Two products; each costs what its move and its dossier's cost. One asks for the tests of
    all, one for what the advisory team said.
    """
    for place in (1, 2):
        item = room.item(meeting, place)
        room.all_seal(item, worth(item.dossier, 60))
    client.force_login(room.thu)
    with asked(64):  # one for what was voted on
        answer = client.post(reverse("review:close", args=[meeting.key]), {"minutes_no": "05-MH/BB-HĐ"})
    assert answer.url == meeting.get_absolute_url()


def test_a_criterion_opened(client, room, meeting, django_assert_num_queries):
    item = room.item(meeting)
    client.force_login(room.hoa)
    with django_assert_num_queries(14):  # one each for visit, tests, advisory report
        assert client.get(reverse("review:criterion", args=[item.key, "1.1"])).status_code == 200


@pytest.mark.parametrize(("who", "total"), [("hoa", 12), ("son", 12), ("thu", 10), ("phuc", 9), ("giam", 9)])
@pytest.mark.parametrize("names", [["Dứa"], ["Dứa", "Mận", "Chè", "Gạo", "Quế"]])
def test_a_closed_meeting(client, room, at, monkeypatch, names, who, total):
    """As many statements however many products: a member, the chair, the secretary, an officer, a leader."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    room.giam = room.scene.cast.person("giam", "Lò Giám")
    room.scene.cast.appoint(room.giam, "leader")
    meeting = room.scoring(*names)
    for place in range(1, len(names) + 1):
        item = room.item(meeting, place)
        room.all_seal(item, worth(item.dossier, 60))
    close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    make_papers(at)
    client.force_login(getattr(room, who))
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(meeting.get_absolute_url())
    assert (answer.status_code, len(answer.context["outcomes"])) == (200, len(names))
    assert [row.is_kept for row in answer.context["outcomes"]] == [False] * len(names)
    assert len(captured) == total
