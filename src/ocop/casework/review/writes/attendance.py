"""Who takes part in a meeting, as it is written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ocop.casework.review.models import Attendance, AttendanceMark, Meeting, Seat
from ocop.casework.review.permissions.who import every_presence_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.vouching import vouch

NO_ANSWER = "không gửi ý kiến trước hạn"
"""The note beside a member whose written opinion did not come in time."""


def write_attendance(
    meeting: Meeting, attendance: Mapping[Seat, tuple[bool, str]], *, by: Person, at: datetime
) -> list[Attendance]:
    """Writes down who takes part, with a note for the others. Only what changed is written and recorded."""
    known = {row.seat_id: row for row in meeting.attendances.all()}
    changed, marks = [], []
    for seat, (is_present, note) in attendance.items():
        row = known.get(seat.pk)
        if row is not None and (row.is_present, row.note) == (is_present, note.strip()):
            continue
        values = {"is_present": is_present, "note": note.strip(), "at": at, "by": by}
        marks.append(AttendanceMark(meeting=meeting, seat=seat, **values))
        written, _created = Attendance.objects.update_or_create(meeting=meeting, seat=seat, defaults=values)
        changed.append(written)
    if changed:
        vouch(AttendanceMark.objects.bulk_create(marks))
        forget(by, every_presence_of)
        data = {"present": [r.seat_id for r in changed if r.is_present]}
        data["absent"] = [r.seat_id for r in changed if not r.is_present]
        record("meeting.attendance", meeting, by=by, at=at, data=data)
    return changed
