"""A paper is taken out of use. No page offers it yet."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext

from ocop.casework.dossiers.models import Evidence
from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.dossiers.selectors import is_frozen
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Refusal, Refused, ensure, record, recorded


@recorded
def withdraw_evidence(evidence: Evidence, *, by: Person, at: datetime, reason: str = "") -> Evidence:
    """Takes a paper out of use; the file stays on record.
    Refused while a dossier under way was handed in with it.
    """
    ensure(refuse_stranger(who_is(by, at), evidence.producer))
    if is_frozen(evidence):
        raise Refused(
            Refusal(
                "evidence_in_use",
                gettext("Chưa rút được “%(title)s”.") % {"title": evidence.title},
                gettext("Giấy tờ này nằm trong một hồ sơ đã nộp."),
                gettext("Đợi hồ sơ có kết quả hoặc được trả lại."),
            )
        )
    evidence.is_withdrawn = True
    evidence.save(update_fields=["is_withdrawn"])
    record("evidence.withdraw", evidence, by=by, at=at, reason=reason)
    return evidence
