"""What the permissions of one request ask again and again about the signed-in person, read once for that
request.

It hangs on the person object that the middleware hands out, so it ends with the request. It holds periods,
not answers: whether an appointment is in force is decided anew at every moment asked.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocop.foundation.accounts.models import Appointment


class AtHand:
    """The appointments of one person, read at the first question."""

    def __init__(self, person_id: int) -> None:
        self.person_id = person_id

    @cached_property
    def appointments(self) -> list[Appointment]:
        """Every appointment, past and future ones too."""
        from ocop.foundation.accounts.models import Appointment

        rows = Appointment.objects.filter(person=self.person_id)
        return list(rows.select_related("office__place__parent"))
