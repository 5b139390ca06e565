"""The conclusion of minutes whose session is over, written anew."""

from __future__ import annotations

from datetime import datetime

from ocop.casework.review.models import Meeting
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import record
from ocop.foundation.printing.writes import want
from ocop.kernel.canonical import sha256_hex


def word_conclusion(meeting: Meeting, note: str, *, word: str, by: Person, at: datetime) -> None:
    """Puts another conclusion into the frozen minutes, of which everything else stays, and has them made
    anew; `word` is the hash of the file in which it stood. The caller has refused.
    """
    frozen = {**(meeting.minutes_content or {}), "note": note}
    meeting.minutes_content, meeting.closing_note, meeting.minutes = frozen, note, None
    meeting.save(update_fields=["minutes_content", "closing_note", "minutes"])
    data = {"word": word, "note": note, "content": sha256_hex(frozen)}
    want(meeting, at=at, entry=record("meeting.take_word", meeting, by=by, at=at, data=data))
