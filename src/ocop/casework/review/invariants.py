"""What must hold of score sheets, results and minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet

from ocop.casework.review.models import AgendaItem, EarlierResult, Meeting, ScoreSheet
from ocop.casework.review.papers.makers import MINUTES
from ocop.casework.review.rules.content import sheet_hash
from ocop.casework.review.selectors import earlier_faults, result_fields, tally_of
from ocop.casework.review.states import SheetState
from ocop.foundation.audit.selectors import entries_with, last_said
from ocop.foundation.documents.correcting import number_faults
from ocop.foundation.invariants import Invariant
from ocop.foundation.printing.models import Printout
from ocop.registers.regulations.fingerprints import MANY, ONE, chunks, compared

CHUNK = 200
RESULT_COLUMNS = ("total_exact", "total", "stars", "spread")


def sheet_faults() -> Iterator[str]:
    """A sealed score sheet still has its hash, which the record keeps too, and its choices are those that
    were sealed.
    """
    for chunk in chunks(ScoreSheet.objects.filter(state=SheetState.SEALED)):
        recorded = last_said(ScoreSheet, {sheet.pk for sheet in chunk}, "sha256")
        for sheet in chunk:
            content = sheet.content or {}
            if sheet_hash(content) != sheet.sha256 or sheet.sha256 != recorded.get(str(sheet.pk)):
                yield f"sheet {sheet.pk} ({sheet.code}): content"
            elif content["choices"] != sheet.choices:
                yield f"sheet {sheet.pk} ({sheet.code}): choices"


def declaration_faults() -> Iterator[str]:
    """What a member declared of a product is what the record last says."""
    for chunk in chunks(AgendaItem.objects.prefetch_related("declarations")):
        entries = entries_with(AgendaItem, {item.pk for item in chunk}, "relation")
        recorded = {(key, data["seat"]): (data["conflict"], data["relation"]) for key, data in entries}
        for item in chunk:
            for word in item.declarations.all():
                said = recorded.pop((str(item.pk), word.seat_id), None)
                if said != (word.has_conflict, word.relation):
                    yield f"agenda item {item.key}: declaration of seat {word.seat_id}"
        for key, seat in recorded:
            yield f"agenda item {key}: declaration of seat {seat} is gone"


def minutes_faults() -> Iterator[str]:
    """The minutes of a meeting are those that were made, and each correction goes on from the one before."""
    for chunk in chunks(Meeting.objects.select_related("minutes").prefetch_related("corrections")):
        keys = {meeting.pk for meeting in chunk}
        recorded = last_said(Meeting, keys, "minutes") | last_said(Meeting, keys, "pdf")
        wanted = Printout.objects.filter(kind=MINUTES.kind, thing_id__in=keys, made_at__isnull=True)
        again = set(wanted.values_list("thing_id", flat=True))
        for meeting in chunk:
            made = recorded.get(str(meeting.pk))
            if (
                made is not None
                and meeting.pk not in again
                and (meeting.minutes is None or meeting.minutes.sha256 != made)
            ):
                yield f"minutes {meeting.minutes_no}: another file"
            yield from number_faults(meeting.minutes_no, meeting.corrections.all())


def fingerprint_faults() -> Iterator[str]:
    """Sealed sheets and minutes name the same data of the law as their entries, and it is a data that was
    pinned.
    """
    sheets = ScoreSheet.objects.filter(content__isnull=False)
    yield from _law_of(sheets, _of_sheet, lambda sheet: f"sheet {sheet.pk} ({sheet.code})", ONE)
    meetings = Meeting.objects.filter(minutes_content__isnull=False)
    yield from _law_of(meetings, _of_minutes, lambda meeting: f"minutes {meeting.minutes_no}", MANY)


def _law_of(
    rows: QuerySet, read: Callable[[Any], tuple[Any, dict]], name: Callable[[Any], str], key: str
) -> Iterator[str]:
    for chunk in chunks(rows):
        recorded = last_said(rows.model, {row.pk for row in chunk}, key)
        for row in chunk:
            stored, by_law = read(row)
            yield from compared(name(row), stored, recorded.get(str(row.pk)), by_law)


def _of_sheet(sheet: ScoreSheet) -> tuple[Any, dict]:
    content = sheet.content or {}
    return content.get(ONE), {content.get("regulation", ""): content.get(ONE)}


def _of_minutes(meeting: Meeting) -> tuple[Any, dict]:
    stored = (meeting.minutes_content or {}).get(MANY)
    return stored, stored if isinstance(stored, dict) else {}


def total_faults() -> Iterator[str]:
    """Totals, spreads and stars are those that the sealed sheets give."""
    items = AgendaItem.objects.exclude(total_exact="").select_related(
        "meeting__rules", "meeting__council__programme", "dossier__product"
    )
    for item in items.order_by("pk").iterator(CHUNK):
        computed = result_fields(tally_of(item))
        for column in RESULT_COLUMNS:
            if getattr(item, column) != computed[column]:
                stored = getattr(item, column)
                yield f"agenda item {item.key}: {column} is {stored}, sheets give {computed[column]}"


def earlier_result_faults() -> Iterator[str]:
    """Results that were put aside are those that the sheets gave on which they rested."""
    rows = EarlierResult.objects.select_related(
        "item__meeting__rules", "item__meeting__council__programme", "item__dossier__product"
    )
    for row in rows.order_by("pk").iterator(CHUNK):
        for fault in earlier_faults(row):
            yield f"agenda item {row.item.key}: earlier result of pass {row.pass_no}: {fault}"


INVARIANTS = (
    Invariant("sealed sheets", sheet_faults),
    Invariant("declarations", declaration_faults),
    Invariant("minutes and their corrections", minutes_faults),
    Invariant("law of sheets and minutes", fingerprint_faults),
    Invariant("totals", total_faults),
    Invariant("earlier results", earlier_result_faults),
)
