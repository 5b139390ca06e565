"""Ghi biểu quyết: who voted for what on a marked criterion, and what that settles."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from ocop.casework.dossiers.rules.answers import word
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Vote
from ocop.casework.review.rules import CastingVote, MinimumRule, ResolutionKind, VoteMajority
from ocop.casework.review.rules.votes import winner
from ocop.casework.review.selectors import tally_of
from ocop.casework.review.tests.cast import Room, best, refused
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry


@pytest.fixture
def room(cast, at):
    """The council settles the places of marked criteria itself."""
    return Room(cast, at, minimum=MinimumRule.AGREED)


@pytest.fixture
def split(room):
    """A product on whose first marked criterion two members of four differ; gives item, code and places."""
    item = room.item(room.scoring())
    code = _marked(item)
    high = best(item.dossier)
    low = {**high, code: None}
    for seat, choices in zip(room.judges, (high, high, low, low), strict=True):
        room.seal(item, seat.person, choices)
    return AgendaItem.objects.get(pk=item.pk), code, high[code], low[code]


@pytest.fixture
def _guarded(db):
    """The database's own guards, which the tests' database lives without."""
    guards.install(connection)
    yield
    guards.remove(connection)


def _marked(item):
    """A criterion of several options with a mark for stars."""
    return next(
        code
        for code, one in _criteria(item).items()
        if not one.is_boolean and not one.cases and any(o.min_for_stars for o in one.options)
    )


def _criteria(item):
    return set_of(item.dossier).criteria


def _words(item, code, *choices):
    return [word(_criteria(item)[code], choice) for choice in choices]


def test_more_than_half_settle_it(room, split, at):
    item, code, high, low = split
    up, down = _words(item, code, high, low)
    votes = dict(zip((seat.pk for seat in room.judges), (up, up, up, down), strict=True))
    vote = acts.record_vote(item, criterion=code, votes=votes, by=room.thu, at=at)
    assert (vote.outcome, vote.by_chair, [row["word"] for row in vote.votes]) == (
        up, False, [up, up, up, down],
    )  # fmt: skip
    entry = Entry.objects.get(action="agenda_item.vote")
    assert (entry.data["outcome"], entry.data["votes"]) == (up, {str(pk): w for pk, w in votes.items()})
    tally = tally_of(item)
    agreed = {one: best(item.dossier)[one] for one in tally.to_agree}
    known = {"kind": ResolutionKind.MINIMUM, "text": "Theo biểu quyết", "by": room.son, "at": at}
    other = {**agreed, code: low}
    assert refused(acts.record_resolution, item, agreed=other, **known) == "agreed_unlike_vote"
    acts.record_resolution(item, agreed=agreed, **known)
    assert AgendaItem.objects.get().state == "tallied"


def test_equal_votes_go_with_the_chair_by_default(room, split, at):
    item, code, high, low = split
    up, down = _words(item, code, high, low)
    votes = dict(zip((seat.pk for seat in room.judges), (down, up, up, down), strict=True))
    vote = acts.record_vote(item, criterion=code, votes=votes, by=room.son, at=at)
    assert (vote.outcome, vote.by_chair) == (down, True)


def test_refused(room, split, at):
    item, code, high, _low = split
    votes = dict.fromkeys((seat.pk for seat in room.judges), _words(item, code, high)[0])
    known = {"criterion": code, "votes": votes, "at": at}
    assert refused(acts.record_vote, item, by=room.hoa, **known) == "not_keeper"
    assert refused(acts.record_vote, item, by=room.thu, **{**known, "criterion": "9.9"}) == "nothing_to_vote"
    few = dict(list(votes.items())[1:])
    assert refused(acts.record_vote, item, by=room.thu, **{**known, "votes": few}) == "vote_missing"
    wrong = {**votes, room.chair.pk: "99"}
    assert refused(acts.record_vote, item, by=room.thu, **{**known, "votes": wrong}) == "vote_unknown"


@pytest.mark.usefixtures("_guarded")
def test_the_database_keeps_a_vote(room, split, at):
    item, code, high, _low = split
    votes = dict.fromkeys((seat.pk for seat in room.judges), _words(item, code, high)[0])
    acts.record_vote(item, criterion=code, votes=votes, by=room.thu, at=at)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Vote.objects.update(outcome="")


def test_the_page_and_the_minutes(room, split, at, client):
    item, code, high, low = split
    up, down = _words(item, code, high, low)
    client.force_login(room.thu)
    address = reverse("review:vote", args=[item.key])
    assert "“" in client.get(address, {"tieu-chi": code}).content.decode()
    given = {f"vote_{seat.pk}": one for seat, one in zip(room.judges, (up, up, "khong", down), strict=True)}
    answer = client.post(f"{address}?tieu-chi={code}", given)
    assert answer.status_code == 302
    vote = Vote.objects.get()
    assert (vote.outcome, [row["word"] for row in vote.votes]) == (up, [up, up, "", down])
    page = client.get(item.get_absolute_url()).content.decode()
    assert "Biểu quyết của hội đồng" in page
    assert "Chủ thể tự chấm" in page
    tally = tally_of(item)
    agreed = {one: best(item.dossier)[one] for one in tally.to_agree}
    acts.record_resolution(
        item, kind=ResolutionKind.MINIMUM, agreed=agreed, text="Theo biểu quyết", by=room.son, at=at
    )
    if not AgendaItem.objects.get().recommendation:
        acts.recommend(
            AgendaItem.objects.get(), option=tally_of(AgendaItem.objects.get()).options[0], reason="đủ",
            by=room.son, at=at,
        )  # fmt: skip
    meeting = item.meeting
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    meeting.refresh_from_db()
    lines = "\n".join(meeting.minutes_content["details"][0]["lines"])
    assert "Được thông qua" in lines
    assert "không biểu quyết" in lines
    assert "Trung vị" in lines
    assert any("theo mặc định" in line for line in meeting.minutes_content["rules"])


def test_splits_are_in_the_options_own_words(room, split):
    item, code, *_ = split
    record = item.result
    found = [one for one in record["splits"] if one["criterion"] == code]
    assert found
    assert sorted(len(side["seats"]) for side in found[0]["sides"]) == [2, 2]
    assert record["compared"][0]["by"] == "own"
    words = next(one for one in tally_of(item).splits if one.criterion.code == code).side_words
    known = {option.label.vi for option in _criteria(item)[code].options} | {"Chưa đạt mức nào"}
    assert {says for says, _count, _meets in words} <= known


@pytest.mark.parametrize(
    ("votes", "majority", "casting", "wanted"),
    [
        ("aab", "", "", ("a", False)),
        ("ab", "", "", ("a", True)),
        ("ba", "", "", ("b", True)),
        ("ab", "", "nobody", (None, False)),
        ("aa__", "", "", ("a", False)),
        ("aa__", "of_present", "", (None, False)),
        ("aab_", "of_present", "", (None, False)),
        ("aabb", "of_present", "", ("a", True)),
        ("aab", "two_thirds", "", ("a", False)),
        ("ab", "two_thirds", "", (None, False)),
        ("abc", "", "", (None, False)),
        ("_ab", "", "", (None, False)),
        ("__", "", "", (None, False)),
    ],
)
def test_what_votes_settle(votes, majority, casting, wanted):
    given = {seat: "" if one == "_" else one for seat, one in enumerate(votes)}
    assert winner(given, 0, VoteMajority(majority), CastingVote(casting)) == wanted
