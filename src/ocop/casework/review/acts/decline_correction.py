"""Không đồng ý sửa phiếu: the chair declines, and the sealed sheet goes on counting."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import CORRECTION
from ocop.casework.review.acts.allow_correction import asked, refuse_decide
from ocop.casework.review.models import Correction
from ocop.casework.review.states import CORRECTION_WORKFLOW
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


@recorded
def decline_correction(correction: Correction, *, reason: str, by: Person, at: datetime) -> Correction:
    """The sheet stays as it is; its member learns why.

    Refused as allowing is, and without a reason.
    """
    item = held_item(correction.sheet.item)
    ensure(refuse_decide(who_is(by, at), held(correction)))
    changes = {"decided_at": at, "decided_by": by, "answer": reason.strip()}
    transition(correction, "decline", by=by, at=at, reason=reason, changes=changes)
    tell(
        [correction.sheet.seat.person],
        kind="review.correction_declined",
        subject=words(_("Không sửa phiếu: %(product)s"), product=item.dossier.product.name),
        body=words(_("Chủ tịch không đồng ý sửa phiếu. Lý do: %(reason)s"), reason=reason),
        url=item.meeting.get_absolute_url(),
        at=at,
    )
    return correction


DECLINE = Act(
    about=CORRECTION,
    name="decline",
    path="khong-dong-y/",
    move=CORRECTION_WORKFLOW.move("decline"),
    refuse=refuse_decide,
    form=AsksReason,
    do=decline_correction,
    show=asked,
    said=_("Đã ghi. Phiếu cũ vẫn được tính, thành viên được báo lý do."),
)
