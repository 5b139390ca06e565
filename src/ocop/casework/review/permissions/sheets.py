"""Who may open, fill and seal a score sheet: each member the own one, blind to the others (T-05)."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review.labels import item_state_name
from ocop.casework.review.models import AgendaItem, ScoreSheet, Seat
from ocop.casework.review.permissions.conflicts import refuse_conflict, refuse_undeclared
from ocop.casework.review.permissions.meetings import refuse_not_open
from ocop.casework.review.permissions.who import is_present, scoring_seat
from ocop.casework.review.rules.places import places
from ocop.casework.review.states import ItemState, SheetState
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_open_sheet(who: Who, item: AgendaItem, sheet: ScoreSheet | None) -> Refusal | None:
    """Seeing the own sheet, where there is one, and the evidence beside it. A sealed one stays readable."""
    if refusal := (
        _refuse_not_scoring(who, item) or refuse_conflict(who, item) or refuse_undeclared(who, item)
    ):
        return refusal
    return refuse_begin(who, item) if sheet is None else None


def refuse_save(who: Who, item: AgendaItem) -> Refusal | None:
    """Saving and sealing: meeting open, member present, declared without conflict, product being scored, not
    sealed. Whether every criterion is answered is asked by sealing itself.
    """
    return refuse_fill(who, item) or refuse_sealed(own_sheet(who, item)) or refuse_begin(who, item)


def refuse_fill(who: Who, item: AgendaItem) -> Refusal | None:
    """What stands against filling a sheet, whatever the sheet says."""
    return (
        _refuse_not_scoring(who, item)
        or refuse_not_open(item.meeting)
        or refuse_conflict(who, item)
        or refuse_undeclared(who, item)
    )


def own_sheet(who: Who, item: AgendaItem) -> ScoreSheet | None:
    """The member's sheet of the present pass; None before the first save."""
    seat = scoring_seat(who, item.meeting)
    if seat is None:
        return None
    mine = ScoreSheet.objects.filter(item=item, seat=seat, pass_no=item.pass_no)
    return mine.order_by("edition").last()


def _refuse_not_scoring(who: Who, item: AgendaItem) -> Refusal | None:
    """Only members who score have a sheet; the secretary and strangers have none."""
    if scoring_seat(who, item.meeting) is not None:
        return None
    return Refusal(
        "not_scoring_member",
        _("Bạn không chấm điểm trong hội đồng này."),
        _("Chỉ chủ tịch, phó chủ tịch và ủy viên hội đồng có phiếu đánh giá; thư ký không chấm."),
    )


def refuse_begin(who: Who, item: AgendaItem) -> Refusal | None:
    """A sheet is begun by who is present, of a product that is being scored."""
    return (
        refuse_not_open(item.meeting)
        or _refuse_absent(who, item)
        or _refuse_state(item)
        or _refuse_taken(who, item)
    )


def _refuse_taken(who: Who, item: AgendaItem) -> Refusal | None:
    """A place on the council judges a product once: the member before may have done so."""
    seat = scoring_seat(who, item.meeting)
    if seat is None or seat.replaces_id is None:
        return None
    line = {one.pk: one.replaces_id for one in Seat.objects.filter(council=item.meeting.council_id)}
    place = places(line)
    mine = [pk for pk, first in place.items() if first == place[seat.pk] and pk != seat.pk]
    done = ScoreSheet.objects.filter(
        item=item, pass_no=item.pass_no, seat__in=mine, state=SheetState.SEALED
    ).select_related("seat__person")
    sheet = done.first()
    if sheet is None:
        return None
    return Refusal(
        "place_has_sealed",
        _("%(person)s đã chốt phiếu của sản phẩm này trước khi bạn thay.") % {"person": sheet.seat.person},
        _("Mỗi vị trí trong hội đồng chấm một sản phẩm một lần."),
        _("Chấm các sản phẩm còn lại."),
    )


def _refuse_absent(who: Who, item: AgendaItem) -> Refusal | None:
    seat = scoring_seat(who, item.meeting)
    if seat is not None and is_present(who, seat, item.meeting):
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


def refuse_sealed(sheet: ScoreSheet | None) -> Refusal | None:
    """A sheet that was handed in stays as it is."""
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
