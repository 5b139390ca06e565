"""Thêm một năm: enters the days off of a year, with the paper that they come from."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded
from ocop.kernel.calendar import Certainty, DayOff, lines_of, read_days
from ocop.registers.programme.about import DAYS_OFF
from ocop.registers.programme.forms.days_off import AsksDaysOff
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.permissions import refuse_days_off
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
    ensure(refuse_days_off(who_is(by, at)))
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
        gettext("Chỉ nhập được các năm từ %(first)s đến %(last)s.")
        % {"first": FIRST_YEAR, "last": this_year + YEARS_AHEAD},
        "",
        gettext("Xem lại năm."),
    )


def _refuse_source(source: str) -> Refusal | None:
    if source.strip():
        return None
    return Refusal(
        "source_missing",
        gettext("Chưa ghi nguồn."),
        gettext("Hạn của hồ sơ tính theo bảng này, nên phải biết bảng lấy từ đâu."),
        gettext("Ghi số, ngày, cơ quan của thông báo lịch nghỉ."),
    )


def _refuse_lines(wrong: list[str]) -> Refusal | None:
    if not wrong:
        return None
    return Refusal("days_unreadable", gettext("Danh sách ngày nghỉ chưa dùng được."), " ".join(wrong), "")


def say_entered(_known: object, row: YearOfDaysOff) -> str:
    """From now on by this table; and how many dossiers that moved."""
    said = gettext("Đã ghi ngày nghỉ năm %(year)s. Từ nay hạn được tính theo bảng này.") % {"year": row.year}
    if not row.moved:
        return said
    moved = ngettext(
        "Hạn của %(n)s hồ sơ đang xử lý đã đổi; xã và chủ thể được báo.",
        "Hạn của %(n)s hồ sơ đang xử lý đã đổi; xã và chủ thể được báo.", row.moved,
    )  # fmt: skip
    return f"{said} {moved % {'n': row.moved}}"


def page_of_year(_known: object, row: YearOfDaysOff) -> str:
    """The year that was entered."""
    return reverse("programme:days_off_year", args=[row.year])


ENTER_DAYS_OFF = Act(
    about=DAYS_OFF,
    name="days_off_enter",
    path="them/",
    refuse=refuse_days_off,
    form=AsksDaysOff,
    do=enter_days_off,
    button=_("Thêm một năm"),
    confirm=_("Ghi vào bảng ngày nghỉ"),
    said=say_entered,
    then=page_of_year,
)
