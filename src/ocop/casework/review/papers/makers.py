"""How minutes and what corrects them are made, after the act."""

from __future__ import annotations

import logging

from django.db.models import QuerySet
from django.utils import timezone

from ocop.casework.review.models import Meeting, MinutesCorrection
from ocop.casework.review.papers.minutes import TEMPLATE
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.casework.review.states import MeetingState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import Wrong
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.printing.corrections import maker_of_corrections
from ocop.foundation.printing.makers import Content, Maker, register

logger = logging.getLogger(__name__)


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    register(MINUTES)
    register(CORRECTIONS)


def _content(meeting: Meeting) -> Content:
    """What was frozen at the closing."""
    closed_at = meeting.closed_at
    assert closed_at is not None  # noqa: S101 - only closed meetings have minutes
    name = f"bien-ban-{timezone.localdate(closed_at):%Y-%m-%d}.pdf"
    return Content(meeting.minutes_content or {}, name, meeting.closed_by, closed_at)


def _keep(meeting: Meeting, file: StoredFile) -> None:
    """Puts the minutes to their meeting and to the paper on record, which bears the council's name of then,
    and the number that was put right meanwhile.

    Where that is not found, the meeting has its minutes all the same and the log says so.
    """
    meeting.minutes = file
    meeting.save(update_fields=["minutes"])
    issuer, year = (meeting.minutes_content or {})["agency"], timezone.localdate(meeting.closed_at).year
    renumbered = meeting.corrections.filter(what=Wrong.NUMBER).last()
    number = meeting.minutes_no if renumbered is None else renumbered.right
    paper = paper_numbered(number, issuer=issuer, year=year)
    if paper is None:
        logger.error("no paper %s of “%s” to put the minutes to", number, issuer)
    else:
        paper.file = file
        paper.save(update_fields=["file"])


def _without_minutes() -> QuerySet[Meeting]:
    return Meeting.objects.filter(state=MeetingState.CLOSED, minutes__isnull=True)


MINUTES = Maker(
    model=Meeting,
    owner=MINUTES_FILES,
    template=TEMPLATE,
    content=_content,
    keep=_keep,
    missing=_without_minutes,
)
CORRECTIONS = maker_of_corrections(MinutesCorrection, MINUTES_FILES)
