"""A producer learns why: points, band, what was not reached in the words of the rubric, who decided alone."""

from __future__ import annotations

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.selectors import drawn_stars, why, why_of_dossier
from ocop.casework.review.tests.cast import best


def test_one_member_who_decides_alone_is_told_of_and_the_words_are_the_rubrics(room, at):
    meeting = room.scoring()
    item = room.item(meeting)
    full = best(item.dossier)
    criterion = next(
        one
        for one in set_of(item.dossier).criteria.values()
        if one.options and one.options[-1].min_for_stars == 5 and full[one.code] == one.options[-1].place
    )
    for seat in room.judges[:-1]:
        room.seal(item, seat.person, full)
    lower = criterion.options[-2].place
    room.seal(item, room.judges[-1].person, {**full, criterion.code: lower})
    tallied = AgendaItem.objects.get()
    assert (tallied.result["band"], tallied.stars) == (5, 4)
    assert tallied.result["decided_by_one"] == [{"seat": room.judges[-1].pk, "stars": 5}]
    assert why(tallied) is None  # nothing is told before the closing
    acts.recommend(
        tallied, recommendation=Recommendation.RECOGNISE, reason="Chưa đủ yêu cầu 5 sao.", by=room.son, at=at
    )
    closed = acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=at)
    told = why(AgendaItem.objects.get())
    assert told is not None
    needs, has = criterion.options[-1].label.vi, criterion.options[-2].label.vi
    assert told.unmet == [
        f"5 sao, tiêu chí {criterion.code}. {criterion.label.vi} – cần: {needs}; hội đồng chấm: {has}; "
        "tính theo điểm trung bình."
    ]
    assert told.band == "khung 5 sao (từ 90 điểm)"
    assert f"{criterion.code}. {criterion.label.vi}" in told.onward[0]
    assert told.doubts == [
        "Một thành viên quyết định hạng này: không tính phiếu của người đó thì sản phẩm đạt 5 sao."
    ]
    assert told.doubts[0] in closed.minutes_content["details"][0]["lines"]
    assert why_of_dossier(item.dossier) is None  # told by the decision or the notice, not by the minutes


def test_five_stars_are_never_drawn_before_the_ministry_decides():
    assert [drawn_stars(stars) for stars in (None, 0, 1, 3, 4, 5)] == [0, 0, 1, 3, 4, 0]


def test_a_sheet_among_equals_decides_nothing(room):
    item = room.item(room.scoring())
    assert room.seal_totals(item, 60, 61, 62, 64).result["decided_by_one"] == []


def test_the_page_of_the_council_says_what_the_mean_lets_one_member_do(room, client):
    client.force_login(room.son)
    page = client.get(room.council.get_absolute_url()).content.decode()
    assert "quyền phủ quyết" in page
    assert "trung bình 2,86" in page
