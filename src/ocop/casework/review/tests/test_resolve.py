"""Ghi ý kiến thống nhất."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Resolution
from ocop.casework.review.rules import MinimumRule, ResolutionKind
from ocop.casework.review.selectors import tally_of
from ocop.casework.review.tests.cast import Room, best, refused


def test_the_chair_may_let_the_spread_stand(room, at):
    item = room.seal_totals(room.item(room.scoring()), 60, 65, 66, 71)
    known = {"kind": ResolutionKind.SPREAD, "at": at}
    assert refused(acts.record_resolution, item, text="x", by=room.thu, **known) == "not_chair"
    assert refused(acts.record_resolution, item, text="x", by=room.hoa, **known) == "not_chair"
    assert refused(acts.record_resolution, item, text=" ", by=room.son, **known) == "reason_missing"
    assert refused(
        acts.record_resolution, item, text="x", by=room.son, at=at, kind=ResolutionKind.MINIMUM
    ) == "nothing_to_settle"  # fmt: skip
    acts.record_resolution(item, text="Khác nhau về cảm quan, giữ kết quả.", by=room.son, **known)
    assert (AgendaItem.objects.get().state, Resolution.objects.get().text) == (
        "tallied", "Khác nhau về cảm quan, giữ kết quả.",
    )  # fmt: skip


def test_agreed_places(cast, at):
    room = Room(cast, at, minimum=MinimumRule.AGREED)
    item = room.item(room.scoring())
    item = room.all_seal(item, best(item.dossier))
    assert item.state == "disputed"
    tally = tally_of(item)
    assert (tally.open_points, tally.result.total) == (["minimum"], 98)
    known = {"kind": ResolutionKind.MINIMUM, "text": "Đã thống nhất", "by": room.son, "at": at}
    agreed = {code: best(item.dossier)[code] for code in tally.to_agree}
    some = dict(list(agreed.items())[1:])
    assert refused(acts.record_resolution, item, agreed=some, **known) == "agreed_missing"
    wrong = {**agreed, next(iter(agreed)): 99}
    assert refused(acts.record_resolution, item, agreed=wrong, **known) == "agreed_missing"
    acts.record_resolution(item, agreed=agreed, **known)
    found = AgendaItem.objects.get()
    assert (found.state, found.stars, found.agreed) == ("tallied", 5, agreed)
