"""The deadlines of the programme. Amounts are arguments; the defaults are those of Decision 26/2026/QĐ-TTg."""

from __future__ import annotations

from datetime import date, timedelta

from ocop.kernel.calendar.days import HolidayTable, add_working_days
from ocop.kernel.calendar.periods import add_days, add_months

COMMUNE_CHECK_WORKING_DAYS = 15  # article 7(2)
RENEWAL_RESULT_DAYS = 45  # article 7(6)(g)
REVOCATION_DAYS = 15  # article 8(4)
CERTIFICATE_MONTHS = 36  # article 4(3)
WINDOW_OPENS_DAYS = 180  # article 7(6)(a): not earlier than
WINDOW_CLOSES_DAYS = 120  # article 7(6)(a): not later than
EXTENSION_DAYS = 180  # article 12(3)


def commune_check_due(
    received: date, working_days: int = COMMUNE_CHECK_WORKING_DAYS, table: HolidayTable | None = None
) -> date:
    """Last day of the commune's check of a dossier received on `received`: working days (article 7(2), R26-23)."""
    return add_working_days(received, working_days, table)


def renewal_result_due(complete: date, days: int = RENEWAL_RESULT_DAYS, table: HolidayTable | None = None) -> date:
    """Last day for the result of a re-evaluation whose proposal was complete on `complete` (article 7(6)(g), R26-39).

    Plain days; an end on a day off moves to the next working day (Civil Code article 148(5)).
    """
    return add_days(complete, days, rolls=True, table=table)


def revocation_due(conclusion: date, days: int = REVOCATION_DAYS, table: HolidayTable | None = None) -> date:
    """Last day to revoke after the conclusion, or the commune's word that production stopped (article 8(4), R26-43).

    Plain days; an end on a day off moves to the next working day (Civil Code article 148(5)).
    """
    return add_days(conclusion, days, rolls=True, table=table)


def certificate_expiry(issued: date, months: int = CERTIFICATE_MONTHS) -> date:
    """Last valid day of a certificate issued on `issued`: a plain date that never rolls (article 4(3), R26-10)."""
    return add_months(issued, months)


def renewal_window(expiry: date, opens: int = WINDOW_OPENS_DAYS, closes: int = WINDOW_CLOSES_DAYS) -> tuple[date, date]:
    """First and last day to file for re-evaluation, both included: plain dates (article 7(6)(a), R26-36)."""
    if not opens >= closes >= 0:
        raise ValueError("a window opens before it closes, and closes before the expiry")
    return expiry - timedelta(days=opens), expiry - timedelta(days=closes)


def extension_cap(expiry: date, days: int = EXTENSION_DAYS) -> date:
    """The last day that an extended certificate can reach: a plain date (article 12(3), R26-50)."""
    return add_days(expiry, days)
