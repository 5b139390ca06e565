"""Trả lại để xác minh lại: who decides, or an officer, sends it back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.permissions import refuse_return
from ocop.casework.annulment.states import WORKFLOW
from ocop.casework.certificates.writes.three import return_case
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded


@recorded
def return_annulment(annulment: Annulment, *, reason: str, by: Person, at: datetime) -> None:
    """Back to be verified again; who prepared and who verified it learn why. Refused to others, and without a
    reason.
    """
    ensure(refuse_return(who_is(by, at), held(annulment)))
    return_case(annulment, _("Trả lại: huỷ bỏ %(what)s"), reason=reason, by=by, at=at)


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
