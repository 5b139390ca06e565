"""Who may open, fill and seal a score sheet: each member the own one, blind to the others (T-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review.labels import item_state_name
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions.conflicts import refuse_conflict, refuse_undeclared
from ocop.casework.review.permissions.meetings import refuse_not_open
from ocop.casework.review.permissions.who import is_present, scoring_seat
from ocop.casework.review.rules import ItemState, SheetState
from ocop.foundation.ui.refusals import Refusal


def refuse_not_scoring(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Only members who score have a sheet; the secretary and strangers have none."""
    if scoring_seat(person, item.meeting, at) is not None:
        return None
    return Refusal(
        "not_scoring_member",
        _("Bạn không chấm điểm trong hội đồng này."),
        _("Chỉ chủ tịch, phó chủ tịch và uỷ viên hội đồng có phiếu đánh giá; thư ký không chấm."),
    )


def refuse_open_sheet(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Seeing the own sheet and the evidence beside it. A sealed sheet stays readable to its member."""
    if refusal := (
        refuse_not_scoring(person, item, at)
        or refuse_conflict(person, item)
        or refuse_undeclared(person, item, at)
    ):
        return refusal
    if own_sheet(person, item, at) is not None:
        return None
    return _refuse_begin(person, item, at)


def own_sheet(person: Any, item: AgendaItem, at: datetime) -> ScoreSheet | None:
    """The member's sheet of the present pass; None before the first save."""
    seat = scoring_seat(person, item.meeting, at)
    if seat is None:
        return None
    return ScoreSheet.objects.filter(item=item, seat=seat, pass_no=item.pass_no).first()


def _refuse_begin(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    return refuse_not_open(item.meeting) or _refuse_absent(person, item, at) or _refuse_state(item)


def _refuse_absent(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    seat = scoring_seat(person, item.meeting, at)
    if seat is not None and is_present(seat, item.meeting):
        return None
    return Refusal(
        "not_present",
        _("Bạn chưa được điểm danh có mặt."),
        _("Phiếu của người vắng mặt không tính vào điểm trung bình."),
        _("Báo thư ký điểm danh."),
    )


def _refuse_state(item: AgendaItem) -> Refusal | None:
    if item.state == ItemState.SCORING:
        return None
    return Refusal(
        "item_not_scoring",
        _("“%(product)s” chưa mở chấm hoặc đã chấm xong.") % {"product": item},
        _("Sản phẩm đang ở bước “%(state)s”.") % {"state": item_state_name(item.state)},
        _("Chọn sản phẩm khác, hoặc chờ thư ký mở chấm."),
    )


def refuse_save(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Saving a choice: meeting open, member present, declared without conflict,
    product being scored, not sealed.
    """
    if refusal := (
        refuse_not_scoring(person, item, at)
        or refuse_not_open(item.meeting)
        or refuse_conflict(person, item)
        or refuse_undeclared(person, item, at)
        or _refuse_sealed(person, item, at)
    ):
        return refusal
    return _refuse_begin(person, item, at)


def _refuse_sealed(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    sheet = own_sheet(person, item, at)
    if sheet is None or sheet.state != SheetState.SEALED:
        return None
    assert sheet.sealed_at is not None  # noqa: S101 - a constraint of the table
    return Refusal(
        "conflict_sheet_sealed",
        _("Phiếu này đã chốt lúc %(time)s, mã %(code)s.")
        % {"time": timezone.localtime(sheet.sealed_at).strftime("%H:%M"), "code": sheet.code},
        _("Phiếu đã chốt không sửa được. Không có gì bị mất."),
        _("Nếu cần chấm lại, hội đồng phải mở lượt chấm mới."),
    )


def refuse_seal(person: Any, item: AgendaItem, at: datetime) -> Refusal | None:
    """Sealing: as saving. Whether every criterion is answered is asked by the action."""
    return refuse_save(person, item, at)
