"""Đăng xuất ở nơi khác: everybody of the own devices; its button stands on the page of the account."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.acts import record, recorded


@recorded
def end_other_sessions(*, person: Person, keep: str | None, at: datetime) -> int:
    """Signs the person out everywhere but here (`keep`); how many sessions that ended."""
    ended, _rows = Session.objects.filter(person=person).exclude(session_key=keep).delete()
    record("person.end_sessions", person, by=person, at=at, data={"sessions_ended": ended})
    return ended
