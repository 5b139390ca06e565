"""Preparing a decision: from the council's closed results to the signer's desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.certificates import notices, permissions, refusals
from ocop.casework.certificates.actions.checking import refuse_item, refuse_paper
from ocop.casework.certificates.actions.locking import hold
from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.rules import SUBJECTS, DecisionKind, DecisionState
from ocop.casework.certificates.selectors.authority import Authority, authority_of
from ocop.casework.certificates.selectors.printing import photos_of, printed_of
from ocop.casework.review.models import AgendaItem
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.text import fold
from ocop.registers.programme.models import Programme


@transaction.atomic
def draft_decision(
    programme: Programme,
    *,
    kind: DecisionKind,
    items: Sequence[AgendaItem],
    by: Any,
    at: datetime,
    subject: str = "",
) -> Decision:
    """Drafts a decision about results of closed meetings (article 7(3)(đ)).

    Refused without products; for a result that is not closed, below 3 stars, in another live decision, or in
    conflict with the drafter; for a recognition of what goes to the ministry, and the other way round; for
    products that different authorities decide.
    """
    ensure(permissions.refuse_prepare(by, at))
    locked = _chosen(items, DecisionKind(kind), by=by)
    level, place = _authority(locked, at)
    decision = Decision.objects.create(
        programme=programme,
        level=level.value,
        place=place,
        kind=DecisionKind(kind).value,
        subject=subject.strip() or default_subject(DecisionKind(kind), locked),
        drafted_by=by,
        created_at=at,
    )
    _put_in(decision, locked)
    record("decision.draft", decision, by=by, at=at, data=_content(decision))
    return decision


@transaction.atomic
def amend_decision(
    decision: Decision, *, by: Any, at: datetime, subject: str = "", items: Sequence[AgendaItem] | None = None
) -> None:
    """Changes the subject or the products of a draft. Refused once it was submitted, and as for drafting."""
    ensure(permissions.refuse_prepare(by, at))
    hold(decision)
    ensure(_refuse_unless_draft(decision))
    if items is not None:
        locked = _chosen(items, DecisionKind(decision.kind), by=by, decision=decision)
        if _authority(locked, at) != (decision.level, decision.place):
            raise Refused(refusals.several_authorities())
        decision.items.live().exclude(item__in=[item.pk for item in locked]).update(is_live=False)
        _put_in(decision, locked)
    if subject.strip():
        decision.subject = subject.strip()
        decision.save(update_fields=["subject"])
    _index(decision)
    record("decision.amend", decision, by=by, at=at, data=_content(decision))


def _authority(items: Sequence[AgendaItem], at: datetime) -> Authority:
    found = {authority_of(item, timezone.localdate(at)) for item in items}
    if len(found) > 1:
        raise Refused(refusals.several_authorities())
    return found.pop()


def _refuse_unless_draft(decision: Decision) -> Refusal | None:
    return None if decision.state == DecisionState.DRAFT else refusals.not_draft(str(decision))


def _chosen(
    items: Sequence[AgendaItem], kind: DecisionKind, *, by: Any, decision: Decision | None = None
) -> list[AgendaItem]:
    """The results, locked, in the order of their meetings; every one must be allowed in."""
    if not items:
        raise Refused(refusals.nothing_chosen())
    locked = list(
        AgendaItem.objects.select_for_update(of=("self",))
        .filter(pk__in=[item.pk for item in items])
        .select_related("meeting", "dossier__product__producer", "dossier__commune__parent__parent")
        .order_by("meeting__closed_at", "position", "pk")
    )
    held = {row.item_id: row.decision for row in _held_elsewhere(locked, decision)}
    for item in locked:
        ensure(refuse_item(item, kind, held.get(item.pk)))
    ensure(permissions.refuse_conflict(by, locked))
    return locked


def _held_elsewhere(items: Iterable[AgendaItem], decision: Decision | None) -> Iterable[DecisionItem]:
    rows = DecisionItem.objects.live().filter(item__in=[item.pk for item in items]).select_related("decision")
    return rows if decision is None else rows.exclude(decision=decision)


def _put_in(decision: Decision, items: Sequence[AgendaItem]) -> None:
    """Writes the products of the decision in their order;
    one that was taken out before comes back as the same row.
    """
    known = {row.item_id: row for row in decision.items.all()}
    for position, item in enumerate(items, start=1):
        row = known.get(item.pk) or DecisionItem(decision=decision, item=item, product=item.dossier.product)
        row.position, row.is_live = position, True
        row.stars, row.total = item.recommended_stars or 0, item.total  # type: ignore[assignment]  # refused before
        row.save()
    freeze(decision)


def freeze(decision: Decision) -> None:
    """Writes down what the papers say of each product."""
    rows = list(
        decision.items.live().select_related(
            "item__dossier__product__producer", "item__dossier__commune__parent__parent"
        )
    )
    printed = printed_of(row.item.dossier for row in rows)
    photos = photos_of(row.product_id for row in rows)
    for row in rows:
        says, photo = printed[row.item.dossier_id], photos.get(row.product_id)
        if (row.printed, row.photo_id) != (says, photo.pk if photo else None):
            row.printed, row.photo = says, photo
            row.save(update_fields=["printed", "photo"])
    _index(decision)


def _index(decision: Decision) -> None:
    names = [f"{row.printed['product']} {row.printed['producer']}" for row in decision.items.live()]
    decision.search_text = fold(" ".join([decision.number, decision.subject, *names]))
    decision.save(update_fields=["search_text"])


def _content(decision: Decision) -> dict[str, Any]:
    """What the record keeps of a draft, so that a later reader sees what changed."""
    rows = decision.items.live()
    products = [[row.item_id, row.printed["product"], row.stars, str(row.total)] for row in rows]
    return {"subject": decision.subject, "products": products}


def default_subject(kind: DecisionKind, items: Sequence[AgendaItem]) -> str:
    """The usual words of what a decision is about, with the year of the evaluation."""
    years = sorted({timezone.localdate(item.meeting.closed_at).year for item in items})
    return SUBJECTS[kind].format(year=", ".join(map(str, years)))


@transaction.atomic
def submit_decision(
    decision: Decision, *, by: Any, at: datetime, letter_no: str = "", letter_on: date | None = None
) -> None:
    """Puts the draft on the signer's desk, with the records office's number and date of the submission letter
    if any.

    Refused to other offices, for half a letter, a number that cannot be, a date that has not come.
    """
    ensure(permissions.refuse_prepare(by, at))
    letter_no = " ".join(letter_no.split())
    ensure(refuse_paper(decision.programme, letter_no, letter_on, at, symbol="TTr-SNNMT"))
    hold(decision)
    ensure(
        permissions.refuse_conflict(
            by, [row.item for row in decision.items.live().select_related("item__dossier__product")]
        )
    )
    if decision.state == DecisionState.DRAFT:
        freeze(decision)
    changes = {"submitted_at": at, "submitted_by": by, "letter_no": letter_no, "letter_on": letter_on}
    transition(decision, "submit", by=by, at=at, changes=changes, data=_content(decision))
    notices.submitted(decision, at=at)


@transaction.atomic
def return_decision(decision: Decision, *, reason: str, by: Any, at: datetime) -> None:
    """The signer sends the draft back with a reason; the drafter is told."""
    hold(decision)
    ensure(permissions.refuse_sign(by, decision, at))
    transition(decision, "return", by=by, at=at, reason=reason)
    notices.returned(decision, reason=reason, at=at)


@transaction.atomic
def drop_decision(decision: Decision, *, reason: str, by: Any, at: datetime) -> None:
    """Gives a draft up; its products are free for another decision. Refused without a reason."""
    ensure(permissions.refuse_prepare(by, at))
    hold(decision)
    transition(decision, "drop", by=by, at=at, reason=reason)
    decision.items.update(is_live=False)
