"""Who may prepare, keep and read a meeting; whether it is in session."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review.labels import meeting_state_name
from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions.councils import refuse_see_council, refuse_set_up
from ocop.casework.review.permissions.who import has_conflict_in, is_secretary, presiding_seat
from ocop.casework.review.states import UNFINISHED, MeetingState
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_see_meeting(who: Who, meeting: Meeting) -> Refusal | None:
    """A meeting's page: the council's members, and the offices of the province."""
    return refuse_see_council(who, meeting.council)


def refuse_prepare(who: Who, meeting: Meeting) -> Refusal | None:
    """Agenda and attendance: whoever sets up the council, until the meeting is closed."""
    return refuse_set_up(who, meeting.council) or _refuse_over(meeting)


def _refuse_over(meeting: Meeting) -> Refusal | None:
    if meeting.state in UNFINISHED:
        return None
    return refuse_not_open(meeting)


def refuse_not_open(meeting: Meeting) -> Refusal | None:
    """Whether the meeting is in session; a closed one says when and by whom."""
    if meeting.state == MeetingState.OPEN:
        return None
    if meeting.state == MeetingState.CLOSED:
        assert meeting.closed_at is not None  # noqa: S101 - a constraint of the table
        closed = timezone.localtime(meeting.closed_at)
        return Refusal(
            "meeting_closed",
            _("Phiên họp đã bế mạc lúc %(time)s ngày %(day)s, người bế mạc: %(person)s.")
            % {
                "time": closed.strftime("%H:%M"),
                "day": closed.strftime("%d/%m/%Y"),
                "person": meeting.closed_by,
            },
            _(
                "Kết quả và biên bản đã chốt nên không nhận thêm thay đổi. Nội dung bạn đã lưu trước đó vẫn "
                "được giữ."
            ),
            _("Nếu cần ý kiến thêm, báo thư ký hội đồng."),
        )
    return Refusal(
        "meeting_not_open",
        _("Phiên họp chưa khai mạc hoặc đã huỷ."),
        _("Phiên họp đang ở bước “%(state)s”.") % {"state": meeting_state_name(meeting.state)},
        _("Chờ thư ký hoặc chủ tịch khai mạc."),
    )


def refuse_keep(who: Who, meeting: Meeting) -> Refusal | None:
    """Running the session: the secretary, the chair or a vice-chair."""
    if is_secretary(who, meeting.council) or presiding_seat(who, meeting) is not None:
        return None
    return Refusal(
        "not_keeper",
        _("Bạn không điều hành phiên họp này."),
        _("Việc này của chủ tịch, phó chủ tịch và thư ký hội đồng."),
    )


def refuse_read_minutes(who: Who, meeting: Meeting) -> Refusal | None:
    """The minutes: who may see the meeting, but nobody with a conflict about one of its products."""
    if has_conflict_in(who, meeting):
        return Refusal(
            "own_interest_minutes",
            _("Bạn không xem được biên bản này."),
            _("Biên bản có kết quả của sản phẩm mà bạn có xung đột lợi ích."),
        )
    return refuse_see_meeting(who, meeting)
