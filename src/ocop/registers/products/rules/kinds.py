"""Kinds of evaluation, photographs and recognitions."""

from __future__ import annotations

from enum import StrEnum


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
    """What can truthfully be said of a recognition today:
    the words of `ocop status`, and three for old records.
    """

    NOT_YET = "not_yet"
    VALID = "valid"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ANNULLED = "annulled"
    UNKNOWN = "unknown"
    NOT_RECOGNISED = "not_recognised"


# what makes a product one of the public catalogue
PUBLIC_STATUSES = (RecordStatus.RECOGNISED, RecordStatus.REVOKED)
