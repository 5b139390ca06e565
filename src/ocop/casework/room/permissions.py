"""Who may load a product of a meeting, and who is shown sheets that came late."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import (
    refuse_conflict,
    refuse_not_open,
    refuse_see_tally,
    refuse_undeclared,
)
from ocop.casework.review.permissions.who import is_secretary, presiding_seat, scoring_seat
from ocop.casework.review.states import UNFINISHED, ItemState, MeetingState
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal

OVER = frozenset(
    {ItemState.DISPUTED, ItemState.TALLIED, ItemState.CLOSED, ItemState.EXCLUDED, ItemState.WITHDRAWN}
)


def refuse_room(who: Who, meeting: Meeting) -> Refusal | None:
    """The room is for members who score at this meeting."""
    if scoring_seat(who, meeting) is not None:
        return None
    return Refusal(
        "not_scoring_member",
        _("Bạn không chấm điểm trong phiên họp này."),
        _("Phòng chấm dành cho chủ tịch, phó chủ tịch và ủy viên có phiếu đánh giá."),
    )


def refuse_load_pack(who: Who, meeting: Meeting) -> Refusal | None:
    """Loading the meeting onto a machine: a scoring member, while it is open."""
    return refuse_room(who, meeting) or refuse_not_open(meeting)


def refuse_set_pin(who: Who, meeting: Meeting) -> Refusal | None:
    """A member who scores sets the own PIN, until the meeting is closed."""
    if refusal := refuse_room(who, meeting):
        return refusal
    return None if meeting.state in UNFINISHED else refuse_not_open(meeting)


def refuse_see_loads(who: Who, meeting: Meeting) -> Refusal | None:
    """Who loaded the dossiers is shown to the chair, the vice-chairs and the secretary."""
    if is_secretary(who, meeting.council) or presiding_seat(who, meeting) is not None:
        return None
    return Refusal(
        "loads_not_for_you",
        _("Bạn không xem được ai đã nạp hồ sơ."),
        _("Danh sách này dành cho chủ tịch, phó chủ tịch và thư ký hội đồng."),
    )


def refuse_load(who: Who, item: AgendaItem) -> Refusal | None:
    """Loading a product: a scoring member, in an open meeting, declared and without a conflict (T-04)."""
    return (
        refuse_room(who, item.meeting)
        or refuse_not_open(item.meeting)
        or refuse_conflict(who, item)
        or refuse_undeclared(who, item)
    )


def refuse_bring(who: Who, item: AgendaItem) -> Refusal | None:
    """Sending a whole sheet, in time or late: as loading, whether or not the meeting is still open."""
    return refuse_room(who, item.meeting) or refuse_conflict(who, item) or refuse_undeclared(who, item)


def is_over(item: AgendaItem) -> bool:
    """Whether nothing of the product is scored any more."""
    return item.meeting.state == MeetingState.CLOSED or item.state in OVER


def refuse_see_late(who: Who, meeting: Meeting) -> Refusal | None:
    """What came late is shown to the chair, the vice-chairs and the secretary."""
    if is_secretary(who, meeting.council) or presiding_seat(who, meeting) is not None:
        return None
    return Refusal(
        "late_not_for_you",
        _("Bạn không xem được phiếu đến sau."),
        _("Phiếu đến sau dành cho chủ tịch, phó chủ tịch và thư ký hội đồng."),
    )


def may_see_points(who: Who, item: AgendaItem) -> bool:
    """Whether what a late sheet gives may be seen: as the tally, and never with a conflict (T-05)."""
    return refuse_see_tally(who, item) is None
