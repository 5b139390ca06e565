"""A wrong PIN is on record, so that whoever guesses is seen, and not let guess for long."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.room.models import MeetingPin
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import record, recorded


@recorded
def note_wrong_pin(known: MeetingPin, *, by: Person, at: datetime) -> None:
    """Writes down that a wrong one was given, never which."""
    record("room.wrong_pin", known, by=by, at=at, data={"meeting": str(known.meeting.key)})
