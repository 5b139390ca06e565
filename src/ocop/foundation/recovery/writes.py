"""What several acts write, the act of a commune's officer in a package above among them; it asks nobody."""

from __future__ import annotations

from datetime import datetime

from django.utils.crypto import salted_hmac

from ocop.foundation.accounts import tries
from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.recovery.models import ResetCode
from ocop.foundation.recovery.notices import tell_issued
from ocop.foundation.recovery.rules import LASTS, new_code


def digest(person: Person, code: str) -> str:
    """What is kept of a code: worth nothing without the secret of the installation."""
    return salted_hmac("ocop.recovery.code", f"{person.pk}:{code}", algorithm="sha256").hexdigest()


@recorded
def write_code(person: Person, *, proof: str, by: Person, at: datetime) -> str:
    """A new code, once: nobody can read it again. Open sign-ins end, wrong tries are forgotten, the owner is
    told.
    """
    code = new_code()
    ResetCode.objects.create(
        person=person, issued_by=by, digest=digest(person, code), issued_at=at, expires_at=at + LASTS
    )
    tries.clear(person)
    ended, _rows = Session.objects.filter(person=person).delete()
    record("person.issue_code", person, by=by, at=at, data={"proof": proof, "sessions_ended": ended})
    tell_issued(person, by=by, at=at)
    return code
