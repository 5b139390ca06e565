"""The council: planned, opened, scored, sealed, added up, closed."""

from __future__ import annotations

from datetime import date
from functools import partial
from types import SimpleNamespace

import pytest

from ocop.casework.dossiers.acts import exclude_dossier
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting, Resolution, ScoreSheet, Seat
from ocop.casework.review.rules import Function, ResolutionKind
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.states import ItemState
from ocop.casework.review.tests.cast import Room, worth
from ocop.foundation.audit.selectors import history
from tests.at_once import DONE, WAYS, at_once, codes, overtaken
from tests.races.conftest import AT


def build(cast):
    """A meeting with two open sheets, Bảo's and Chi's; two to be closed; one in dispute; one planned.

    Thu and Vân keep the council's papers; two dossiers wait.
    """
    room = Room(cast, AT)
    van = cast.person("van", "Hà Vân")
    cast.appoint(van, "secretary")
    acts.seat_member(room.council, van, function=Function.SECRETARY, by=room.phuc, at=AT)
    planned = room.planned("Mứt dứa", title="Phiên 3")
    room.attend(planned)
    scoring = room.scoring("Nước dứa", title="Phiên 1")
    item = room.item(scoring)
    sheet = worth(item.dossier, 60)
    for seat in room.judges[:-2]:
        room.seal(item, seat.person, sheet)
    for seat in room.judges[-2:]:
        room.fill(item, seat.person, sheet)
    ready = [room.scoring(name, title=f"Phiên {name}") for name in ("Bánh dứa", "Trà dứa")]
    for meeting in ready:
        room.all_seal(room.item(meeting), worth(room.item(meeting).dossier, 60))
    disputed = room.scoring("Kẹo dứa", title="Phiên 4")
    for seat, points in zip(room.judges, (40, 60, 60, 60), strict=True):
        room.seal(room.item(disputed), seat.person, worth(room.item(disputed).dossier, points))
    return SimpleNamespace(
        room=room, thu=room.thu, van=van, chi=room.chi, son=room.son, phuc=room.phuc, council=room.council,
        bao=room.bao, accepted=[room.accepted(name) for name in ("Siro dứa", "Dấm dứa")], planned=planned,
        scoring=scoring, item=room.item(scoring), ready=ready, disputed=room.item(disputed),
    )  # fmt: skip


def of(act, row, by, **given):
    return partial(act, row, by=by, at=AT, **given)


def closed(w, by, number="01-MH/BB-HĐ"):
    return of(acts.close_meeting, w.ready[0], by, minutes_no=number)


# what two people do, what it is about, what the slower is told
ONCE = {
    "two open a meeting": lambda w: (
        of(acts.open_meeting, w.planned, w.thu), of(acts.open_meeting, w.planned, w.van), w.planned,
        "conflict_state",
    ),
    "opened and cancelled": lambda w: (
        of(acts.open_meeting, w.planned, w.thu),
        of(acts.cancel_meeting, w.planned, w.van, reason="Bão."),
        w.planned, "conflict_state",
    ),
    "two cancel a meeting": lambda w: (
        of(acts.cancel_meeting, w.planned, w.thu, reason="Bão."),
        of(acts.cancel_meeting, w.planned, w.van, reason="Bão."), w.planned, "conflict_state",
    ),
    "two take a product off": lambda w: (
        of(acts.remove_from_agenda, w.room.item(w.planned), w.thu, reason="Thiếu mẫu."),
        of(acts.remove_from_agenda, w.room.item(w.planned), w.van, reason="Thiếu mẫu."),
        w.room.item(w.planned), "conflict_state",
    ),
    "two close a meeting": lambda w: (
        closed(w, w.thu), closed(w, w.van, "02-MH/BB-HĐ"), w.ready[0], "meeting_closed",
    ),
    "two seal as one": lambda w: (
        of(acts.seal_sheet, w.item, w.chi), of(acts.seal_sheet, w.item, w.chi),
        ScoreSheet.objects.get(item=w.item, seat__person=w.chi), "conflict_sheet_sealed",
    ),
    "two order a rescoring": lambda w: (
        of(acts.order_rescoring, w.disputed, w.thu, reason="Lệch nhiều."),
        of(acts.order_rescoring, w.disputed, w.son, reason="Lệch nhiều."), w.disputed, "conflict_state",
    ),
    "two exclude a product": lambda w: (
        of(acts.exclude_item, w.item, w.son, fact="dossier_forged", reason="Giấy giả."),
        of(acts.exclude_item, w.item, w.son, fact="dossier_forged", reason="Giấy giả."), w.item,
        "conflict_state",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ONCE)
def test_one_of_two_is_done(world, name, way):
    one, other, row, told = ONCE[name](world)
    before = history(row).count()
    assert codes(way(one, other)) == sorted([told, DONE])
    assert history(row).count() == before + 1


@pytest.mark.parametrize("way", WAYS)
def test_a_dossier_is_on_one_agenda(world, way):
    """Two secretaries, two meetings, one dossier."""
    other = acts.plan_meeting(world.council, title="Phiên 5", starts_at=AT, by=world.van, at=AT)
    report = world.room.paper("10-MH/BC-TTV")
    put = [
        partial(acts.put_on_agenda, meeting, world.accepted[:1], advisory_report=report, by=by, at=AT)
        for meeting, by in ((world.planned, world.thu), (other, world.van))
    ]
    assert codes(way(*put)) == ["conflict_state", DONE]
    assert AgendaItem.objects.filter(dossier=world.accepted[0]).count() == 1


def put(w, dossiers, meeting=None):
    report = w.room.paper("10-MH/BC-TTV")
    return of(acts.put_on_agenda, meeting or w.planned, w.thu, dossiers=dossiers, advisory_report=report)


def planned_too(w):
    return acts.plan_meeting(w.council, title="Phiên 5", starts_at=AT, by=w.van, at=AT)


def taken_out(w, dossier):
    given = {"ground": ExclusionGround.FORGED, "reason": "Giấy giả."}
    return of(exclude_dossier, dossier, w.phuc, **given)


# the council's acts go from dossier to dossier, each of which somebody else may have in hand
IN_HAND = {
    "two agendas in turn": lambda w: (
        put(w, w.accepted),
        put(w, w.accepted[::-1], planned_too(w)),
    ),
    "put and thrown out": lambda w: (put(w, w.accepted), taken_out(w, w.accepted[1])),
    "cancelled and thrown out": lambda w: (
        of(acts.cancel_meeting, w.planned, w.van, reason="Bão."),
        taken_out(w, w.room.item(w.planned).dossier),
    ),
    "taken off and thrown out": lambda w: (
        of(acts.remove_from_agenda, w.room.item(w.planned), w.thu, reason="Thiếu mẫu."),
        taken_out(w, w.room.item(w.planned).dossier),
    ),
    "closed and thrown out": lambda w: (closed(w, w.thu), taken_out(w, w.room.item(w.ready[0]).dossier)),
}  # fmt: skip


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", IN_HAND)
def test_nobody_waits_for_who_waits_for_them(world, name, way, turn):
    """One is done at least, the other is done or told why not: neither ends in an error of the database."""
    assert DONE in codes(way(*IN_HAND[name](world)[::turn]))


@pytest.mark.parametrize("way", WAYS)
def test_two_products_get_two_sample_numbers(world, way):
    report = world.room.paper("10-MH/BC-TTV")
    put = [
        partial(acts.put_on_agenda, world.planned, [dossier], advisory_report=report, by=by, at=AT)
        for dossier, by in zip(world.accepted, (world.thu, world.van), strict=True)
    ]
    assert codes(way(*put)) == [DONE, DONE]
    assert sorted(world.planned.items.values_list("sample_no", flat=True)) == ["01", "02", "03"]


def test_no_choice_lands_after_the_seal(world):
    """The choice passed every check when the sheet was open; the sheet is asked again once it is held."""
    code = criteria_to_answer(world.item)[0]
    choice = of(acts.save_choice, world.item, world.chi, criterion=code, choice=None)
    before = ScoreSheet.objects.get(item=world.item, seat__person=world.chi)
    outcomes = overtaken(choice, of(acts.seal_sheet, world.item, world.chi))
    assert [one.code for one in outcomes] == ["conflict_sheet_sealed", DONE]
    stored = ScoreSheet.objects.get(item=world.item, seat__person=world.chi)
    assert (stored.choices, stored.version) == (before.choices, before.version)


@pytest.mark.parametrize("way", WAYS)
def test_two_first_choices_of_a_member_make_one_sheet_with_both(world, way):
    """Both pages find no sheet; whoever comes second finds the other's and writes on it."""
    mine = ScoreSheet.objects.filter(item=world.item, seat__person=world.chi)
    mine.delete()
    two = criteria_to_answer(world.item)[:2]
    choices = [of(acts.save_choice, world.item, world.chi, criterion=code, choice=None) for code in two]
    assert codes(way(*choices)) == [DONE, DONE]
    sheet = mine.get()
    assert (sheet.choices, sheet.version) == (dict.fromkeys(two), 2)


def test_a_choice_that_comes_with_the_seal_is_in_it_or_refused(world):
    code = criteria_to_answer(world.item)[0]
    choice = of(acts.save_choice, world.item, world.chi, criterion=code, choice=None)
    saved, sealed = at_once(choice, of(acts.seal_sheet, world.item, world.chi))
    stored = ScoreSheet.objects.get(item=world.item, seat__person=world.chi)
    assert sealed.code == DONE
    assert (stored.content["choices"][code] is None) == (saved.code == DONE)


@pytest.mark.parametrize("way", WAYS)
def test_the_last_two_seals_add_up_once(world, way):
    """Each of the last two may find the other's sheet open; whoever comes second must not."""
    item = world.item
    outcomes = way(of(acts.seal_sheet, item, world.bao), of(acts.seal_sheet, item, world.chi))
    assert codes(outcomes) == [DONE, DONE]
    assert AgendaItem.objects.get(pk=item.pk).state == ItemState.TALLIED
    assert history(item).filter(action="agendaitem.tally").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_meeting_closes_with_every_sheet_or_not_at_all(world, way):
    """The last member seals while the secretary closes: the seal is in the minutes, or nothing is closed."""
    acts.seal_sheet(world.item, by=world.bao, at=AT)
    seal = of(acts.seal_sheet, world.item, world.chi)
    close = of(acts.close_meeting, world.scoring, world.thu, minutes_no="05-MH/BB-HĐ")
    sealed, done = way(seal, close)
    assert sealed.code == DONE
    item = AgendaItem.objects.get(pk=world.item.pk)
    if done.code == DONE:
        assert (item.state, item.total) == (ItemState.CLOSED, 60)
    else:
        assert (item.state, item.meeting.state) == (ItemState.TALLIED, "open")


@pytest.mark.parametrize("way", WAYS)
def test_two_minutes_do_not_bear_one_number(world, way):
    other = of(acts.close_meeting, world.ready[1], world.van, minutes_no="01-MH/BB-HĐ")
    outcomes = way(closed(world, world.thu), other)
    assert codes(outcomes)[0] == DONE
    assert codes(outcomes)[1] in {"number_taken", "paper_already_filed"}
    assert Meeting.objects.filter(minutes_no="01-MH/BB-HĐ").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_the_chair_settles_a_point_once(world, way):
    spread = {"kind": ResolutionKind.SPREAD, "text": "Giữ nguyên."}
    settle = of(acts.record_resolution, world.disputed, world.son, **spread)
    assert codes(way(settle, settle)) == ["conflict_state", DONE]
    assert Resolution.objects.filter(item=world.disputed).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_council_has_one_chair(world, way):
    Seat.objects.filter(pk=world.room.chair.pk).update(ends_at=AT)
    seat = [
        partial(acts.seat_member, world.council, person, function=Function.CHAIR, by=world.phuc, at=AT)
        for person in (world.room.scene.minh, world.room.scene.lan)
    ]
    outcomes = way(*seat)
    assert codes(outcomes) == ["conflict_chair", DONE]


@pytest.mark.parametrize("way", WAYS)
def test_a_person_sits_once(world, way):
    minh = world.room.scene.minh
    seat = partial(acts.seat_member, world.council, minh, function=Function.MEMBER, by=world.phuc, at=AT)
    assert codes(way(seat, seat)) == ["conflict_seat", DONE]


@pytest.mark.parametrize("way", WAYS)
def test_a_day_has_one_version_of_the_rules(world, way):
    rules = partial(
        acts.set_rules, world.council, issued_by=world.room.paper("03-MH/QĐ-UBND"),
        effective_on=date(2026, 12, 1), quorum_numerator=2, quorum_denominator=3, quorum_least=2,
        by=world.phuc, at=AT,
    )  # fmt: skip
    outcomes = way(rules, rules)
    assert codes(outcomes) == ["conflict_rules_day", DONE]
