"""Who may see a product on the agenda and its result, who runs its evaluation, what the chair decides."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions.conflicts import refuse_conflict, refuse_undeclared
from ocop.casework.review.permissions.councils import refuse_see_council
from ocop.casework.review.permissions.meetings import refuse_keep, refuse_not_open
from ocop.casework.review.permissions.who import (
    every_sealed_sheet_of,
    has_office,
    is_present,
    is_secretary,
    presiding_seat,
    seat_of,
)
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal

ALL_SEALED = frozenset(
    {ItemState.DISPUTED, ItemState.TALLIED, ItemState.CLOSED, ItemState.EXCLUDED, ItemState.WITHDRAWN}
)


def refuse_run(who: Who, item: AgendaItem) -> Refusal | None:
    """What secretary and chair do with a product in an open meeting, where no conflict keeps them from it."""
    return refuse_keep(who, item.meeting) or refuse_conflict(who, item) or refuse_not_open(item.meeting)


def refuse_preside(who: Who, item: AgendaItem) -> Refusal | None:
    """What only the chair decides: a present chair or vice-chair without a conflict about this product."""
    seat = presiding_seat(who, item.meeting)
    if seat is None or not is_present(who, seat, item.meeting):
        return Refusal(
            "not_chair",
            _("Việc này do chủ tịch hoặc phó chủ tịch hội đồng đang dự họp quyết định."),
            "",
            _("Nhờ người chủ trì thao tác trên tài khoản của mình."),
        )
    return refuse_conflict(who, item) or refuse_not_open(item.meeting)


def refuse_see_item(who: Who, item: AgendaItem) -> Refusal | None:
    """A product's page in the meeting: the council and the offices;
    nobody with a conflict or an owed declaration.
    """
    return (
        refuse_see_council(who, item.meeting.council)
        or refuse_conflict(who, item)
        or refuse_undeclared(who, item)
    )


def refuse_see_tally(who: Who, item: AgendaItem) -> Refusal | None:
    """Totals and other members' points (T-05): after all have sealed, for those who keep the meeting or
    sealed.

    The offices of the province see them once the meeting is closed.
    """
    if refusal := refuse_see_item(who, item):
        return refusal
    if item.state not in ALL_SEALED:
        return Refusal(
            "not_all_sealed",
            _("Chưa xem được điểm."),
            _("Điểm chỉ hiện khi mọi thành viên đã chốt phiếu của sản phẩm này."),
            _("Xem tiến độ ở bảng theo dõi."),
        )
    meeting = item.meeting
    if is_secretary(who, meeting.council) or presiding_seat(who, meeting) is not None:
        return None
    seat = seat_of(who, meeting.council_id)
    if seat is not None and (item.pk, seat.pk, item.pass_no) in who.once(every_sealed_sheet_of):
        return None
    offices = has_office(who, meeting.council, Role.PROVINCE_OFFICER, Role.SIGNER, Role.LEADER)
    if offices and meeting.state == MeetingState.CLOSED:
        return None
    return Refusal(
        "tally_not_for_you",
        _("Bạn chưa xem được kết quả của sản phẩm này."),
        _("Kết quả mở cho thành viên đã chốt phiếu, và cho cơ quan OCOP sau khi bế mạc."),
    )
