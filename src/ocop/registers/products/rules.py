"""Kinds of evaluation, photographs and recognitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ocop.kernel.calendar import CertificateEvent, EventKind, certificate_status

__all__ = ["EventKind", "Kind", "PhotoKind", "Precision", "RecordStatus", "Standing", "StandingKind", "standing"]


class Kind(StrEnum):
    """Why a product is evaluated (Decision 26/2026, article 6(1))."""

    FIRST = "first"
    UPGRADE = "upgrade"
    RENEWAL = "renewal"


class PhotoKind(StrEnum):
    """What a photograph shows."""

    PRODUCT = "product"
    PACKAGING = "packaging"
    LABEL = "label"


class Precision(StrEnum):
    """How precisely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class RecordStatus(StrEnum):
    """What the source says of a product of the register."""

    RECOGNISED = "recognised"
    REVOKED = "revoked"
    RENEWAL_FAILED = "renewal_failed"
    COUNCIL_RESULT = "council_result"
    CANDIDATE = "candidate"
    CLAIM_NOT_CONFIRMED = "claim_not_confirmed"


class StandingKind(StrEnum):
    """What can truthfully be said of a recognition today: the words of `ocop status`, and three for old records."""

    NOT_YET = "not_yet"
    VALID = "valid"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ANNULLED = "annulled"
    UNKNOWN = "unknown"
    NOT_RECOGNISED = "not_recognised"


@dataclass(frozen=True)
class Standing:
    """The status of a recognition on a day; `until` is the day that belongs to it, as `ocop status` defines it."""

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
