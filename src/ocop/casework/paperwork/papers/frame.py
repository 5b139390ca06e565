"""What the papers of a council share: where they are read from, its head, its symbol, who signs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone

from ocop.casework.review.models import Meeting
from ocop.casework.review.papers.people import moment
from ocop.kernel.text import day_words_vi

FOLDER = Path("casework") / "paperwork" / "papers"


def council_frame(meeting: Meeting) -> dict[str, Any]:
    """Council, its parent and place, the meeting and its minutes, as the closing froze them where it did."""
    programme, frozen = meeting.council.programme, meeting.minutes_content or {}
    assert meeting.closed_at is not None  # noqa: S101 - only closed meetings have papers
    return {
        "illustration": programme.is_demonstration,
        "parent": programme.agency_parent or programme.authority_name,
        "agency": frozen.get("agency") or meeting.council.name,
        "authority": programme.authority_name,
        "body": programme.agency_name,
        "place": programme.seat or programme.province.name,
        "meeting": meeting.title,
        "minutes": meeting.number_on(meeting.closed_at),
        "closed": moment(meeting.closed_at),
        "closed_on": day_words_vi(timezone.localdate(meeting.closed_at)),
        "secretary": frozen.get("secretary") or str(meeting.recorded_by or ""),
        "chair": frozen.get("chair") or (str(meeting.chaired_by.person) if meeting.chaired_by else ""),
    }
