"""Telling the members of a council."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions.who import seats_held
from ocop.foundation.notifications.actions import Text, tell


def tell_members(meeting: Meeting, *, kind: str, subject: Text, body: Text, at: datetime) -> None:
    """A message to who sits on the council of a meeting now."""
    seats = seats_held(at).filter(council=meeting.council_id).select_related("person")
    tell(
        [seat.person for seat in seats],
        kind=kind,
        subject=subject,
        body=body,
        url=meeting.get_absolute_url(),
        at=at,
    )
