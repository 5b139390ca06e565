"""Xác nhận đã xác minh: a second officer has looked at the case and puts it before who decides."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.permissions import refuse_verify
from ocop.casework.annulment.states import WORKFLOW
from ocop.casework.certificates.forms import AsksFinding
from ocop.casework.certificates.writes.three import tell_signers, verify_case
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded


@recorded
def verify_annulment(annulment: Annulment, *, finding: str, by: Person, at: datetime) -> None:
    """Confirms what was proposed (R26-46). Refused to all but officers of the province, and
    to who prepared it.
    """
    ensure(refuse_verify(who_is(by, at), held(annulment)))
    verify_case(annulment, finding=finding, by=by, at=at)
    tell_signers(annulment, _("Chờ ký: huỷ bỏ %(what)s"), at=at)


VERIFY = Act(
    about=ANNULMENT,
    name="verify",
    path="xac-minh/",
    move=WORKFLOW.move("verify"),
    refuse=refuse_verify,
    form=AsksFinding,
    do=verify_annulment,
    said=_("Đã xác minh. Người có thẩm quyền quyết định tiếp."),
    weight="main",
)
