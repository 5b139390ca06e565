"""Xác nhận đã xác minh: a second officer has looked at the case and puts it before who decides."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.forms import AsksFinding
from ocop.casework.certificates.writes.three import tell_signers, verify_case
from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.permissions import refuse_verify
from ocop.casework.revocation.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded


@recorded
def verify_revocation(revocation: Revocation, *, finding: str, by: Person, at: datetime) -> None:
    """Confirms what was proposed (article 8(3)(a), R26-42). Refused to all but officers of the province, and
    to who prepared it.
    """
    ensure(refuse_verify(who_is(by, at), held(revocation)))
    verify_case(revocation, finding=finding, by=by, at=at)
    if not revocation.is_ministrys:
        tell_signers(revocation, _("Chờ ký: thu hồi %(what)s"), at=at)


VERIFY = Act(
    about=REVOCATION,
    name="verify",
    path="xac-minh/",
    move=WORKFLOW.move("verify"),
    refuse=refuse_verify,
    form=AsksFinding,
    do=verify_revocation,
    said=_("Đã xác minh. Người có thẩm quyền quyết định tiếp."),
    weight="main",
)
