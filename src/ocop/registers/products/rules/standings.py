"""What can truthfully be said of a recognition on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar import CertificateEvent, certificate_status
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


def standing(
    status_code: str,
    valid_from: date | None,
    expires_on: date | None,
    events: Sequence[CertificateEvent],
    on: date,
) -> Standing:
    """What holds on the day `on`. Where the exact dates are not known the answer is unknown, never valid."""
    if status_code == RecordStatus.REVOKED and valid_from is None:
        return Standing(StandingKind.REVOKED)
    if status_code not in (RecordStatus.RECOGNISED, RecordStatus.REVOKED):
        return Standing(StandingKind.NOT_RECOGNISED)
    if valid_from is None or expires_on is None:
        return Standing(StandingKind.UNKNOWN)
    status = certificate_status(valid_from, expires_on, events, on)
    return Standing(StandingKind(status.kind), status.until)
