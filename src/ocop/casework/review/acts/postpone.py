"""Hoãn phiên họp: a planned meeting waits for another day; its products stay on the agenda."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_planned
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.states import MEETING_WORKFLOW
from ocop.casework.review.writes.invitations import tell_members
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition, words


def refuse_postpone(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever sets up the council, while the meeting is planned."""
    return refuse_set_up(who, meeting.council) or refuse_planned(meeting)


@recorded
def postpone_meeting(meeting: Meeting, *, reason: str, by: Person, at: datetime) -> Meeting:
    """The meeting is held on a day that is not known yet: it leaves the calendars, its agenda stays.

    Refused: other offices; a meeting that is not planned; no reason.
    """
    ensure(refuse_postpone(who_is(by, at), held(meeting)))
    changes = {"times_changed": meeting.times_changed + 1}
    transition(meeting, "postpone", by=by, at=at, reason=reason, changes=changes)
    tell_members(
        meeting,
        kind="review.postponed",
        subject=words(_("Hoãn: %(title)s"), title=meeting.title),
        body=words(_("Ngày mới sẽ được báo sau. Lý do: %(reason)s"), reason=reason),
        at=at,
    )
    return meeting


POSTPONE = Act(
    about=MEETING,
    name="postpone",
    path="hoan/",
    move=MEETING_WORKFLOW.move("postpone"),
    refuse=refuse_postpone,
    form=AsksReason,
    do=postpone_meeting,
    heading=lambda meeting: gettext("Hoãn “%(title)s”") % {"title": meeting.title},
    lead=_("Chưa biết ngày mới. Sản phẩm vẫn ở trong phiên họp; khi có ngày, dùng “Đổi lịch họp”."),
    said=_("Đã hoãn phiên họp, thành viên được báo."),
)
