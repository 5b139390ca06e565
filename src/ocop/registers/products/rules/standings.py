"""What can truthfully be said of a recognition on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar import CertificateEvent, EventKind, Term, certificate_term
from ocop.registers.products.rules.kinds import RecordStatus, StandingKind


@dataclass(frozen=True)
class Standing:
    """The status of a recognition on a day;
    `until` is the day that belongs to it, as `ocop status` defines it.
    """

    kind: StandingKind
    until: date | None = None

    @property
    def is_good(self) -> bool:
        """Whether the recognition holds today."""
        return self.kind in (StandingKind.VALID, StandingKind.EXTENDED)


def term_of(
    valid_from: date | None, expires_on: date | None, events: Iterable[CertificateEvent]
) -> Term | None:
    """The term of a recognition; None where the exact dates are not known."""
    if valid_from is None or expires_on is None:
        return None
    return certificate_term(valid_from, expires_on, events)


def standing_in(status_code: str, term: Term | None, on: date) -> Standing:
    """What holds on the day `on`. Where the exact dates are not known the answer is unknown, never valid."""
    if status_code == RecordStatus.REVOKED and term is None:
        return Standing(StandingKind.REVOKED)
    if status_code not in (RecordStatus.RECOGNISED, RecordStatus.REVOKED):
        return Standing(StandingKind.NOT_RECOGNISED)
    if term is None:
        return Standing(StandingKind.UNKNOWN)
    status = term.status(on)
    return Standing(StandingKind(status.kind), status.until)


def kept_standing(
    status_code: str,
    valid_from: date | None,
    expires_on: date | None,
    stops_on: date | None,
    ended_on: date | None,
    ended_by: str | None,
    *,
    on: date,
) -> Standing:
    """The same from what a listing keeps of a recognition."""
    if valid_from is None or expires_on is None or stops_on is None:
        return standing_in(status_code, None, on)
    ending = CertificateEvent(ended_on, EventKind(ended_by)) if ended_on and ended_by else None
    return standing_in(status_code, Term(valid_from, expires_on, stops_on, ending), on)


def standing(
    status_code: str,
    valid_from: date | None,
    expires_on: date | None,
    events: Sequence[CertificateEvent],
    on: date,
) -> Standing:
    """The same from the dates and events of a recognition."""
    return standing_in(status_code, term_of(valid_from, expires_on, events), on)
