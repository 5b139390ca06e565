"""The session store: like Django's database store, and it knows whose session a row is and hands that person
out, so that a page of somebody signed in asks one thing and not two.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.dateparse import parse_datetime

DEVICE_KEY = "device"
SIGNED_IN_AT_KEY = "signed_in_at"


class SessionStore(DatabaseStore):
    """Copies person, device and the moment of signing in out of the session into columns."""

    @classmethod
    def get_model_class(cls) -> Any:
        """The table of sessions with their person."""
        from ocop.foundation.accounts.models import Session

        return Session

    person: Any = None
    """The person of the session as it was loaded; None for nobody, and before it is loaded."""

    def _get_session_from_db(self) -> Any:
        """The row with its person."""
        rows: Any = self.model.objects
        row = (
            rows.select_related("person")
            .filter(session_key=self.session_key, expire_date__gt=timezone.now())
            .first()
        )
        if row is None:
            self._session_key = None
            return None
        self.person = row.person
        return row

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row for this session."""
        row: Any = super().create_model_instance(data)
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.device = str(data.get(DEVICE_KEY, ""))[:200]
        row.signed_in_at = parse_datetime(data[SIGNED_IN_AT_KEY]) if SIGNED_IN_AT_KEY in data else None
        return row
