"""Huỷ phiên họp: a planned meeting does not take place; its dossiers wait for another one."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_planned
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.states import LIVE_ITEMS, MEETING_WORKFLOW, UPCOMING
from ocop.casework.review.writes.invitations import tell_members
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition, words


def refuse_cancel(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever sets up the council, while the meeting is planned or postponed."""
    refusal = refuse_set_up(who, meeting.council)
    return refusal if refusal or meeting.state in UPCOMING else refuse_planned(meeting)


@recorded
def cancel_meeting(meeting: Meeting, *, reason: str, by: Person, at: datetime) -> Meeting:
    """Cancels a planned meeting; its dossiers wait for another one, its members need not come.
    Refused without a reason or once it is open.
    """
    ensure(refuse_cancel(who_is(by, at), held(meeting)))
    items = meeting.items.filter(state__in=sorted(LIVE_ITEMS)).select_related("dossier")
    dossiers.hold_dossiers(item.dossier_id for item in items)
    transition(meeting, "cancel", by=by, at=at, reason=reason)
    for item in items:
        transition(item, "remove", by=by, at=at, reason=reason)
        dossiers.unschedule(item.dossier, reason=reason, by=by, at=at)
    tell_members(
        meeting,
        kind="review.cancelled",
        subject=words(_("Huỷ: %(title)s"), title=meeting.title),
        body=words(_("Lý do: %(reason)s"), reason=reason),
        at=at,
    )
    return meeting


CANCEL = Act(
    about=MEETING,
    name="cancel",
    path="huy/",
    move=MEETING_WORKFLOW.move("cancel"),
    refuse=refuse_cancel,
    form=AsksReason,
    do=cancel_meeting,
    heading=lambda meeting: gettext("Huỷ “%(title)s”") % {"title": meeting.title},
    lead=_("Thành viên được báo. Các hồ sơ quay lại hàng chờ."),
    said=_("Đã huỷ phiên họp, các hồ sơ chờ phiên khác."),
    danger=True,
)
