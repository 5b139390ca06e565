"""Who may prepare, open, keep and close a meeting, and what stands against opening and closing it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.permissions import refuse_law
from ocop.casework.review.labels import item_state_name, meeting_state_name
from ocop.casework.review.models import Attendance, Meeting, Seat, WorkingRules
from ocop.casework.review.permissions.councils import refuse_see_council, refuse_set_up
from ocop.casework.review.permissions.who import has_conflict_in, is_secretary, presiding_seat, seats_held
from ocop.casework.review.rules import (
    LIVE_ITEMS,
    PRESIDING_FUNCTIONS,
    SCORING_FUNCTIONS,
    Function,
    ItemState,
    MeetingState,
)
from ocop.casework.review.rules.composition import chairs_by_right
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.foundation.ui.refusals import Refusal


def refuse_see_meeting(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """A meeting's page: the council's members, and the offices of the province."""
    return refuse_see_council(person, meeting.council, at)


def refuse_prepare(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Agenda and attendance: whoever sets up the council, until the meeting is closed."""
    return refuse_set_up(person, meeting.council, at) or _refuse_over(meeting)


def _refuse_over(meeting: Meeting) -> Refusal | None:
    if meeting.state in {MeetingState.PLANNED, MeetingState.OPEN}:
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


def refuse_keep(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Running the session: the secretary, the chair or a vice-chair."""
    if is_secretary(person, meeting.council, at) or presiding_seat(person, meeting, at) is not None:
        return None
    return Refusal(
        "not_keeper",
        _("Bạn không điều hành phiên họp này."),
        _("Việc này của chủ tịch, phó chủ tịch và thư ký hội đồng."),
    )


def refuse_open(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Opening: the first thing that stands against it."""
    if refusal := refuse_keep(person, meeting, at) or _refuse_planned(meeting):
        return refusal
    return next(opening_gaps(meeting, at), None)


def _refuse_planned(meeting: Meeting) -> Refusal | None:
    if meeting.state == MeetingState.PLANNED:
        return None
    return Refusal("conflict_state", _("Phiên họp không còn ở bước lên lịch."), "", _("Tải lại trang."))


def rules_on(meeting: Meeting, at: datetime) -> WorkingRules | None:
    """The version of the working rules in force at a moment: the latest that has begun."""
    day = timezone.localdate(at)
    return meeting.council.working_rules.filter(effective_on__lte=day).order_by("-effective_on").first()


def present_seats(meeting: Meeting, at: datetime) -> list[Seat]:
    """The seats that are held and written down as taking part."""
    present = Attendance.objects.filter(meeting=meeting, is_present=True).values("seat")
    return list(seats_held(at).filter(council=meeting.council_id, pk__in=present).select_related("person"))


def meeting_quorum(meeting: Meeting, rules: WorkingRules, at: datetime) -> Quorum:
    """Scoring members of the council, and those of them who take part."""
    members = seats_held(at).filter(council=meeting.council_id, function__in=SCORING_FUNCTIONS).count()
    present = sum(seat.scores for seat in present_seats(meeting, at))
    return quorum(members, present, rules.quorum_share, rules.quorum_least)


def opening_gaps(meeting: Meeting, at: datetime) -> Iterator[Refusal]:
    """Everything that stands against opening (R26-14, R26-26, R26-28):
    papers, rules, quorum, chair, agenda.
    """
    yield from _papers(meeting, at)
    rules = rules_on(meeting, at)
    if rules is None:
        yield Refusal(
            "no_working_rules",
            _("Hội đồng chưa có quy chế hoạt động có hiệu lực hôm nay."),
            _("Số thành viên tối thiểu và cách tổng hợp điểm lấy từ quy chế; hệ thống không tự đặt."),
            _("Ghi quy chế ở trang hội đồng."),
        )
    else:
        yield from _attendance(meeting, rules, at)
        if meeting.round is not None and meeting.round.is_extra and not rules.extra_rounds:
            yield Refusal(
                "extra_round_not_provided",
                _("Quy chế không cho phép tổ chức đợt bổ sung."),
                _("Đợt ngoài hai đợt luật định phải có trong quy chế (điều 5 khoản 1)."),
            )
    items = list(meeting.items.filter(state__in=sorted(LIVE_ITEMS)).select_related("dossier__product"))
    if not items:
        yield Refusal(
            "agenda_empty", _("Chưa có sản phẩm nào trong phiên họp."), "", _("Đưa sản phẩm vào phiên họp.")
        )
    for item in items:
        if refusal := refuse_law(item.dossier, timezone.localdate(at)):
            yield refusal


def _papers(meeting: Meeting, at: datetime) -> Iterator[Refusal]:
    council, day = meeting.council, timezone.localdate(at)
    if not council.is_in_office(day):
        yield Refusal(
            "council_not_in_office",
            _("Hội đồng không trong thời hạn hoạt động."),
            _("Thời hạn ghi trong quyết định thành lập hội đồng."),
        )
    named = (
        (council.established_by, _("Quyết định thành lập hội đồng")),
        (council.team_by, _("Quyết định lập tổ tư vấn")),
    )
    for paper, name in named:
        if paper.issued_on > day:
            yield Refusal("paper_not_in_force", _("%(paper)s chưa có hiệu lực hôm nay.") % {"paper": name})


def _attendance(meeting: Meeting, rules: WorkingRules, at: datetime) -> Iterator[Refusal]:
    found = meeting_quorum(meeting, rules, at)
    if not found.is_met:
        yield Refusal(
            "quorum_not_met",
            _("Chưa đủ số thành viên: có mặt %(present)s, cần %(needed)s trên %(members)s.")
            % {"present": found.present, "needed": found.needed, "members": found.members},
            _("Số thành viên tối thiểu theo quy chế hội đồng."),
            _("Điểm danh lại hoặc dời phiên họp."),
        )
    yield from _chair(meeting, rules, at)


def chair_of(meeting: Meeting, rules: WorkingRules, at: datetime) -> Seat | None:
    """Who chairs: the chair where present, else a present vice-chair where the rules allow it."""
    present = [seat for seat in present_seats(meeting, at) if seat.function in PRESIDING_FUNCTIONS]
    chairs = [seat for seat in present if seat.function == Function.CHAIR]
    if chairs or rules.chair_must_attend:
        return next(iter(chairs), None)
    return next(iter(present), None)


def _chair(meeting: Meeting, rules: WorkingRules, at: datetime) -> Iterator[Refusal]:
    chair = chair_of(meeting, rules, at)
    if chair is None:
        yield Refusal(
            "chair_absent",
            _("Không có người chủ trì."),
            _("Theo quy chế, chủ tịch hội đồng phải dự họp.")
            if rules.chair_must_attend
            else _("Cần chủ tịch hoặc phó chủ tịch hội đồng có mặt."),
            _("Điểm danh lại hoặc dời phiên họp."),
        )
    elif (
        chair.function == Function.CHAIR and not chairs_by_right(chair.agency) and chair.authorised_by is None
    ):
        yield Refusal(
            "chair_not_authorised",
            _("Chủ tịch hội đồng chưa có văn bản uỷ quyền chủ trì."),
            _("Người không phải lãnh đạo UBND tỉnh chủ trì thì phải được uỷ quyền bằng văn bản."),
            _("Ghi văn bản uỷ quyền ở trang hội đồng."),
        )


def refuse_cancel(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Cancelling a planned meeting: whoever sets up the council."""
    return refuse_set_up(person, meeting.council, at) or _refuse_planned(meeting)


def refuse_close(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Closing: the first thing that stands against it."""
    if refusal := refuse_keep(person, meeting, at) or refuse_not_open(meeting):
        return refusal
    return next(closing_gaps(meeting), None)


def closing_gaps(meeting: Meeting) -> Iterator[Refusal]:
    """Every product that has no result yet, or no proposal of the council."""
    for item in meeting.items.select_related("dossier__product"):
        if item.state in {ItemState.WAITING, ItemState.SCORING, ItemState.DISPUTED}:
            yield Refusal(
                "item_unfinished",
                _("“%(product)s” chưa có kết quả: %(state)s.")
                % {"product": item, "state": item_state_name(item.state).lower()},
                "",
                _("Tổng hợp xong hoặc đưa sản phẩm ra khỏi phiên họp."),
            )
        elif item.state == ItemState.TALLIED and not item.recommendation:
            yield Refusal(
                "recommendation_missing",
                _("“%(product)s” từ 90 điểm nhưng chưa có phương án của chủ tịch.") % {"product": item},
                "",
                _("Chủ tịch chọn phương án và ghi lý do."),
            )


def refuse_read_minutes(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """The minutes: who may see the meeting, but nobody with a conflict about one of its products."""
    if has_conflict_in(person, meeting):
        return Refusal(
            "own_interest_minutes",
            _("Bạn không xem được biên bản này."),
            _("Biên bản có kết quả của sản phẩm mà bạn có xung đột lợi ích."),
        )
    return refuse_see_meeting(person, meeting, at)
