"""What must hold of a paper sheet, whoever asks."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from ocop.casework.paperwork.models import PaperSheet
from ocop.casework.review.models import AgendaItem, Attendance, Declaration, ScoreSheet, Seat
from ocop.casework.review.permissions import refuse_not_open
from ocop.casework.review.states import ItemState, SheetState
from ocop.foundation.refusals import Refusal


def refuse_paper_now(paper: PaperSheet, at: datetime) -> Refusal | None:
    """Why nothing is taken from this paper: the meeting is not in session, the product is not scored in this
    pass, or the member is away, has a conflict, or sealed a sheet already.
    """
    item, seat = paper.item, paper.seat
    if refusal := refuse_not_open(item.meeting):
        return refusal
    if item.state != ItemState.SCORING or paper.pass_no != item.pass_no:
        return Refusal(
            "paper_not_scoring",
            _("“%(product)s” không chấm ở lượt của phiếu giấy này.") % {"product": item},
            _("Phiếu giấy chỉ nhận khi sản phẩm đang được chấm ở đúng lượt in trên phiếu."),
        )
    return _refuse_member(item, seat, at)


def _refuse_member(item: AgendaItem, seat: Seat, at: datetime) -> Refusal | None:
    person = {"person": seat.person, "product": item}
    present = Attendance.objects.filter(meeting=item.meeting, seat=seat, is_present=True)
    if not seat.is_held(at) or not present.exists():
        return Refusal(
            "paper_member_absent",
            _("%(person)s không được điểm danh có mặt.") % person,
            _("Phiếu của người vắng mặt không tính vào điểm trung bình."),
            _("Ghi điểm danh trước, nếu người này có dự họp."),
        )
    if Declaration.objects.filter(item=item, seat=seat, has_conflict=True).exists():
        return Refusal(
            "paper_member_conflict",
            _("%(person)s có xung đột lợi ích với “%(product)s”.") % person,
            _("Người có xung đột lợi ích không đánh giá sản phẩm đó."),
        )
    own = ScoreSheet.objects.filter(item=item, seat=seat, pass_no=item.pass_no, state=SheetState.SEALED)
    if (sheet := own.order_by("edition").last()) is not None:
        return Refusal(
            "paper_member_sealed",
            _("%(person)s đã chốt phiếu của “%(product)s”.") % person,
            _("Phiếu đã chốt có mã %(code)s; mỗi thành viên chấm một sản phẩm một lần ở mỗi lượt.")
            % {"code": sheet.code},
        )
    return None
