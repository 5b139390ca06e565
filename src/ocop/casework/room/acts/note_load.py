"""A member's machine loads the dossiers of a meeting: who and when is on record before anything is read."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions.who import scoring_seat
from ocop.casework.room.models import PackLoad
from ocop.casework.room.permissions import refuse_load_pack
from ocop.casework.room.selectors.pack import mine
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, record, recorded


@recorded
def note_load(meeting: Meeting, *, by: Person, at: datetime) -> PackLoad:
    """Writes down that the member begins to load, and how many products there are to load.

    Refused to all but a member who scores at the meeting, and when it is not open.
    """
    who = who_is(by, at)
    ensure(refuse_load_pack(who, meeting))
    seat = scoring_seat(who, meeting)
    assert seat is not None  # noqa: S101 - the permission has seen it
    load = PackLoad.objects.create(meeting=meeting, seat=seat, at=at, products=len(mine(who, meeting)))
    record("room.load", load, by=by, at=at, data={"meeting": str(meeting.key), "products": load.products})
    return load
