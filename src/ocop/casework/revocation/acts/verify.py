"""Xác nhận đã xác minh: a second officer has looked at the case and puts it before who decides."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.permissions import refuse_verify
from ocop.casework.revocation.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import TextField


class AsksFinding(Asks):
    """What was found."""

    finding = TextField(
        label=_("Kết quả xác minh"),
        lines=4,
        max_length=2000,
        help_text=_("Đã xem gì, ở đâu, thấy gì. Người quyết định đọc phần này."),
    )


@recorded
def verify_revocation(revocation: Revocation, *, finding: str, by: Person, at: datetime) -> None:
    """Confirms what was proposed (article 8(3)(a), R26-42). Refused to all but officers of the province, and
    to who prepared it.
    """
    ensure(refuse_verify(who_is(by, at), held(revocation)))
    changes = {"finding": finding.strip(), "verified_by": by, "verified_at": at}
    transition(revocation, "verify", by=by, at=at, reason=finding, changes=changes)
    if revocation.is_ministrys:
        return
    tell(
        people_holding(Role.SIGNER, at, place=revocation.programme.province),
        kind="revocation.verified",
        subject=words(_("Chờ ký: thu hồi %(what)s"), what=str(revocation)),
        body=words(_("Đã xác minh. Mở để xem và quyết định.")),
        url=revocation.get_absolute_url(),
        at=at,
    )


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
