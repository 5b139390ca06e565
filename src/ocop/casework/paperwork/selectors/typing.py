"""The paper sheets of a meeting: which were typed once, twice, scanned, sealed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from ocop.casework.paperwork.models import PaperSheet
from ocop.casework.paperwork.rules import Typed
from ocop.casework.review.models import AgendaItem, Attendance, Declaration, Meeting, ScoreSheet, Seat
from ocop.casework.review.states import ItemState, SheetState


@dataclass(frozen=True)
class TypedProduct:
    """One product that is being scored: each member who takes part, with how far the paper sheet is."""

    item: AgendaItem
    rows: list[tuple[PaperSheet, Typed]]

    @property
    def open(self) -> int:
        """Sheets that are not sealed yet."""
        return sum(how != Typed.SEALED for _paper, how in self.rows)


def how_far(paper: PaperSheet, entries: int) -> Typed:
    """How far the typing of a paper is."""
    if paper.is_settled:
        return Typed.SEALED
    if entries > 1:
        return Typed.TWICE if paper.scan_id is not None else Typed.UNSCANNED
    return Typed.ONCE if entries else Typed.NOT_YET


def typed_products(meeting: Meeting, seats: list[Seat], kept_from: frozenset[int]) -> list[TypedProduct]:
    """Every product that is being scored, without those that a conflict keeps from whoever asks. Members
    who are away or have a conflict are left out. Statements: five, whatever there is.
    """
    items = AgendaItem.objects.filter(meeting=meeting, state=ItemState.SCORING).exclude(pk__in=kept_from)
    items = items.select_related("dossier__product").order_by("position", "pk")
    there = set(Attendance.objects.filter(meeting=meeting, is_present=True).values_list("seat", flat=True))
    barred = set(
        Declaration.objects.filter(item__meeting=meeting, has_conflict=True).values_list("item", "seat")
    )
    sealed = set(
        ScoreSheet.objects.filter(item__meeting=meeting, state=SheetState.SEALED)
        .order_by()
        .values_list("item", "seat", "pass_no")
    )
    papers: dict[tuple[int, int, int], tuple[PaperSheet, int]] = {}
    for paper in PaperSheet.objects.filter(item__meeting=meeting).annotate(times=Count("entries")):
        papers[paper.item_id, paper.seat_id, paper.pass_no] = (paper, paper.times)
    found = []
    for item in items:
        item.meeting = meeting
        rows = []
        for seat in seats:
            if seat.pk not in there or (item.pk, seat.pk) in barred:
                continue
            key = (item.pk, seat.pk, item.pass_no)
            kept, times = papers.get(key, (PaperSheet(pass_no=item.pass_no), 0))
            kept.item, kept.seat = item, seat
            rows.append((kept, Typed.SEALED if key in sealed else how_far(kept, times)))
        found.append(TypedProduct(item, rows))
    return found
