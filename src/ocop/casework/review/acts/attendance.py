"""Điểm danh: the secretary writes down who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.models import Attendance, Meeting, Seat
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.selectors import members_of
from ocop.casework.review.states import UNFINISHED
from ocop.casework.review.writes.attendance import write_attendance
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded
from ocop.foundation.ui.forms import TextField


class AsksAttendance(Asks):
    """Who takes part; one tick and one note per member."""

    gives = frozenset({"attendance"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {row.seat_id: row for row in Attendance.objects.filter(meeting=self.thing)}
        self.seats = members_of(self.thing.council, self.who.at)
        for seat in self.seats:
            row = known.get(seat.pk)
            self.fields[f"present_{seat.pk}"] = forms.BooleanField(
                label=str(seat.person), required=False, initial=row.is_present if row else True
            )
            self.fields[f"note_{seat.pk}"] = TextField(
                label=gettext("Ghi chú về %(person)s") % {"person": seat.person}, required=False,
                max_length=200, initial=row.note if row else "",
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Seat, Any, Any]]:
        """Seat, tick, note."""
        return [(seat, self[f"present_{seat.pk}"], self[f"note_{seat.pk}"]) for seat in self.seats]

    def given(self) -> Mapping[str, Any]:
        """What the secretary wrote down."""
        data = self.cleaned_data
        return {
            "attendance": {seat: (data[f"present_{seat.pk}"], data[f"note_{seat.pk}"]) for seat in self.seats}
        }


@recorded
def record_attendance(
    meeting: Meeting, attendance: Mapping[Seat, tuple[bool, str]], *, by: Person, at: datetime
) -> list[Attendance]:
    """Writes down who takes part, with a note for the others. Only what changed is written and recorded.

    Refused: other offices; a meeting that is over; a seat of another council or one that nobody holds.
    """
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    sitting = set(seats_held(at).filter(council=meeting.council_id).values_list("pk", flat=True))
    if any(seat.pk not in sitting for seat in attendance):
        raise Refused(
            Refusal("not_member", _("Có người không còn là thành viên hội đồng."), "", _("Tải lại trang."))
        )
    return write_attendance(meeting, attendance, by=by, at=at)


ATTENDANCE = Act(
    about=MEETING,
    name="attendance",
    path="diem-danh/",
    when=UNFINISHED,
    refuse=refuse_prepare,
    form=AsksAttendance,
    do=record_attendance,
    button=_("Điểm danh"),
    confirm=_("Ghi điểm danh"),
    said=_("Đã ghi điểm danh."),
    template="review/attendance.html",
    weight="quiet",
    icon="users",
)
