"""Using a code: whoever has it sets a new password, without being signed in; so there is no Act."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db.models import F
from django.utils.crypto import constant_time_compare

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.acts import record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.notices import tell_used
from ocop.foundation.recovery.writes import digest


@recorded
def use_code(*, login: str, code: str, password: str, at: datetime) -> Person | None:
    """Whose password is new now. Every open sign-in ends, the owner is told; the second step stays.

    None, and a wrong guess counted, where name and code do not belong together or the code opens nothing any
    more. Raises ValidationError, and the code stays good, for a password that this person may not have.
    """
    person = tries.person_named(login)
    if person is None:
        return None
    person = holding(Person.objects).get(pk=person.pk)
    latest = ResetCode.objects.filter(person=person).first()
    if latest is None or not latest.is_open(at) or not person.is_active:
        return None
    if not constant_time_compare(latest.digest, digest(person, code)):
        ResetCode.objects.filter(pk=latest.pk).update(wrong=F("wrong") + 1)
        return None
    validate_password(password, person)
    latest.used_at = at
    latest.save(update_fields=["used_at"])
    person.set_password(password)
    person.save(update_fields=["password"])
    tries.clear(person)
    ended, _rows = Session.objects.filter(person=person).delete()
    record("person.use_code", person, by=person, at=at, data={"sessions_ended": ended})
    tell_used(person, at=at)
    return person
