"""What several acts ask of a meeting, a product or a sheet; every function gives the reason to refuse, or
None.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.rules.answers import is_known
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.labels import item_state_name
from ocop.casework.review.models import AgendaItem, Council, Meeting, MinutesCorrection
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors.panel import Bench
from ocop.casework.review.states import MeetingState
from ocop.foundation.documents.correcting import number_taken
from ocop.foundation.documents.rules import Wrong
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.kernel.scoring import Choice
from ocop.kernel.workflow import MoveRefused


def refuse_planned(meeting: Meeting) -> Refusal | None:
    """Whether the meeting still waits to be opened."""
    if meeting.state == MeetingState.PLANNED:
        return None
    if meeting.state == MeetingState.POSTPONED:
        return Refusal(
            "meeting_postponed",
            _("Phiên họp đang hoãn, chưa có ngày mới."),
            "",
            _("Đổi lịch họp: ghi ngày, giờ và địa điểm mới."),
        )
    return Refusal("conflict_state", _("Phiên họp không còn ở bước lên lịch."), "", _("Tải lại trang."))


def refuse_answers_due(due_on: date | None, starts_at: datetime, at: datetime) -> Refusal | None:
    """Whether written opinions have a last day, not before they are asked for nor in the past (R26-38)."""
    first = max(timezone.localdate(starts_at), timezone.localdate(at))
    if due_on is not None and due_on >= first:
        return None
    return Refusal(
        "answers_due",
        _("Chưa ghi hạn gửi ý kiến.") if due_on is None else _("Hạn gửi ý kiến đã qua."),
        _("Lấy ý kiến bằng văn bản cần một ngày cuối để tính kết quả."),
        _("Ghi hạn từ ngày %(day)s trở đi.") % {"day": first.strftime("%d/%m/%Y")},
    )


def refuse_by_opinion(meeting: Meeting) -> Refusal | None:
    """Whether the opinions are collected in writing."""
    if meeting.is_by_opinion:
        return None
    return Refusal("not_by_opinion", _("Phiên họp này không lấy ý kiến bằng văn bản."))


def refuse_day(council: Council, starts_at: datetime, at: datetime, *, has_begun: bool) -> Refusal | None:
    """Whether the council may meet then: not on a day that is over, and in office and with its unit on that
    day. An hour of today that is over must be meant.
    """
    day, today = timezone.localdate(starts_at), timezone.localdate(at)
    if day < today:
        return Refusal(
            "day_in_the_past",
            _("Ngày họp %(day)s đã qua.") % {"day": f"{day:%d/%m/%Y}"},
            _("Phiên họp được lên lịch trước khi diễn ra; điểm danh, phiếu và biên bản mang giờ thật."),
            _("Ghi ngày họp từ hôm nay trở đi."),
        )
    if starts_at < at and not has_begun:
        return Refusal(
            "hour_in_the_past",
            _("Giờ họp %(hour)s hôm nay đã qua.") % {"hour": timezone.localtime(starts_at).strftime("%H:%M")},
            "",
            _("Nếu phiên họp đã bắt đầu thật, đánh dấu “Phiên họp đã bắt đầu” rồi lưu lại."),
        )
    return _refuse_council(council, day)


def _refuse_council(council: Council, day: date) -> Refusal | None:
    unit = council.place
    if unit is not None and unit.valid_to is not None and unit.valid_to < day:
        return Refusal(
            "unit_abolished",
            _("%(unit)s đã kết thúc hoạt động ngày %(day)s.")
            % {"unit": unit, "day": f"{unit.valid_to:%d/%m/%Y}"},
            _("Hội đồng của đơn vị không còn thì không họp được nữa."),
            _("Lên lịch cho hội đồng cấp tỉnh."),
        )
    if council.is_in_office(day):
        return None
    return Refusal(
        "council_not_in_office",
        _("Ngày %(day)s hội đồng không trong thời hạn hoạt động.") % {"day": f"{day:%d/%m/%Y}"},
        _("Thời hạn ghi trong quyết định thành lập hội đồng."),
        _("Chọn ngày khác, hoặc sửa thời hạn nếu đã ghi sai."),
    )


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


def refuse_incomplete(found: Bench) -> Refusal | None:
    """Whether sheets are missing, or judges: a conflict leaves quorum and mean of the product."""
    if found.undecided:
        return earlier_sheet_undecided(found)
    if not found.is_complete:
        left = len(found.waiting_for)
        return Refusal(
            "sheets_missing",
            ngettext("Còn %(n)s phiếu chưa chốt.", "Còn %(n)s phiếu chưa chốt.", left) % {"n": left},
            _("Điểm chỉ tổng hợp khi mọi thành viên có mặt và không có xung đột lợi ích đã chốt phiếu."),
            _("Nhắc thành viên chốt phiếu, hoặc ghi vắng mặt người đã về."),
        )
    if not found.quorum.is_met:
        return Refusal(
            "item_quorum_not_met",
            _("Không đủ thành viên chấm sản phẩm này: có %(present)s, cần %(needed)s.")
            % {"present": found.quorum.present, "needed": found.quorum.needed},
            _("Người có xung đột lợi ích hoặc vắng mặt không tính vào số thành viên chấm."),
            _("Mời thêm thành viên dự họp hoặc chuyển sản phẩm sang phiên khác."),
        )
    return None


def earlier_sheet_undecided(found: Bench) -> Refusal:
    """A member sealed a sheet in the pass before and is away from this one."""
    names = ", ".join(str(sheet.seat.person) for sheet in found.undecided)
    return Refusal(
        "earlier_sheet_undecided",
        _("%(names)s đã chốt phiếu lượt trước và vắng mặt ở lượt chấm lại.") % {"names": names},
        _("Chủ trì phải quyết định phiếu lượt trước có được tính hay không; biên bản ghi lại."),
        _("Chủ trì mở sản phẩm và chọn “Quyết định phiếu lượt trước”."),
    )


def refuse_choice(item: AgendaItem, code: str, choice: Choice) -> Refusal | None:
    """Whether the rubric has the criterion, and the choice on it."""
    criteria = set_of(item.dossier).criteria
    if code not in criteria:
        return unknown_criterion(code)
    if is_known(criteria[code], choice):
        return None
    return Refusal(
        "unknown_choice",
        _("Tiêu chí %(code)s không có mức vừa chọn.") % {"code": code},
        "",
        _("Tải lại trang rồi chọn một mức trong danh sách."),
    )


def unknown_criterion(code: str) -> Refusal:
    """A criterion that the rubric does not have."""
    return Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": code})


def refuse_fact(item: AgendaItem, name: str, *, excludes: bool) -> Refusal | None:
    """Whether the set's sheet knows the finding, as one that ends the evaluation or not."""
    known = [finding.name for finding in findings(set_of(item.dossier)) if finding.excludes == excludes]
    if name in known:
        return None
    return Refusal(
        "unknown_fact",
        _("Phiếu của bộ sản phẩm này không có điều kiện vừa chọn."),
        "",
        _("Chọn một điều kiện trong danh sách."),
    )


def refuse_unknown_choices(item: AgendaItem, choices: Mapping[str, Choice]) -> Refusal | None:
    """Whether the rubric has every criterion, and the choice on it."""
    return next((one for code, choice in choices.items() if (one := refuse_choice(item, code, choice))), None)


def refuse_no_reason(reason: str) -> Refusal | None:
    """What goes into the minutes says why."""
    if reason.strip():
        return None
    return Refusal("reason_missing", _("Chưa ghi lý do."), _("Biên bản cần nêu căn cứ."))


def refuse_minutes_number(meeting: Meeting, number: str, year: int) -> Refusal | None:
    """Why minutes of this meeting cannot bear the number: none, without the mark of a demonstration, or
    given this year to another meeting of the same level and place.
    """
    return _refuse_written(meeting, number) or _refuse_taken(meeting, number, year)


def _refuse_written(meeting: Meeting, number: str) -> Refusal | None:
    if not number:
        return Refusal(
            "minutes_number_missing",
            _("Chưa ghi số biên bản."),
            _("Số do văn thư cấp; hệ thống không tự đặt."),
            _("Xin số của văn thư rồi ghi vào đây."),
        )
    programme = meeting.council.programme
    if programme.is_demonstration and programme.paper_mark and programme.paper_mark not in number:
        return Refusal(
            "number_without_mark",
            _("Số biên bản minh hoạ phải có “%(mark)s”.") % {"mark": programme.paper_mark},
            _("Để không ai nhầm với văn bản thật."),
            _("Ví dụ: 01%(mark)s/BB-HĐ.") % {"mark": programme.paper_mark},
        )
    return None


def _refuse_taken(meeting: Meeting, number: str, year: int) -> Refusal | None:
    """Councils of one programme, level and place share the numbers of one records office."""
    council = meeting.council
    own = {"council__programme": council.programme_id, "council__level": council.level}
    others = Meeting.objects.exclude(pk=meeting.pk).filter(council__place=council.place_id, **own)
    bears = others.filter(minutes_no=number, closed_at__year=year)
    put_right = MinutesCorrection.objects.filter(what=Wrong.NUMBER, meeting__in=others)
    holder = bears.exclude(corrections__in=put_right.filter(wrong=number)).first()
    if holder is None:
        given = put_right.filter(right=number, meeting__closed_at__year=year).select_related("meeting").last()
        holder = None if given is None else given.meeting
    return None if holder is None else number_taken(number, year, holder.title)
