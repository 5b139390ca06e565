"""Đổi hạn gửi ý kiến: the last day for written opinions is another; the members are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_answers_due, refuse_by_opinion, refuse_no_reason
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.states import UNFINISHED
from ocop.casework.review.writes.attendance import NO_ANSWER, write_attendance
from ocop.casework.review.writes.invitations import tell_members
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded, words
from ocop.foundation.ui.forms import DateField, ReasonField


class AsksAnswersDue(Asks):
    """The new last day, and why."""

    answers_due_on = DateField(label=_("Hạn gửi ý kiến"))
    reason = ReasonField()
    beside = {"answers_": "answers_due_on", "reason_": "reason"}

    def known(self) -> Mapping[str, Any]:
        """As it is now."""
        return {"answers_due_on": self.thing.answers_due_on}


def refuse_set_answers_due(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever prepares the meeting, where opinions are collected in writing."""
    return refuse_prepare(who, meeting) or refuse_by_opinion(meeting)


@recorded
def set_answers_due(
    meeting: Meeting, *, answers_due_on: date, reason: str, by: Person, at: datetime
) -> Meeting:
    """Another last day for opinions; who counted as absent for not answering is asked again.

    Refused: other offices; a meeting of another kind or that is over; a day in the past; no reason.
    """
    ensure(refuse_set_answers_due(who_is(by, at), held(meeting)))
    ensure(refuse_no_reason(reason) or refuse_answers_due(answers_due_on, meeting.starts_at, at))
    before, meeting.answers_due_on = meeting.answers_due_on, answers_due_on
    meeting.save(update_fields=["answers_due_on"])
    late = meeting.attendances.filter(is_present=False, note=NO_ANSWER).select_related("seat")
    write_attendance(meeting, {row.seat: (True, "") for row in late}, by=by, at=at)
    data = {"before": before.isoformat() if before else None, "after": answers_due_on.isoformat()}
    record("meeting.answers_due", meeting, by=by, at=at, reason=reason, data=data)
    tell_members(
        meeting,
        kind="review.answers_due",
        subject=words(_("Đổi hạn gửi ý kiến: %(title)s"), title=meeting.title),
        body=words(
            _("Gửi ý kiến đến hết ngày %(day)s. Lý do: %(reason)s"),
            day=f"{answers_due_on:%d/%m/%Y}",
            reason=reason.strip(),
        ),
        at=at,
    )
    return meeting


SET_ANSWERS_DUE = Act(
    about=MEETING,
    name="set_answers_due",
    path="han-y-kien/",
    when=UNFINISHED,
    refuse=refuse_set_answers_due,
    form=AsksAnswersDue,
    do=set_answers_due,
    button=_("Đổi hạn gửi ý kiến"),
    said=_("Đã đổi hạn và báo các thành viên."),
    weight="quiet",
    icon="calendar-days",
)
