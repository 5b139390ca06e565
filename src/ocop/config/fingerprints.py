"""Which data of the law an official act went by: it stands with the act and in the record, and was pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet

from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.review.models import Meeting, ScoreSheet
from ocop.foundation.audit.models import Entry
from ocop.kernel.law import load_regulations
from ocop.registers.programme.models import YearOfDaysOff

CHUNK = 200
ONE, MANY = "regulation_fingerprint", "regulation_fingerprints"


def fingerprint_faults() -> Iterator[str]:
    """Submissions, sealed sheets and minutes name the same data of the law as their entries,
    and it is a data that was pinned.
    """
    yield from _of_submissions()
    sheets = ScoreSheet.objects.filter(content__isnull=False)
    yield from _of_rows(sheets, _of_sheet, lambda sheet: f"sheet {sheet.pk} ({sheet.code})", ONE)
    meetings = Meeting.objects.filter(minutes_content__isnull=False)
    yield from _of_rows(meetings, _of_minutes, lambda meeting: f"minutes {meeting.minutes_no}", MANY)


def days_off_faults() -> Iterator[str]:
    """A year of days off says what its entry in the record says."""
    rows = YearOfDaysOff.objects.order_by("pk")
    entries = _entries(YearOfDaysOff, {row.pk for row in rows}, "content")
    recorded = {pk: data["content"] for pk, data in entries}
    for row in rows:
        if row.content_hash() != recorded.get(str(row.pk)):
            yield f"days off of {row.year}: not what was entered"


def _of_submissions() -> Iterator[str]:
    """A dossier is handed in several times: its entries name each submission by its code."""
    for chunk in _chunks(Submission.objects.all()):
        entries = _entries(Dossier, {row.dossier_id for row in chunk}, ONE)
        recorded = {data["code"]: data[ONE] for _, data in entries if "code" in data}
        for row in chunk:
            stored = row.content.get(ONE)
            law = row.content.get("dossier", {}).get("regulation", "")
            yield from _compared(f"submission {row.code}", stored, recorded.get(row.code), {law: stored})


def _of_rows(
    rows: QuerySet, read: Callable[[Any], tuple[Any, dict]], name: Callable[[Any], str], key: str
) -> Iterator[str]:
    for chunk in _chunks(rows):
        recorded = {pk: data[key] for pk, data in _entries(rows.model, {row.pk for row in chunk}, key)}
        for row in chunk:
            stored, by_law = read(row)
            yield from _compared(name(row), stored, recorded.get(str(row.pk)), by_law)


def _chunks(rows: QuerySet) -> Iterator[list[Any]]:
    left = rows.order_by("pk").iterator(CHUNK)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _of_sheet(sheet: ScoreSheet) -> tuple[Any, dict]:
    content = sheet.content or {}
    return content.get(ONE), {content.get("regulation", ""): content.get(ONE)}


def _of_minutes(meeting: Meeting) -> tuple[Any, dict]:
    stored = (meeting.minutes_content or {}).get(MANY)
    return stored, stored if isinstance(stored, dict) else {}


def _entries(model: type[Model], keys: set[int], key: str) -> Iterator[tuple[str, dict]]:
    """Object and data of the entries that have a key, oldest first: the last one counts."""
    rows = Entry.objects.filter(object_type=model._meta.label_lower, object_id__in=[str(pk) for pk in keys])
    for object_id, data in rows.order_by("sequence").values_list("object_id", "data"):
        if key in data:
            yield object_id, data


def _compared(name: str, stored: Any, recorded: Any, by_law: dict[str, Any]) -> Iterator[str]:
    if stored != recorded:
        yield f"{name}: the fingerprint of its law is not that of the record"
        return
    laws = load_regulations()
    for code, fingerprint in by_law.items():
        known = laws[code].known_fingerprints if code in laws else None
        if fingerprint is not None and known is not None and fingerprint not in known:
            yield f"{name}: {code} was never pinned with this fingerprint"
