"""The code of a meeting's door: signed, short-lived, without a row."""

from __future__ import annotations

from datetime import datetime

from django.core.signing import BadSignature, Signer

from ocop.casework.review.models import Meeting
from ocop.casework.review.rules.presence import is_taken, period_of

_SALT = "review.presence"


def code_of(meeting: Meeting, at: datetime) -> str:
    """What the secretary shows now."""
    return Signer(salt=_SALT).sign(f"{meeting.key}:{period_of(at)}")


def is_code_of(meeting: Meeting, code: str, at: datetime) -> bool:
    """Whether somebody reads it off the wall of this meeting now; never an old photograph of it."""
    try:
        key, _colon, period = Signer(salt=_SALT).unsign(code).rpartition(":")
    except BadSignature:
        return False
    return key == str(meeting.key) and period.isascii() and period.isdigit() and is_taken(int(period), at)
