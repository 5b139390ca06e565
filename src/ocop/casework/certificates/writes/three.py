"""The steps of a case of three people (taking back, annulling): verified by the second, sent back to both.

`case` has `prepared_by`, `verified_by`, `verified_at`, `finding` and the moves `verify` and `return`; nobody
is asked here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.refusals import Text


def verify_case(case: Any, *, finding: str, by: Person, at: datetime) -> None:
    """What the second officer found stands with the case."""
    changes = {"finding": finding.strip(), "verified_by": by, "verified_at": at}
    transition(case, "verify", by=by, at=at, reason=finding, changes=changes)


def tell_signers(case: Any, subject: Text, *, at: datetime) -> None:
    """Who signs learns that a verified case waits."""
    tell(
        people_holding(Role.SIGNER, at, place=case.programme.province),
        kind=f"{case._meta.app_label}.verified",
        subject=words(subject, what=str(case)),
        body=words(_("Đã xác minh. Mở để xem và quyết định.")),
        url=case.get_absolute_url(),
        at=at,
    )


def return_case(case: Any, subject: Text, *, reason: str, by: Person, at: datetime) -> None:
    """Back to be verified again; who prepared and who verified it learn why."""
    people = {case.prepared_by, case.verified_by} - {None, by}
    changes = {"finding": "", "verified_by": None, "verified_at": None}
    transition(case, "return", by=by, at=at, reason=reason, changes=changes)
    tell(
        people,
        kind=f"{case._meta.app_label}.returned",
        subject=words(subject, what=str(case)),
        body=words("%(reason)s", reason=reason),
        url=case.get_absolute_url(),
        at=at,
    )
