"""Trả lại để xác minh lại: who decides, or an officer, sends it back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.writes.three import return_case
from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.permissions import refuse_return
from ocop.casework.revocation.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded


@recorded
def return_revocation(revocation: Revocation, *, reason: str, by: Person, at: datetime) -> None:
    """Back to be verified again; who prepared and who verified it learn why. Refused to others, and without a
    reason.
    """
    ensure(refuse_return(who_is(by, at), held(revocation)))
    return_case(revocation, _("Trả lại: thu hồi %(what)s"), reason=reason, by=by, at=at)


RETURN = Act(
    about=REVOCATION,
    name="return",
    path="tra-lai/",
    move=WORKFLOW.move("return"),
    refuse=refuse_return,
    form=AsksReason,
    do=return_revocation,
    said=_("Đã trả lại. Người lập và người xác minh nhận được lý do."),
)
