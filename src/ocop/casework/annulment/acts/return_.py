"""Trả lại để xác minh lại: who decides, or an officer, sends it back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.permissions import refuse_return
from ocop.casework.annulment.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


@recorded
def return_annulment(annulment: Annulment, *, reason: str, by: Person, at: datetime) -> None:
    """Back to be verified again; who prepared and who verified it learn why. Refused to others, and without a
    reason.
    """
    ensure(refuse_return(who_is(by, at), held(annulment)))
    people = {annulment.prepared_by, annulment.verified_by} - {None, by}
    changes = {"finding": "", "verified_by": None, "verified_at": None}
    transition(annulment, "return", by=by, at=at, reason=reason, changes=changes)
    tell(
        people,
        kind="annulment.returned",
        subject=words(_("Trả lại: huỷ bỏ %(what)s"), what=str(annulment)),
        body=words("%(reason)s", reason=reason),
        url=annulment.get_absolute_url(),
        at=at,
    )


RETURN = Act(
    about=ANNULMENT,
    name="return",
    path="tra-lai/",
    move=WORKFLOW.move("return"),
    refuse=refuse_return,
    form=AsksReason,
    do=return_annulment,
    said=_("Đã trả lại. Người lập và người xác minh nhận được lý do."),
)
