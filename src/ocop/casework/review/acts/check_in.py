"""Ghi tôi có mặt: a member reads the code that the secretary shows, and is written down as present."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.models import Attendance, Meeting
from ocop.casework.review.permissions.conflicts import not_member
from ocop.casework.review.permissions.who import seat_of
from ocop.casework.review.selectors.presence import is_code_of
from ocop.casework.review.states import UNFINISHED
from ocop.casework.review.writes.attendance import write_attendance
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded
from ocop.foundation.ui.forms import TextField


class AsksCode(Asks):
    """The code of the door, as the QR brought it."""

    code = TextField(max_length=200, required=False, widget=forms.HiddenInput)

    def known(self) -> Mapping[str, Any]:
        """From the address behind the QR."""
        return {"code": self.query.get("ma", "")}


def refuse_check_in(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever has a seat on the council, the secretary too."""
    return not_member() if seat_of(who, meeting.council_id) is None else None


@recorded
def check_in(meeting: Meeting, *, code: str, by: Person, at: datetime) -> list[Attendance]:
    """Writes the person down as present, by the own hand. A second time changes nothing.

    Refused: who has no seat; a code that is not shown now; opinions in writing, where nobody sits together.
    """
    who = who_is(by, at)
    ensure(refuse_check_in(who, held(meeting)))
    if meeting.is_by_opinion or not is_code_of(meeting, code, at):
        raise Refused(
            Refusal(
                "code_expired",
                _("Mã điểm danh không còn đúng."),
                _("Mã đổi mỗi phút và chỉ dùng được tại phòng họp."),
                _("Quét lại mã đang hiện trên màn hình, hoặc báo thư ký điểm danh."),
            )
        )
    seat = seat_of(who, meeting.council_id)
    assert seat is not None  # noqa: S101 - the permission has seen it
    return write_attendance(meeting, {seat: (True, "")}, by=by, at=at)


CHECK_IN = Act(
    about=MEETING,
    name="check_in",
    path="co-mat/",
    when=UNFINISHED,
    refuse=refuse_check_in,
    form=AsksCode,
    do=check_in,
    button=_("Ghi tôi có mặt"),
    lead=_("Bấm để được điểm danh có mặt tại phiên họp."),
    said=_("Đã ghi bạn có mặt."),
    icon="check",
)
