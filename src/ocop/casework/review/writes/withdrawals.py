"""A product leaves its meeting because its producer takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.review.checks import refuse_no_reason
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.papers.people import moment
from ocop.casework.review.rules import Cause
from ocop.casework.review.writes.invitations import tell_members
from ocop.casework.review.writes.recounts import CLEARED, lapse_corrections, put_aside, summed
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.words import words


def write_withdrawal(
    item: AgendaItem, *, reason: str, data: Mapping[str, Any], by: Person, at: datetime
) -> None:
    """The product without a result, what it had kept, its dossier withdrawn, council and offices told."""
    ensure(refuse_no_reason(reason))
    dossiers.hold_dossiers([item.dossier_id])
    put_aside(item, Cause.WITHDRAWN, reason, by=by, at=at)
    lapse_corrections(item, reason=reason, by=by, at=at)
    kept = {**data, "before": summed(item)}
    gone = {
        "reason": reason.strip(), "at": moment(at),
        "letter": data.get("letter", ""), "letter_on": data.get("letter_on", ""),
    }  # fmt: skip
    changes = {**CLEARED, "result": {"withdrawn": gone}}
    transition(item, "withdraw", by=by, at=at, reason=reason, changes=changes, data=kept)
    dossiers.withdraw_in_review(item.dossier, reason=reason, by=by, at=at)
    tell_members(
        item.meeting,
        kind="review.withdrawn",
        subject=words(_("Chủ thể rút hồ sơ: %(product)s"), product=item.dossier.product.name),
        body=words(_("Hội đồng không đánh giá sản phẩm này nữa. Lý do: %(reason)s"), reason=reason),
        at=at,
    )
