"""The PDF of the minutes from what was frozen; by the system, where the closing could not make it."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.review.models import Meeting
from ocop.casework.review.papers import minutes_pdf
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import held, record
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import paper_numbered

logger = logging.getLogger(__name__)


@transaction.atomic
def make_minutes(meeting: Meeting, *, at: datetime) -> StoredFile:
    """Makes the PDF that could not be made at the closing, from what was frozen then, and puts it to the
    paper.

    The paper bears the council's name of then. Where it is not found, the meeting has its minutes all the
    same and the log says so.
    """
    held(meeting)
    if meeting.minutes is None:
        closed_at = meeting.closed_at
        assert closed_at is not None  # noqa: S101 - only closed meetings have minutes
        content = meeting.minutes_content or {}
        meeting.minutes = minutes_file(content, by=meeting.closed_by, at=closed_at)
        meeting.save(update_fields=["minutes"])
        _put_to_paper(meeting, content["agency"], closed_at)
        record("meeting.minutes", meeting, by=None, at=at, data={"minutes": meeting.minutes.sha256})
    return meeting.minutes


def minutes_file(content: dict[str, Any], *, by: Person | None, at: datetime) -> StoredFile:
    """The minutes as a stored PDF."""
    name = f"bien-ban-{timezone.localdate(at):%Y-%m-%d}.pdf"
    return store_made(minutes_pdf(content, at=at), name, owner=MINUTES_FILES, by=by, at=at)


def _put_to_paper(meeting: Meeting, issuer: str, closed_at: datetime) -> None:
    paper = paper_numbered(meeting.minutes_no, issuer=issuer, year=timezone.localdate(closed_at).year)
    if paper is None:
        logger.error("no paper %s of “%s” to put the minutes to", meeting.minutes_no, issuer)
    else:
        paper.file = meeting.minutes
        paper.save(update_fields=["file"])
