"""Trả lại người soạn: the signer sends a decision back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.permissions import refuse_read, refuse_sign
from ocop.casework.certificates.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


@recorded
def return_decision(decision: Decision, *, reason: str, by: Person, at: datetime) -> None:
    """Back to who drafted and submitted it; they learn why.

    Refused to all but the signer, to the drafter, without a reason.
    """
    who = who_is(by, at)
    ensure(refuse_sign(who, held(decision)) or refuse_read(who, decision))
    transition(decision, "return", by=by, at=at, reason=reason)
    tell(
        {person for person in (decision.drafted_by, decision.submitted_by) if person is not None},
        kind="certificates.returned",
        subject=words(_("Trả lại: %(subject)s"), subject=decision.subject),
        body=words(_("Lý do: %(reason)s"), reason=reason),
        url=decision.get_absolute_url(),
        at=at,
    )


RETURN = Act(
    about=DECISION,
    name="return",
    path="tra-lai/",
    move=WORKFLOW.move("return"),
    refuse=refuse_sign,
    form=AsksReason,
    do=return_decision,
    confirm=_("Trả lại"),
    said=_("Đã trả lại. Người soạn nhận được lý do."),
)
