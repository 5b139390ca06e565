"""What several acts ask of days and papers; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.samples.models import Laboratory
from ocop.foundation.acts import Refusal


def refuse_future(day: date, at: datetime) -> Refusal | None:
    """A day that has not come."""
    if day <= timezone.localdate(at):
        return None
    return Refusal(
        "day_to_come",
        _("Ngày %(day)s chưa đến.") % {"day": date_format(day, "d/m/Y")},
        "",
        _("Kiểm tra lại ngày."),
    )


def refuse_before(day: date, earliest: date, what: str) -> Refusal | None:
    """A day before something that must have come first."""
    if day >= earliest:
        return None
    return Refusal(
        "day_too_early",
        _("Ngày %(day)s trước %(what)s ngày %(earliest)s.")
        % {"day": date_format(day, "d/m/Y"), "what": what, "earliest": date_format(earliest, "d/m/Y")},
        "",
        _("Kiểm tra lại ngày."),
    )


def refuse_ended(laboratory: Laboratory, day: date) -> Refusal | None:
    """A laboratory whose accreditation had ended on the day of its work."""
    if laboratory.valid_until is None or not laboratory.has_ended(day):
        return None
    return Refusal(
        "accreditation_ended",
        _("Công nhận %(number)s của %(name)s đã hết hiệu lực từ sau ngày %(day)s.")
        % {
            "number": laboratory.accreditation_no,
            "name": laboratory.name,
            "day": date_format(laboratory.valid_until, "d/m/Y"),
        },
        _("Kết quả chỉ được tính khi phòng thử nghiệm còn được công nhận ngày ra kết quả."),
        _("Nếu đã được gia hạn, sửa ngày hiệu lực ở danh sách phòng thử nghiệm; nếu không, gửi phòng khác."),
    )
