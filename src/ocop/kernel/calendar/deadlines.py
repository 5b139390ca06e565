"""The deadlines of the programme. Every amount is read from a regulation: the one given, or the law in force.

`periods` are those of the regulation that a case follows; left out, or where that regulation does not set the
period, it is the law in force on the day from which the period counts (`legal_period`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ocop.kernel.calendar.days import HolidayTable
from ocop.kernel.calendar.periods import period_end, period_start
from ocop.kernel.law.in_force import (
    CERTIFICATE_TERM,
    COMMUNE_CHECK,
    EXTENSION_CAP,
    RENEWAL_RESULT,
    REVOCATION,
    WINDOW_CLOSES,
    WINDOW_OPENS,
    legal_period,
)
from ocop.kernel.law.model import Period

Periods = Mapping[str, Period]


def commune_check_due(
    received: date, periods: Periods | None = None, table: HolidayTable | None = None
) -> date:
    """Last day of the commune's check of a dossier received on `received`:
    working days (article 7(2), R26-23).
    """
    return period_end(received, legal_period(COMMUNE_CHECK, received, periods), table)


def renewal_result_due(
    complete: date, periods: Periods | None = None, table: HolidayTable | None = None
) -> date:
    """Last day for the result of a re-evaluation whose proposal was complete on `complete` (article 7(6)(g),
    R26-39).

    Plain days; an end on a day off moves to the next working day (Civil Code article 148(5)).
    """
    return period_end(complete, legal_period(RENEWAL_RESULT, complete, periods), table)


def revocation_due(
    conclusion: date, periods: Periods | None = None, table: HolidayTable | None = None
) -> date:
    """Last day to revoke after the conclusion, or the commune's word that production stopped (article 8(4),
    R26-43).

    Plain days; an end on a day off moves to the next working day (Civil Code article 148(5)).
    """
    return period_end(conclusion, legal_period(REVOCATION, conclusion, periods), table)


def certificate_expiry(issued: date, periods: Periods | None = None) -> date:
    """Last valid day of a certificate issued on `issued`: a plain date that never rolls (article 4(3),
    R26-10).

    For a certificate that is being issued; one that was issued keeps the day it was given (article 12(1),
    R26-47).
    """
    return period_end(issued, legal_period(CERTIFICATE_TERM, issued, periods))


def renewal_window(expiry: date, periods: Periods | None = None) -> tuple[date, date]:
    """First and last day to file for re-evaluation, both included: plain dates (article 7(6)(a), R26-36).

    ValueError where the periods give a window that closes before it opens, or after the expiry.
    """
    opens = period_start(expiry, legal_period(WINDOW_OPENS, expiry, periods))
    closes = period_start(expiry, legal_period(WINDOW_CLOSES, expiry, periods))
    if not opens <= closes <= expiry:
        raise ValueError("a window opens before it closes, and closes before the expiry")
    return opens, closes


def window_reaches(day: date, periods: Periods | None = None) -> date:
    """The last expiry whose window of re-evaluation has opened on `day`: what ends by then ends soon."""
    return period_end(day, legal_period(WINDOW_OPENS, day, periods))


def extension_cap(expiry: date, periods: Periods | None = None) -> date:
    """The last day that an extended certificate can reach: a plain date (article 12(3), R26-50)."""
    return period_end(expiry, legal_period(EXTENSION_CAP, expiry, periods))
