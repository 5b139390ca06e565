"""Entering the days off of a year, with the paper that they come from."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, ensure
from ocop.kernel.calendar import Certainty, DayOff, lines_of, read_days
from ocop.registers.programme import permissions
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.selectors import days_off

FIRST_YEAR = 2019
YEARS_AHEAD = 3


@recorded
def enter_days_off(
    *, year: int, certainty: str, source: str, days: str, by: Person, at: datetime
) -> YearOfDaysOff:
    """Enters or replaces a year; from then on every date is counted by it, here and within a minute in every
    other process, and last days that are stored are counted again. What was entered before stays on record.

    Refused: all but the operator; a year that is over long since or far ahead; no source; a line that is no
    day of the year; fewer days than the Labour Code gives.
    """
    ensure(permissions.refuse_days_off(by, at))
    ensure(_refuse_year(year, timezone.localdate(at).year))
    ensure(_refuse_source(source))
    read, wrong = read_days(days, year)
    ensure(_refuse_lines(list(lines_of(wrong, get_language() or "vi"))))
    row = YearOfDaysOff(
        year=year, certainty=_certainty(certainty, read), source=" ".join(source.split()),
        days=YearOfDaysOff.stored(read), entered_at=at, entered_by=by,
    )  # fmt: skip
    row.save()
    record("programme.enter_days_off", row, by=by, at=at, data={"year": year, "content": row.content_hash()})
    row.moved = days_off.recount_all(year=year, by=by, at=at)
    transaction.on_commit(days_off.forget)
    return row


def _certainty(given: str, days: list[DayOff]) -> str:
    """A year with a day that is not certain is not certain itself."""
    doubtful = any(day.certainty is not Certainty.CONFIRMED for day in days)
    return Certainty.TO_CHECK.value if doubtful and given == Certainty.CONFIRMED else Certainty(given).value


def _refuse_year(year: int, this_year: int) -> Refusal | None:
    if FIRST_YEAR <= year <= this_year + YEARS_AHEAD:
        return None
    return Refusal(
        "year_out_of_range",
        _("Chỉ nhập được các năm từ %(first)s đến %(last)s.")
        % {"first": FIRST_YEAR, "last": this_year + YEARS_AHEAD},
        "",
        _("Xem lại năm."),
    )


def _refuse_source(source: str) -> Refusal | None:
    if source.strip():
        return None
    return Refusal(
        "source_missing",
        _("Chưa ghi nguồn."),
        _("Hạn của hồ sơ tính theo bảng này, nên phải biết bảng lấy từ đâu."),
        _("Ghi số, ngày, cơ quan của thông báo lịch nghỉ."),
    )


def _refuse_lines(wrong: list[str]) -> Refusal | None:
    if not wrong:
        return None
    return Refusal("days_unreadable", _("Danh sách ngày nghỉ chưa dùng được."), " ".join(wrong), "")
