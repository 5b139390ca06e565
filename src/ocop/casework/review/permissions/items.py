"""Who may do what with a product on the agenda."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_law
from ocop.casework.review.labels import item_state_name, said
from ocop.casework.review.models import AgendaItem, Council, Meeting, ScoreSheet, Seat
from ocop.casework.review.permissions.conflicts import refuse_conflict, refuse_undeclared
from ocop.casework.review.permissions.councils import refuse_see_council
from ocop.casework.review.permissions.meetings import refuse_keep, refuse_not_open, refuse_prepare
from ocop.casework.review.permissions.who import (
    has_office,
    is_present,
    is_secretary,
    presiding_seat,
    seat_of,
)
from ocop.casework.review.rules import ItemState, MeetingState, SheetState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.refusals import Refusal
from ocop.kernel.workflow import MoveRefused
from ocop.registers.programme.selectors import awaits_round

ALL_SEALED = frozenset({ItemState.DISPUTED, ItemState.TALLIED, ItemState.CLOSED, ItemState.EXCLUDED})


def refuse_move(item: AgendaItem, move: str) -> Refusal | None:
    """Whether the product's present state allows a move."""
    try:
        item.workflow.check(item.state, move, "…")
    except MoveRefused:
        return Refusal(
            "conflict_state",
            _("Chưa thể “%(move)s”.") % {"move": said(item.workflow.move(move).label)},
            _("“%(product)s” đang ở bước “%(state)s”.")
            % {"product": item, "state": item_state_name(item.state)},
            _("Tải lại trang để xem bước hiện tại. Không có gì bị mất."),
        )
    return None


def _refuse_run(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    return (
        refuse_keep(person, item.meeting, at)
        or refuse_conflict(person, item)
        or refuse_not_open(item.meeting)
    )


def refuse_open_item(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Letting members score a product: secretary or chair, in an open meeting."""
    return (
        _refuse_run(person, item, at)
        or refuse_move(item, "open")
        or refuse_law(item.dossier, timezone.localdate(at))
    )


def refuse_tally(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Asking for the tally: secretary or chair; whether all have sealed is asked by the action."""
    return _refuse_run(person, item, at) or refuse_move(item, "tally")


def refuse_preside(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """What only the chair decides: a present chair or vice-chair without a conflict about this product."""
    seat = presiding_seat(person, item.meeting, at)
    if seat is None or not is_present(seat, item.meeting):
        return Refusal(
            "not_chair",
            _("Việc này do chủ tịch hoặc phó chủ tịch hội đồng đang dự họp quyết định."),
            "",
            _("Nhờ người chủ trì thao tác trên tài khoản của mình."),
        )
    return refuse_conflict(person, item) or refuse_not_open(item.meeting)


def refuse_rescore(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Ordering another pass over a product with too wide a spread: secretary or chair."""
    return _refuse_run(person, item, at) or refuse_move(item, "rescore")


def refuse_resolve(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Recording what the council settled: the chair."""
    return refuse_preside(person, item, at) or refuse_move(item, "resolve")


def refuse_exclude(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Ending the evaluation on a ground of the sheet: the chair."""
    return refuse_preside(person, item, at) or refuse_move(item, "exclude")


def refuse_record_fact(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """A finding that changes points: secretary or chair, before the tally."""
    if refusal := _refuse_run(person, item, at):
        return refusal
    return None if item.state in {ItemState.WAITING, ItemState.SCORING} else refuse_move(item, "open")


def refuse_recommend(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Choosing between the ministry and 3 or 4 stars: the chair, once there is a result."""
    if refusal := refuse_preside(person, item, at):
        return refusal
    return None if item.state == ItemState.TALLIED else refuse_move(item, "close")


def refuse_remove(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Taking a product off the agenda:
    whoever prepares the meeting, while nobody has sealed a sheet (T-08).
    """
    if refusal := refuse_prepare(person, item.meeting, at) or refuse_move(item, "remove"):
        return refusal
    if ScoreSheet.objects.filter(item=item, state=SheetState.SEALED).exists():
        return Refusal(
            "sheets_already_sealed",
            _("“%(product)s” đã có phiếu chốt nên không đưa ra khỏi phiên họp được.") % {"product": item},
            _("Nếu không, có thể chấm đi chấm lại một sản phẩm cho tới khi được điểm mong muốn."),
            _("Tổng hợp kết quả trong phiên họp này."),
        )
    return None


def refuse_dossier(dossier: Dossier, meeting: Meeting, at: datetime) -> Refusal | None:
    """Whether a council may evaluate a dossier at a meeting: under a law that then holds, at the level that
    has it.

    No session is opened under an older law after its last day (article 12(2); R26-48, R26-49).
    """
    day = timezone.localdate(max(at, meeting.starts_at))
    if refusal := refuse_law(dossier, day):
        return refusal
    council = meeting.council
    is_here = council.place is None or council.place_id in {dossier.commune.parent_id, dossier.commune_id}
    if dossier.level_on(day) == council.level and is_here:
        return _refuse_limit_day(dossier, council)
    return Refusal(
        "other_council",
        _("“%(product)s” không do hội đồng này đánh giá.") % {"product": dossier.product.name},
        _("Quy trình của Quyết định %(number)s giao bước này cho hội đồng khác.")
        % {"number": dossier.law_on(day).own.number},
        _("Đưa hồ sơ vào phiên họp của hội đồng đúng cấp, đúng nơi."),
    )


def _refuse_limit_day(dossier: Dossier, council: Council) -> Refusal | None:
    """A proposal dated exactly a limit day goes into no round before a person has said which (R26-13)."""
    proposed = (
        dossier.intake_checks.exclude(proposed_on=None).order_by("-pk").values_list("proposed_on", flat=True)
    )
    on = proposed.first()
    if on is None or not awaits_round(council.programme, on):
        return None
    return Refusal(
        "round_undecided",
        _("“%(product)s” được xã đề nghị đúng ngày %(day)s.")
        % {"product": dossier.product.name, "day": f"{on:%d/%m/%Y}"},
        _("Điều 5 ghi “trước” ngày này, nên phải có người quyết định hồ sơ thuộc đợt nào."),
        _("Ghi quyết định ở trang “Ngày giáp mốc giữa hai đợt” trong mục Đợt đánh giá."),
    )


def refuse_put_on_agenda(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Adding products: whoever prepares the meeting."""
    return refuse_prepare(person, meeting, at)


def refuse_see_item(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """A product's page in the meeting: the council and the offices;
    nobody with a conflict or an owed declaration.
    """
    return (
        refuse_see_council(person, item.meeting.council, at)
        or refuse_conflict(person, item)
        or refuse_undeclared(person, item, at)
    )


def refuse_see_tally(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Totals and other members' points (T-05): after all have sealed, for those who keep the meeting or
    sealed.

    The offices of the province see them once the meeting is closed.
    """
    if refusal := refuse_see_item(person, item, at):
        return refusal
    if item.state not in ALL_SEALED:
        return Refusal(
            "not_all_sealed",
            _("Chưa xem được điểm."),
            _("Điểm chỉ hiện khi mọi thành viên đã chốt phiếu của sản phẩm này."),
            _("Xem tiến độ ở bảng theo dõi."),
        )
    meeting = item.meeting
    if is_secretary(person, meeting.council, at) or presiding_seat(person, meeting, at) is not None:
        return None
    seat = seat_of(person, meeting.council_id, at)
    if seat is not None and _has_sealed(seat, item):
        return None
    offices = has_office(person, meeting.council, at, Role.PROVINCE_OFFICER, Role.SIGNER, Role.LEADER)
    if offices and meeting.state == MeetingState.CLOSED:
        return None
    return Refusal(
        "tally_not_for_you",
        _("Bạn chưa xem được kết quả của sản phẩm này."),
        _("Kết quả mở cho thành viên đã chốt phiếu, và cho cơ quan OCOP sau khi bế mạc."),
    )


def _has_sealed(seat: Seat, item: AgendaItem) -> bool:
    return ScoreSheet.objects.filter(
        item=item, seat=seat, pass_no=item.pass_no, state=SheetState.SEALED
    ).exists()


def refuse_order(person: Any, meeting: Meeting, at: datetime) -> Refusal | None:
    """Changing the order of the agenda: whoever prepares the meeting."""
    return refuse_prepare(person, meeting, at)
