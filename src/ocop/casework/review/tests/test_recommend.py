"""Chọn phương án, from 90 points."""

from __future__ import annotations

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Resolution
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.tests.cast import best, refused


def test_ninety_with_every_minimum_goes_to_the_ministry(room, at):
    item = room.all_seal(room.item(room.scoring()), best(room.scene.product.dossiers.get()))
    assert (item.stars, item.recommendation, item.recommended_stars) == (5, "propose_to_ministry", 5)
    assert refused(
        acts.recommend, item, recommendation=Recommendation.RECOGNISE, reason="x", by=room.son, at=at
    ) == "no_choice"  # fmt: skip


def _ninety_without(room):
    """Best but for one criterion whose 5-star minimum is missed."""
    meeting = room.scoring()
    item = room.item(meeting)
    criteria = set_of(item.dossier).criteria
    code = next(c.code for c in criteria.values() if any(o.min_for_stars == 5 for o in c.options))
    place = next(o.place for o in criteria[code].options if o.min_for_stars == 5) - 1
    return meeting, room.all_seal(item, {**best(item.dossier), code: place})


def test_ninety_with_a_missing_minimum_is_the_chairs_choice(room, at):
    meeting, item = _ninety_without(room)
    assert (item.state, item.stars, item.recommendation) == ("tallied", 4, "")
    code = refused(acts.close_meeting, meeting, minutes_no="1-MH/BB", by=room.thu, at=at)
    assert code == "recommendation_missing"
    known = {"recommendation": Recommendation.RECOGNISE, "at": at}
    assert refused(acts.recommend, item, reason="x", by=room.thu, **known) == "not_chair"
    assert refused(acts.recommend, item, reason=" ", by=room.son, **known) == "reason_missing"
    assert refused(
        acts.recommend, item, recommendation=Recommendation.NONE, reason="x", by=room.son, at=at
    ) == "no_choice"  # fmt: skip
    acts.recommend(item, reason="Chưa đủ yêu cầu 5 sao.", by=room.son, **known)
    found = AgendaItem.objects.get()
    assert (found.recommendation, found.recommended_stars, found.recommendation_reason) == (
        "recognise", 4, "Chưa đủ yêu cầu 5 sao.",
    )  # fmt: skip
    acts.recommend(
        item, recommendation=Recommendation.PROPOSE, reason="Đủ tiềm năng 5 sao.", by=room.son, at=at
    )
    assert AgendaItem.objects.get().recommended_stars == 5
    assert Resolution.objects.filter(kind="stars").count() == 2
