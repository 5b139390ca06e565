"""Hết hạn ý kiến: the last day for written opinions is over; who did not answer counts as absent."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_by_opinion, refuse_incomplete
from ocop.casework.review.models import Meeting, Seat
from ocop.casework.review.permissions import refuse_keep, refuse_not_open
from ocop.casework.review.selectors import bench
from ocop.casework.review.states import ItemState, MeetingState
from ocop.casework.review.writes.attendance import NO_ANSWER, write_attendance
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded


def refuse_end_answers(who: Who, meeting: Meeting) -> Refusal | None:
    """Secretary or chair, once the last day is over: until then whoever owes a sheet may answer."""
    refusal = refuse_keep(who, meeting) or refuse_by_opinion(meeting) or refuse_not_open(meeting)
    return refusal or _refuse_early(meeting, who.at)


def _refuse_early(meeting: Meeting, at: datetime) -> Refusal | None:
    due = meeting.answers_due_on
    if due is None or timezone.localdate(at) > due:
        return None
    return Refusal(
        "answers_still_due",
        gettext("Thành viên còn được gửi ý kiến đến hết %(day)s.") % {"day": due.strftime("%d/%m/%Y")},
        _("Sản phẩm nào đủ phiếu thì đã có kết quả."),
        _("Chờ hết hạn, hoặc đổi hạn gửi ý kiến."),
    )


@recorded
def end_answers(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """Ends the collection of opinions: members who owe a sheet count as absent with that reason, and every
    product with enough sheets is added up. One with too few waits for another day or another meeting.

    Refused: others than secretary and chair; a meeting of another kind or not open; before the last day is
    over.
    """
    ensure(refuse_end_answers(who_is(by, at), held(meeting)))
    items = list(meeting.items.filter(state=ItemState.SCORING).select_related("dossier__product"))
    owing: dict[Seat, tuple[bool, str]] = {}
    for item in items:
        item.meeting = meeting
        owing |= dict.fromkeys(bench(item, at).waiting_for, (False, NO_ANSWER))
    write_attendance(meeting, owing, by=by, at=at)
    for item in items:
        found = bench(item, at)
        if refuse_incomplete(found) is None:
            write_tally(item, found, by=by, at=at)
    return meeting


END_ANSWERS = Act(
    about=MEETING,
    name="end_answers",
    path="het-han-y-kien/",
    when=frozenset({MeetingState.OPEN}),
    refuse=refuse_end_answers,
    do=end_answers,
    button=_("Hết hạn ý kiến"),
    heading=lambda meeting: gettext("Tính kết quả của “%(title)s”") % {"title": meeting.title},
    lead=_("Người chưa gửi phiếu được ghi là vắng, lý do: không gửi ý kiến trước hạn."),
    said=_("Đã tính kết quả các sản phẩm đủ phiếu."),
    template="ui/confirm.html",
    weight="main",
    icon="gavel",
)
