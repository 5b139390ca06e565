"""Reads of decisions and certificates that pages, papers and other packages share."""

from ocop.casework.certificates.selectors.changes import Changes, changes_since_return
from ocop.casework.certificates.selectors.desks import to_propose, to_sign, waiting
from ocop.casework.certificates.selectors.packages import package_of
from ocop.casework.certificates.selectors.printing import photos_of, printed_of
from ocop.casework.certificates.selectors.public import Answer, certificate_by_code, look_up, status_on
from ocop.casework.certificates.selectors.results import undecided, unnoticed

__all__ = [
    "Answer",
    "Changes",
    "certificate_by_code",
    "changes_since_return",
    "look_up",
    "package_of",
    "photos_of",
    "printed_of",
    "status_on",
    "to_propose",
    "to_sign",
    "undecided",
    "unnoticed",
    "waiting",
]
