"""The live board of a meeting: how far each product and each member is. Never a score (T-05)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.casework.review.models import (
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    Ruling,
    ScoreSheet,
    Seat,
    WorkingRules,
)
from ocop.casework.review.rules import SCORING_FUNCTIONS
from ocop.casework.review.rules.places import places
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.casework.review.states import ItemState
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import partial


@dataclass(frozen=True)
class ItemRow:
    """One product: sheets sealed of those expected, criteria still open over all of them,
    and who has a conflict. Only while it is open may sheets be missing, or members.
    """

    item: AgendaItem
    sealed: int
    expected: int
    missing: int
    undeclared: int
    conflicted: tuple[Seat, ...]
    waiting_for: tuple[Seat, ...]
    quorum: Quorum | None

    @property
    def lacks_quorum(self) -> bool:
        """Whether conflicts and absences leave too few members for this product."""
        return self.quorum is not None and not self.quorum.is_met


@dataclass(frozen=True)
class MemberRow:
    """One member: present or not, products declared and sealed."""

    seat: Seat
    attendance: Attendance | None
    declared: int
    conflicts: int
    sealed: int
    expected: int


@dataclass(frozen=True)
class Board:
    """Everything that the secretary and the chair watch during a meeting."""

    meeting: Meeting
    items: list[ItemRow]
    members: list[MemberRow]
    quorum: Quorum | None

    @property
    def done(self) -> int:
        """Products with a result."""
        ended = {ItemState.TALLIED, ItemState.CLOSED, ItemState.EXCLUDED, ItemState.WITHDRAWN}
        return sum(row.item.state in ended for row in self.items)


def criteria_to_answer(item: AgendaItem) -> list[str]:
    """The criteria that a member must answer for this product;
    one that needs a story falls away without one.
    """
    dossier = item.dossier
    regulation = load_regulations()[dossier.regulation_code]
    result = partial(regulation, dossier.set_number, {}, {HAS_STORY: dossier.has_story, **item.known_facts})
    return list(result.missing)


def agenda(meeting: Meeting) -> list[AgendaItem]:
    """The products of a meeting in order, without those that were taken off."""
    return agendas([meeting])[meeting.pk]


def agendas(meetings: Iterable[Meeting]) -> dict[int, list[AgendaItem]]:
    """The same for several meetings, by their ids; one query."""
    known = {meeting.pk: meeting for meeting in meetings}
    found: dict[int, list[AgendaItem]] = {key: [] for key in known}
    items = AgendaItem.objects.filter(meeting__in=known).exclude(state=ItemState.REMOVED)
    names = ("dossier__product__producer", "dossier__commune__parent", "advisory_report")
    for item in items.select_related(*names):
        item.meeting = known[item.meeting_id]  # as it was given: whoever asks the item for it asks nothing
        found[item.meeting_id].append(item)
    return found


def with_removed(meeting: Meeting) -> list[AgendaItem]:
    """The products of a meeting in order, also those that were taken off while it was open."""
    items = meeting.items.select_related("dossier__product__producer", "dossier__commune__parent")
    return [item for item in items if item.state != ItemState.REMOVED or "removed" in item.result]


@dataclass(frozen=True)
class _Watch:
    """What the rows of a board are made from: all of a meeting's seats, words and sheets.
    Every member counts for the quorum of the meeting; `scoring` are those who give a sheet.
    """

    rules: WorkingRules | None
    members: list[Seat]
    scoring: list[Seat]
    place: dict[int, int]
    ruled: set[tuple[int, int, int]]
    attendance: dict[int, Attendance]
    declared: dict[int, dict[int, bool]]
    sheets: dict[tuple[int, int], dict[int, ScoreSheet]]

    @property
    def present(self) -> set[int]:
        """The scoring seats written down as taking part."""
        return {pk for pk, row in self.attendance.items() if row.is_present}

    def quorum(self, members: int, present: int) -> Quorum | None:
        """Enough or not, once the meeting has rules."""
        if self.rules is None:
            return None
        return quorum(members, present, self.rules.quorum_share, self.rules.quorum_least)


def _by_product(sheets: Iterable[ScoreSheet]) -> dict[tuple[int, int], dict[int, ScoreSheet]]:
    """By product and pass the last edition of each seat."""
    found: dict[tuple[int, int], dict[int, ScoreSheet]] = defaultdict(dict)
    for sheet in sheets:
        found[sheet.item_id, sheet.pass_no][sheet.seat_id] = sheet
    return found


def _ruled(items: list[AgendaItem]) -> set[tuple[int, int, int]]:
    """The sheets of the pass before that the chair lets count: product, seat, pass."""
    again = [item.pk for item in items if item.pass_no > 1]
    if not again:
        return set()
    return set(Ruling.objects.filter(item__in=again, counts=True).values_list("item", "seat", "pass_no"))


def _watch(meeting: Meeting, items: list[AgendaItem], at: datetime) -> _Watch:
    seats = list(Seat.objects.filter(council=meeting.council_id).select_related("person"))
    attendance = Attendance.objects.filter(meeting=meeting, seat__function__in=SCORING_FUNCTIONS)
    declared: dict[int, dict[int, bool]] = defaultdict(dict)
    words = Declaration.objects.filter(item__meeting=meeting).values_list("item", "seat", "has_conflict")
    for item_id, seat_id, conflict in words:
        declared[item_id][seat_id] = conflict
    sheets = ScoreSheet.objects.filter(item__meeting=meeting).order_by("edition", "pk")
    sheets = sheets.defer("content", "comments", "general_comment")
    held = [seat for seat in seats if seat.scores and seat.is_held(at)]
    return _Watch(
        meeting.rules,
        held,
        [seat for seat in held if meeting.lets_score(seat)],
        places({seat.pk: seat.replaces_id for seat in seats}),
        _ruled(items),
        {row.seat_id: row for row in attendance},
        declared,
        _by_product(sheets),
    )


def board(meeting: Meeting, at: datetime) -> Board:
    """The whole board in five queries, whatever the number of products and members."""
    items = agenda(meeting)
    watch = _watch(meeting, items, at)
    rows = [_item_row(item, watch) for item in items]
    members = [_member_row(seat, rows, watch) for seat in watch.members]
    held = {seat.pk: watch.place[seat.pk] for seat in watch.members}
    there = {place for seat, place in held.items() if seat in watch.present}
    return Board(meeting, rows, members, watch.quorum(len(set(held.values())), len(there)))


def _item_row(item: AgendaItem, watch: _Watch) -> ItemRow:
    declared = watch.declared[item.pk]
    conflicted = {seat for seat, conflict in declared.items() if conflict}
    now = watch.sheets[item.pk, item.pass_no]
    sealed = {seat for seat, sheet in now.items() if sheet.is_sealed and seat not in conflicted}
    sealed |= {seat for product, seat, n in watch.ruled if (product, n) == (item.pk, item.pass_no)}
    done = {watch.place[seat] for seat in sealed}
    is_open = item.state in {ItemState.WAITING, ItemState.SCORING}
    judges = [
        seat
        for seat in watch.scoring
        if is_open and seat.pk in watch.present - conflicted and watch.place[seat.pk] not in done
    ]
    free = {watch.place[seat.pk] for seat in watch.scoring if seat.pk not in conflicted}
    to_answer = set(criteria_to_answer(item)) if is_open else set()
    return ItemRow(
        item,
        sealed=len(done),
        expected=len(done) + len(judges),
        missing=sum(len(to_answer - (now[s.pk].choices.keys() if s.pk in now else set())) for s in judges),
        undeclared=sum(seat.pk not in declared for seat in judges),
        conflicted=tuple(seat for seat in watch.scoring if seat.pk in conflicted),
        waiting_for=tuple(judges),
        quorum=watch.quorum(len(free | done), len(done) + len(judges)) if is_open else None,
    )


def _member_row(seat: Seat, rows: list[ItemRow], watch: _Watch) -> MemberRow:
    count: Counter[str] = Counter()
    for row in rows:
        word = watch.declared[row.item.pk].get(seat.pk)
        count["declared"] += word is not None
        count["conflicts"] += word is True
        if word is not True and seat in watch.scoring:
            count["expected"] += 1
            sheet = watch.sheets[row.item.pk, row.item.pass_no].get(seat.pk)
            count["sealed"] += sheet is not None and sheet.is_sealed
    return MemberRow(
        seat,
        watch.attendance.get(seat.pk),
        count["declared"],
        count["conflicts"],
        count["sealed"],
        count["expected"],
    )
