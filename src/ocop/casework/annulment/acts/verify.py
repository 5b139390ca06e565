"""Xác nhận đã xác minh: a second officer has looked at the case and puts it before who decides."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.permissions import refuse_verify
from ocop.casework.annulment.states import WORKFLOW
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
def verify_annulment(annulment: Annulment, *, finding: str, by: Person, at: datetime) -> None:
    """Confirms what was proposed (R26-46). Refused to all but officers of the province, and
    to who prepared it.
    """
    ensure(refuse_verify(who_is(by, at), held(annulment)))
    changes = {"finding": finding.strip(), "verified_by": by, "verified_at": at}
    transition(annulment, "verify", by=by, at=at, reason=finding, changes=changes)
    tell(
        people_holding(Role.SIGNER, at, place=annulment.programme.province),
        kind="annulment.verified",
        subject=words(_("Chờ ký: huỷ bỏ %(what)s"), what=str(annulment)),
        body=words(_("Đã xác minh. Mở để xem và quyết định.")),
        url=annulment.get_absolute_url(),
        at=at,
    )


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
