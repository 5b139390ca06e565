"""Recording what was broadcast, shown or handed out, with what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.utils import timezone

from ocop.casework.communication import permissions, refusals
from ocop.casework.communication.models import PressItem, PressPaper
from ocop.casework.communication.rules import PressState
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.text import one_line

WEB = ("http://", "https://")


@recorded
def record_item(
    item: PressItem, *, done_on: date, times: int, by: Person, at: datetime, done_until: date | None = None,
    minutes: int | None = None, reach: int | None = None, link: str = "", uploads: Sequence[File[Any]] = (),
) -> None:  # fmt: skip
    """Records that a planned line was carried out: when, how many times, how long each, how many copies or
    people.

    Refused to other offices, for days to come, an end before the start, no time at all, and without a link or
    file that shows it: what nothing shows is not counted.
    """
    held(item)
    ensure(permissions.refuse_record(by, item, at))
    link = link.strip()
    has_file = bool(uploads) or item.papers.exists()
    ensure(_refuse_result(done_on, done_until, times, link, has_file=has_file, today=timezone.localdate(at)))
    for upload in uploads:
        _keep(item, upload, by=by, at=at)
    changes = {
        "done_on": done_on, "done_until": done_until, "times": times, "minutes": minutes, "reach": reach,
        "link": link,
    }  # fmt: skip
    days = {"done_on": done_on.isoformat(), "done_until": done_until.isoformat() if done_until else None}
    transition(item, "do", by=by, at=at, changes=changes, data={**changes, **days, "files": len(uploads)})


@recorded
def reopen_item(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Takes a wrong record back: the line is planned again, what was recorded stays in the record of acts."""
    held(item)
    ensure(permissions.refuse_settle(by, item, at))
    before = {
        "done_on": item.done_on.isoformat() if item.done_on else None,
        "times": item.times,
        "link": item.link,
    }
    changes = {"done_on": None, "done_until": None}
    transition(item, "reopen", by=by, at=at, reason=reason, changes=changes, data=before)


@recorded
def add_evidence(
    item: PressItem, *, upload: File[Any], title: str = "", by: Person, at: datetime
) -> PressPaper:
    """Adds a scan or photograph to what was done.
    Refused to other offices, and before it is recorded as done.
    """
    held(item)
    ensure(permissions.refuse_record(by, item, at))
    if item.state != PressState.DONE:
        raise Refused(refusals.not_done(item.title))
    paper = _keep(item, upload, title=title, by=by, at=at)
    record("pressitem.add_evidence", item, by=by, at=at, data={"sha256": paper.file.sha256})
    return paper


def _refuse_result(
    done_on: date, done_until: date | None, times: int, link: str, *, has_file: bool, today: date
) -> Refusal | None:
    last = done_until or done_on
    if last > today:
        return refusals.from_the_future(last)
    if last < done_on:
        return refusals.ends_before_start()
    if times < 1:
        return refusals.times_missing()
    if link and not link.lower().startswith(WEB):
        return refusals.unsafe_evidence(link)
    return None if link or has_file else refusals.evidence_missing()


def _keep(item: PressItem, upload: File[Any], *, by: Person, at: datetime, title: str = "") -> PressPaper:
    file = store(
        upload,
        owner=permissions.EVIDENCE_FILES,
        by=by,
        at=at,
        kinds=[FileKind.PDF, FileKind.IMAGE, FileKind.MP4],
    )
    named = one_line(title)[:200] or file.name
    return PressPaper.objects.create(item=item, file=file, title=named, by=by, at=at)
