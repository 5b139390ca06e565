"""Đổi lịch họp: day, hour, place or title of a meeting change; the members are invited again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.acts.plan import AsksDay, refuse_title
from ocop.casework.review.checks import refuse_day, refuse_no_reason, refuse_planned
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.states import MEETING_WORKFLOW, UPCOMING
from ocop.casework.review.writes.invitations import invite, invited_words
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.ui.forms import ReasonField
from ocop.kernel.text import searchable


class AsksNewDay(AsksDay):
    """What is planned now, to change; and why."""

    reason = ReasonField()

    def known(self) -> Mapping[str, Any]:
        """As it is planned."""
        begins = timezone.localtime(self.thing.starts_at)
        return {
            "title": self.thing.title,
            "venue": self.thing.venue,
            "day": begins.date(),
            "hour": begins.strftime("%H:%M"),
        }

    gives = frozenset({"title", "starts_at", "venue", "has_begun", "reason"})


def refuse_reschedule(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever sets up the council, while the meeting is planned or postponed."""
    refusal = refuse_set_up(who, meeting.council)
    return refusal if refusal or meeting.state in UPCOMING else refuse_planned(meeting)


@recorded
def reschedule_meeting(
    meeting: Meeting,
    *,
    title: str,
    starts_at: datetime,
    venue: str,
    reason: str,
    by: Person,
    at: datetime,
    has_begun: bool = False,
) -> Meeting:
    """Another day, hour, place or title; the record keeps what was planned before, the members are invited
    again and calendars replace the old entry. A postponed meeting is planned again.

    Refused: other offices; a meeting that is open or over; nothing changed; no title; a day in the past or
    on which the council is not in office; no reason.
    """
    ensure(refuse_reschedule(who_is(by, at), held(meeting)))
    ensure(refuse_title(title) or refuse_no_reason(reason))
    ensure(refuse_day(meeting.council, starts_at, at, has_begun=has_begun))
    before = _as_data(meeting)
    changes: dict[str, Any] = {"title": title.strip(), "starts_at": starts_at, "venue": venue.strip()}
    if meeting.state not in UPCOMING or (
        meeting.state == "planned" and all(getattr(meeting, name) == value for name, value in changes.items())
    ):
        raise Refused(
            Refusal("nothing_changed", _("Lịch họp chưa đổi gì."), "", _("Ghi ngày, giờ hoặc địa điểm mới."))
        )
    changes |= {
        "times_changed": meeting.times_changed + 1,
        "search_text": searchable(title, venue, meeting.council.name),
    }
    after = {"title": title.strip(), "starts_at": starts_at.isoformat(), "venue": venue.strip()}
    data = {"before": before, "after": after}
    transition(meeting, "reschedule", by=by, at=at, reason=reason, changes=changes, data=data)
    invite(meeting, reason=reason, at=at)
    return meeting


def _as_data(meeting: Meeting) -> dict[str, str]:
    return {"title": meeting.title, "starts_at": meeting.starts_at.isoformat(), "venue": meeting.venue}


RESCHEDULE = Act(
    about=MEETING,
    name="reschedule",
    path="doi-lich/",
    move=MEETING_WORKFLOW.move("reschedule"),
    refuse=refuse_reschedule,
    form=AsksNewDay,
    do=reschedule_meeting,
    lead=_("Thành viên được mời lại. Lịch trên máy và điện thoại đổi theo."),
    confirm=_("Đổi lịch và mời lại"),
    said=lambda meeting, _made: invited_words(meeting),
    weight="quiet",
    icon="calendar-days",
)
