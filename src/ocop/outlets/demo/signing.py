"""The key that signs the facts of certificates: taken up when the system is set up, before any decision of
this year; what the districts gave in 2022 is signed then.
"""

from __future__ import annotations

from datetime import datetime

from ocop.casework.certificates.signing import held_key, take_up_key
from ocop.casework.certificates.writes.proofs import prove_missing
from ocop.outlets.demo.stage import Stage


def note_signing(stage: Stage) -> None:
    """In the hour in which the offices are set up."""
    stage.diary.note("09-01 07:10", _take_up)


def _take_up(at: datetime) -> None:
    """A key that stands there already stays: the folder may hold that of a database of before."""
    if held_key() is None:
        take_up_key(at.date())
    prove_missing(at=at)
