"""The PDF of the minutes from what was frozen: made by the system, after the closing."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils import timezone

from ocop.casework.review.models import Meeting
from ocop.casework.review.papers import minutes_pdf
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.foundation.acts import held, record, recorded
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import paper_numbered

logger = logging.getLogger(__name__)


def make_minutes(meeting: Meeting, *, at: datetime) -> StoredFile:
    """Makes the PDF from what was frozen at the closing, and puts it to the paper; made once.

    The paper bears the council's name of then. Where it is not found, the meeting has its minutes all the
    same and the log says so. It is set before anything is held: that takes seconds.
    """
    if meeting.minutes is None:
        content, closed_at = meeting.minutes_content or {}, meeting.closed_at
        assert closed_at is not None  # noqa: S101 - only closed meetings have minutes
        _keep(meeting, minutes_pdf(content, at=closed_at), content["agency"], closed_at, at=at)
    assert meeting.minutes is not None  # noqa: S101 - just made, by this act or by another meanwhile
    return meeting.minutes


@recorded
def _keep(meeting: Meeting, pdf: bytes, agency: str, closed_at: datetime, *, at: datetime) -> None:
    held(meeting)
    if meeting.minutes is None:
        name = f"bien-ban-{timezone.localdate(closed_at):%Y-%m-%d}.pdf"
        meeting.minutes = store_made(pdf, name, owner=MINUTES_FILES, by=meeting.closed_by, at=closed_at)
        meeting.save(update_fields=["minutes"])
        _put_to_paper(meeting, agency, closed_at)
        record("meeting.minutes", meeting, by=None, at=at, data={"minutes": meeting.minutes.sha256})


def _put_to_paper(meeting: Meeting, issuer: str, closed_at: datetime) -> None:
    paper = paper_numbered(meeting.minutes_no, issuer=issuer, year=timezone.localdate(closed_at).year)
    if paper is None:
        logger.error("no paper %s of “%s” to put the minutes to", meeting.minutes_no, issuer)
    else:
        paper.file = meeting.minutes
        paper.save(update_fields=["file"])
