"""The status of a certificate on a date:
plain dates, both ends included, no holiday table (articles 4, 8, 12).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ocop.kernel.calendar.deadlines import Periods, extension_cap

ONE_DAY = timedelta(days=1)


class StatusKind(StrEnum):
    """What a certificate is on a date."""

    NOT_YET = "not_yet"
    VALID = "valid"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ANNULLED = "annulled"


class EventKind(StrEnum):
    """What can happen to a certificate after its issue."""

    REVOKED = "revoked"
    REPLACED = "replaced"
    ANNULLED = "annulled"
    RENEWAL_FILED = "renewal_filed"
    RENEWAL_RESULT = "renewal_result"
    RENEWAL_WITHDRAWN = "renewal_withdrawn"
    EXTENDED = "extended"


_ENDINGS: Mapping[EventKind, StatusKind] = {
    EventKind.REVOKED: StatusKind.REVOKED,
    EventKind.REPLACED: StatusKind.REPLACED,
    EventKind.ANNULLED: StatusKind.ANNULLED,
}

_WAITS_NO_MORE = frozenset({EventKind.RENEWAL_RESULT, EventKind.RENEWAL_WITHDRAWN})
"""What an extension waits for has come, or will not come any more."""


@dataclass(frozen=True)
class CertificateEvent:
    """One thing that happened to a certificate, with its date."""

    on: date
    kind: EventKind


@dataclass(frozen=True)
class Status:
    """What a certificate is on a date, and `until`.

    For not_yet that is the first valid day, for valid the expiry, for extended its hard stop, otherwise the
    last valid day. A certificate ended on or before its first day had no valid day: `until` then lies before
    the first day.
    """

    kind: StatusKind
    until: date


@dataclass(frozen=True)
class Term:
    """What the record says of a certificate, whatever the day: its first day and its expiry, `stops_on` (the
    last day, an extension included), and what ended it, if anything did.
    """

    valid_from: date
    expires_on: date
    stops_on: date
    ending: CertificateEvent | None = None

    def status(self, on: date) -> Status:
        """What the certificate is on the date `on`."""
        if self.ending is not None and self.ending.on <= on:
            return Status(_ENDINGS[self.ending.kind], min(self.stops_on, self.ending.on - ONE_DAY))
        if on < self.valid_from:
            return Status(StatusKind.NOT_YET, self.valid_from)
        if on <= self.expires_on:
            return Status(StatusKind.VALID, self.expires_on)
        return Status(StatusKind.EXTENDED if on <= self.stops_on else StatusKind.EXPIRED, self.stops_on)


def certificate_term(
    valid_from: date, expires_on: date, events: Iterable[CertificateEvent], periods: Periods | None = None
) -> Term:
    """The term of a certificate and what became of it.

    Revoked, replaced and annulled hold from their date; the earliest wins, of one date the first recorded. An
    extension, whenever it was recorded, counts only after `expires_on` and stops the day before the renewal
    result, or before the holder withdrew the renewal that it waits for, at the latest at its cap by `periods`
    or by the law in force at the expiry (R26-50). ValueError when the certificate expires before it begins.
    """
    if expires_on < valid_from:
        raise ValueError("a certificate does not expire before it begins")
    known = tuple(events)
    endings = (event for event in known if event.kind in _ENDINGS)
    ending = min(endings, key=lambda event: event.on, default=None)
    return Term(valid_from, expires_on, _last_day(expires_on, known, periods), ending)


def certificate_status(
    valid_from: date,
    expires_on: date,
    events: Iterable[CertificateEvent],
    on: date,
    periods: Periods | None = None,
) -> Status:
    """What the certificate is on the date `on`, by all that is on record (`certificate_term`)."""
    return certificate_term(valid_from, expires_on, events, periods).status(on)


def _last_day(expires_on: date, events: tuple[CertificateEvent, ...], periods: Periods | None) -> date:
    """The expiry, or the hard stop of the extension where there is one and it leads beyond the expiry."""
    if all(event.kind is not EventKind.EXTENDED for event in events):
        return expires_on
    results = [event.on - ONE_DAY for event in events if event.kind in _WAITS_NO_MORE]
    return max(expires_on, min([extension_cap(expires_on, periods), *results]))
