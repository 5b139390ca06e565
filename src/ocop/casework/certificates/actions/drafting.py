"""Preparing a decision: from the council's closed results to the signer's desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.certificates import permissions, refusals
from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE, DecisionKind
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import ItemState, MeetingState, Recommendation
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.registers.programme.models import Programme

RECOGNITION_FROM = 50  # article 3(3)(c): the band of 3 stars begins at 50 points


def refuse_item(item: AgendaItem, kind: DecisionKind) -> Refusal | None:
    """Why this result cannot stand in a decision of this kind; None where it can."""
    name = item.dossier.product.name
    if item.state != ItemState.CLOSED or item.meeting.state != MeetingState.CLOSED:
        return refusals.not_closed(name)
    held = DecisionItem.objects.filter(item=item, is_live=True).select_related("decision").first()
    if held is not None:
        return refusals.already_decided(name, str(held.decision))
    if kind == DecisionKind.APPROVAL_OF_RESULT:
        return None if item.recommendation == Recommendation.PROPOSE else refusals.not_for_ministry(name)
    if item.recommendation == Recommendation.PROPOSE:
        return refusals.goes_to_ministry(name)
    if (
        item.recommendation != Recommendation.RECOGNISE
        or item.recommended_stars not in RECOGNISED_BY_PROVINCE
        or item.total is None
        or item.total < RECOGNITION_FROM
    ):
        return refusals.below_recognition(name, item.total, item.stars)
    return None


@transaction.atomic
def draft_decision(
    programme: Programme, *, kind: DecisionKind, items: Sequence[AgendaItem], by: Any, at: datetime, subject: str = ""
) -> Decision:
    """Drafts a decision about results of closed meetings (article 7(3)(đ)).

    Refused without products; for a result that is not closed, below 3 stars, in another live decision; for a
    recognition of what goes to the ministry, and the other way round.
    """
    ensure(permissions.refuse_prepare(by, at))
    if not items:
        raise Refused(refusals.nothing_chosen())
    locked = list(
        AgendaItem.objects.select_for_update(of=("self",))
        .filter(pk__in=[item.pk for item in items])
        .select_related("meeting", "dossier__product")
        .order_by("meeting__closed_at", "position", "pk")
    )
    for item in locked:
        ensure(refuse_item(item, kind))
    decision = Decision.objects.create(
        programme=programme, kind=kind, subject=subject or _subject(kind, len(locked)), drafted_by=by, created_at=at
    )
    DecisionItem.objects.bulk_create(_rows(decision, locked))
    data = {"products": [item.dossier.product_id for item in locked]}
    record("decision.draft", decision, by=by, at=at, data=data)
    return decision


def _rows(decision: Decision, items: Sequence[AgendaItem]) -> list[DecisionItem]:
    return [
        DecisionItem(
            decision=decision,
            item=item,
            product=item.dossier.product,
            position=position,
            stars=item.recommended_stars or item.stars or 0,
            total=item.total or 0,
        )
        for position, item in enumerate(items, start=1)
    ]


def _subject(kind: DecisionKind, count: int) -> str:
    if kind == DecisionKind.RECOGNITION:
        return _("Công nhận %(count)s sản phẩm OCOP đạt 3 sao, 4 sao") % {"count": count}
    return _("Phê duyệt kết quả đánh giá %(count)s sản phẩm OCOP đề nghị 5 sao") % {"count": count}


@transaction.atomic
def submit_decision(
    decision: Decision, *, by: Any, at: datetime, letter_no: str = "", letter_on: date | None = None
) -> None:
    """Puts the draft on the signer's desk, with the number and date of the submission letter where there is one."""
    ensure(permissions.refuse_prepare(by, at))
    changes = {"submitted_at": at, "letter_no": letter_no, "letter_on": letter_on}
    transition(decision, "submit", by=by, at=at, changes=changes)


@transaction.atomic
def return_decision(decision: Decision, *, reason: str, by: Any, at: datetime) -> None:
    """The signer sends the draft back with a reason."""
    ensure(permissions.refuse_sign(by, decision, at))
    transition(decision, "return", by=by, at=at, reason=reason)


@transaction.atomic
def drop_decision(decision: Decision, *, reason: str, by: Any, at: datetime) -> None:
    """Gives a draft up; its products are free for another decision. Refused without a reason."""
    ensure(permissions.refuse_prepare(by, at))
    transition(decision, "drop", by=by, at=at, reason=reason)
    decision.items.update(is_live=False)
