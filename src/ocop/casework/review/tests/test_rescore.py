"""Chấm lại."""

from __future__ import annotations

from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.tests.cast import refused
from ocop.foundation.notifications.models import Message


def test_rescoring_keeps_the_old_sheets(room, at, later):
    item = room.seal_totals(room.item(room.scoring()), 60, 65, 66, 71)
    old = list(ScoreSheet.objects.order_by("pk").values())
    assert refused(acts.order_rescoring, item, reason="", by=room.thu, at=at) == "reason_missing"
    assert refused(acts.order_rescoring, item, reason="x", by=room.hoa, at=at) == "not_keeper"
    acts.order_rescoring(item, reason="Chênh 11 điểm", by=room.thu, at=at)
    item = AgendaItem.objects.get()
    assert (item.state, item.pass_no, item.total, item.result) == ("scoring", 2, None, {})
    assert list(ScoreSheet.objects.filter(pass_no=1).order_by("pk").values()) == old
    assert Message.objects.filter(kind="review.rescoring").count() == 4
    drafts = ScoreSheet.objects.filter(pass_no=2).order_by("seat")
    assert [sheet.choices for sheet in drafts] == [row["choices"] for row in old]
    # versions count on: what a page of the first pass sends late is compared with what it did not see
    assert [(sheet.version, sheet.changed) for sheet in drafts] == [
        (row["version"], row["changed"]) for row in old
    ]
    assert drafts[0].changed["choice 1.1"] == {"version": 1, "operations": [""]}
    again = room.seal_totals(item, 64, 65, 66, 69)
    assert (again.state, again.total_exact) == ("tallied", "66")
    assert list(ScoreSheet.objects.filter(pass_no=1).order_by("pk").values()) == old
