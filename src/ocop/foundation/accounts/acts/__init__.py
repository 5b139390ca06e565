"""Every act of this package, in the order of the work; one file each."""

from ocop.foundation.accounts.acts.appoint import APPOINT, appoint
from ocop.foundation.accounts.acts.change_details import change_details
from ocop.foundation.accounts.acts.deactivate import DEACTIVATE, deactivate
from ocop.foundation.accounts.acts.end_appointment import END_APPOINTMENT, end_appointment
from ocop.foundation.accounts.acts.end_other_sessions import end_other_sessions
from ocop.foundation.accounts.acts.issue_password_link import ISSUE_PASSWORD_LINK, issue_password_link
from ocop.foundation.accounts.acts.open_account import OPEN_ACCOUNT, open_account
from ocop.foundation.accounts.acts.open_commune_offices import OPEN_COMMUNE_OFFICES, open_commune_offices
from ocop.foundation.accounts.acts.open_office import OPEN_OFFICE, open_office
from ocop.foundation.accounts.acts.reactivate import REACTIVATE, reactivate

ACTS = (
    OPEN_OFFICE, OPEN_COMMUNE_OFFICES, OPEN_ACCOUNT, ISSUE_PASSWORD_LINK, APPOINT, END_APPOINTMENT,
    DEACTIVATE, REACTIVATE,
)  # fmt: skip

__all__ = [
    "ACTS",
    "APPOINT",
    "DEACTIVATE",
    "END_APPOINTMENT",
    "ISSUE_PASSWORD_LINK",
    "OPEN_ACCOUNT",
    "OPEN_COMMUNE_OFFICES",
    "OPEN_OFFICE",
    "REACTIVATE",
    "appoint",
    "change_details",
    "deactivate",
    "end_appointment",
    "end_other_sessions",
    "issue_password_link",
    "open_account",
    "open_commune_offices",
    "open_office",
    "reactivate",
]
