"""Every write on people, offices and appointments."""

from ocop.foundation.accounts.actions.appointments import (
    appoint,
    end_appointment,
    open_commune_offices,
    open_office,
)
from ocop.foundation.accounts.actions.people import (
    change_details,
    deactivate,
    end_other_sessions,
    issue_password_link,
    open_account,
    reactivate,
)

__all__ = [
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
