"""Days and periods: working days, periods of the Civil Code, deadlines of the programme,
status of a certificate.
"""

from ocop.kernel.calendar.commands import dates_command, status_command
from ocop.kernel.calendar.days import (
    Certainty,
    DayOff,
    HolidayTable,
    UnknownYear,
    add_working_days,
    doubtful_days,
    is_working_day,
    provisional_years,
    read_table,
    roll_to_working_day,
    vietnam,
)
from ocop.kernel.calendar.deadlines import (
    certificate_expiry,
    commune_check_due,
    extension_cap,
    renewal_result_due,
    renewal_window,
    revocation_due,
    window_reaches,
)
from ocop.kernel.calendar.periods import add_days, add_months, period_end, term_between
from ocop.kernel.calendar.status import (
    CertificateEvent,
    EventKind,
    Status,
    StatusKind,
    Term,
    certificate_status,
    certificate_term,
)

__all__ = [
    "Certainty",
    "CertificateEvent",
    "DayOff",
    "EventKind",
    "HolidayTable",
    "Status",
    "StatusKind",
    "Term",
    "UnknownYear",
    "add_days",
    "add_months",
    "add_working_days",
    "certificate_expiry",
    "certificate_status",
    "certificate_term",
    "commune_check_due",
    "dates_command",
    "doubtful_days",
    "extension_cap",
    "is_working_day",
    "period_end",
    "provisional_years",
    "read_table",
    "renewal_result_due",
    "renewal_window",
    "revocation_due",
    "roll_to_working_day",
    "status_command",
    "term_between",
    "vietnam",
    "window_reaches",
]
