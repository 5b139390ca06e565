"""Why an act is annulled, and what can be (article 10(1)(b), R26-46)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.registers.products.rules import StandingKind

DECIDED_BY_MINISTRY = 5
"""Stars that the Minister recognises: the province annuls nothing of his."""
MOST_RESULTS = 200
"""Results of one annulment."""


class Ground(StrEnum):
    """Who found the act wrong."""

    MINISTRY = "ministry"
    PROVINCE = "province"


CAN_BE_ANNULLED: Mapping[StandingKind, bool] = {
    StandingKind.NOT_YET: True,
    StandingKind.VALID: True,
    StandingKind.EXTENDED: True,
    StandingKind.UNKNOWN: True,
    StandingKind.EXPIRED: True,
    StandingKind.REVOKED: False,
    StandingKind.REPLACED: False,
    StandingKind.ANNULLED: False,
    StandingKind.NOT_RECOGNISED: False,
}
"""Whether a recognition that stands so can be annulled. One that ended by its term can: it was wrong from its
first day. Of one with a certificate in its place that one is annulled.
"""
