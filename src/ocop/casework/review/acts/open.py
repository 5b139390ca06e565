"""Khai mạc: the session opens under the working rules in force today (R26-26)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.permissions import refuse_law
from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_planned
from ocop.casework.review.models import Meeting, Seat, WorkingRules
from ocop.casework.review.permissions import refuse_keep
from ocop.casework.review.permissions.who import is_secretary, seats_held
from ocop.casework.review.rules import PRESIDING_FUNCTIONS, SCORING_FUNCTIONS, Function
from ocop.casework.review.rules.composition import chairs_by_right
from ocop.casework.review.rules.quorum import Quorum, quorum
from ocop.casework.review.selectors import present_seats, rules_in_force
from ocop.casework.review.states import LIVE_ITEMS, MEETING_WORKFLOW
from ocop.casework.review.writes.attendance import write_attendance
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded, transition


def refuse_open(who: Who, meeting: Meeting) -> Refusal | None:
    """Whoever keeps the meeting; then the first thing that stands against it."""
    if refusal := refuse_keep(who, meeting) or refuse_planned(meeting):
        return refusal
    return next(opening_gaps(meeting, who.at), None)


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
    rules = rules_in_force(meeting.council, at)
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
                _("Đợt ngoài hai đợt luật định phải có trong quy chế (khoản 1 Điều 5)."),
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
            said = gettext("%(paper)s chưa có hiệu lực hôm nay.") % {"paper": name}
            yield Refusal("paper_not_in_force", said)


def _attendance(meeting: Meeting, rules: WorkingRules, at: datetime) -> Iterator[Refusal]:
    found = meeting_quorum(meeting, rules, at)
    if not found.is_met:
        yield Refusal(
            "quorum_not_met",
            gettext("Chưa đủ số thành viên: có mặt %(present)s, cần %(needed)s/%(members)s.")
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
            _("Chủ tịch hội đồng chưa có văn bản ủy quyền chủ trì."),
            _("Người không phải lãnh đạo UBND tỉnh chủ trì thì phải được ủy quyền bằng văn bản."),
            _("Ghi văn bản ủy quyền ở trang hội đồng."),
        )


@recorded
def open_meeting(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """Opens the session under the working rules in force today (R26-26). Where opinions are collected in
    writing, every member is asked and counts as taking part until the last day for answers is over.

    Refused, each with its own sentence: other people; council out of office; a paper not in force; no working
    rules; no quorum; no chair, or one without authority; an extra round that the rules do not provide for; an
    empty agenda.
    """
    who = who_is(by, at)
    ensure(refuse_open(who, held(meeting)))
    rules = rules_in_force(meeting.council, at)
    assert rules is not None  # noqa: S101 - the refusal has seen them
    changes: dict[str, Any] = {"rules": rules, "chaired_by": chair_of(meeting, rules, at), "opened_at": at}
    if is_secretary(who, meeting.council):
        changes["recorded_by"] = by
    if meeting.is_by_opinion:
        asked = dict.fromkeys(present_seats(meeting, at), (True, ""))
        write_attendance(meeting, asked, by=by, at=at)
    transition(meeting, "open", by=by, at=at, changes=changes, data={"rules": rules.pk})
    return meeting


OPEN = Act(
    about=MEETING,
    name="open",
    path="khai-mac/",
    move=MEETING_WORKFLOW.move("open"),
    refuse=refuse_open,
    do=open_meeting,
    heading=lambda meeting: gettext("Khai mạc “%(title)s”") % {"title": meeting.title},
    lead=_("Quy chế có hiệu lực hôm nay sẽ áp dụng cho cả phiên họp."),
    said=_("Đã khai mạc. Thành viên khai báo rồi bắt đầu chấm."),
    template="ui/confirm.html",
    weight="main",
    icon="gavel",
)
