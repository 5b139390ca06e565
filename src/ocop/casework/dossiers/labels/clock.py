"""The commune's clock in words."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext


def working_days(left: int) -> str:
    """ "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 2 ngày làm việc"."""
    if left == 0:
        return gettext("hạn hôm nay")
    if left > 0:
        return ngettext("còn %(n)s ngày làm việc", "còn %(n)s ngày làm việc", left) % {"n": left}
    return ngettext("quá hạn %(n)s ngày làm việc", "quá hạn %(n)s ngày làm việc", -left) % {"n": -left}


def clock_kind(left: int) -> str:
    """The kind of chip for working days left."""
    return "bad" if left < 0 else "warn" if left <= 3 else "wait"


def weekday_date(day: date) -> str:
    """ "thứ Hai, 14/12/2026": deadlines are named with their weekday."""
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}"
