"""How a member showed to be it before a sheet is sealed that was made ready without network."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.contrib.auth.hashers import check_password

from ocop.casework.review.models import Meeting
from ocop.casework.review.states import UNFINISHED
from ocop.casework.room.models import MeetingPin
from ocop.casework.room.rules import MOST_WRONG
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.selectors import history

IN_SESSION = "room_pin"
PIN = "pin"
SIGNED_IN = "login"  # an account without password is asked for nothing more


def pin_of(person: Person, meeting: Meeting) -> MeetingPin | None:
    """The PIN of a member for a meeting; one that is over has none any more. One that was tried wrongly too
    often, or set by whoever knew an earlier password, is none until it is set anew: it is short, and a
    meeting may be planned for weeks.
    """
    if meeting.state not in UNFINISHED:
        return None
    found = MeetingPin.objects.filter(person=person, meeting=meeting).first()
    return None if found is None or _is_void(found, person) else found


def _is_void(known: MeetingPin, person: Person) -> bool:
    since = history(known, person).filter(at__gt=known.at)
    if since.filter(action="person.change_password").exists():
        return True
    return since.filter(action="room.wrong_pin").count() >= MOST_WRONG


def is_right(known: MeetingPin, given: str) -> bool:
    """Whether it is this PIN."""
    return check_password(given, known.pin)


def note_pin(session: Any, known: MeetingPin, at: datetime) -> None:
    """The right PIN was given in this session; it counts for its meeting, as long as a password does."""
    session[IN_SESSION] = {"pin": known.pk, "set": known.at.isoformat(), "at": at.timestamp()}


def proven_by(request: Any, meeting: Meeting, at: datetime) -> str:
    """By password, webauthn, totp, recovery_codes or pin, lately; empty where nothing was asked lately."""
    if did_recently_reauthenticate(request):
        records: list[dict[str, Any]] = get_authentication_records(request, request.user)
        last = records[-1] if records else {}
        return str(last.get("type") or last.get("method") or SIGNED_IN)
    said, known = request.session.get(IN_SESSION, {}), pin_of(request.user, meeting)
    if known is None or (said.get("pin"), said.get("set")) != (known.pk, known.at.isoformat()):
        return ""
    return PIN if at.timestamp() - said["at"] < app_settings.REAUTHENTICATION_TIMEOUT else ""
