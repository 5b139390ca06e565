"""What a decision may rest on, and which numbers and dates can be."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone

from ocop.casework.certificates import refusals
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE, DecisionKind, is_decision_no, is_paper_no
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import ItemState, MeetingState, Recommendation
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.refusals import Refusal
from ocop.registers.programme.models import Programme

RECOGNITION_FROM = 50  # article 3(3)(c): the band of 3 stars begins at 50 points


def exact_total(item: AgendaItem) -> Fraction | None:
    """The council's total as an exact number; the printed one where the exact was not kept."""
    if item.total_exact:
        return Fraction(item.total_exact)
    return None if item.total is None else Fraction(item.total)


def refuse_item(item: AgendaItem, kind: DecisionKind, held_by: Decision | None) -> Refusal | None:
    """Why this result cannot stand in a decision of this kind; None where it can (R26-08, R26-09, R26-32)."""
    name = item.dossier.product.name
    if item.state != ItemState.CLOSED or item.meeting.state != MeetingState.CLOSED:
        return refusals.not_closed(name)
    if held_by is not None:
        return refusals.already_decided(name, str(held_by))
    if kind == DecisionKind.APPROVAL_OF_RESULT:
        return None if item.recommendation == Recommendation.PROPOSE else refusals.not_for_ministry(name)
    if item.recommendation == Recommendation.PROPOSE:
        return refusals.goes_to_ministry(name)
    if not _is_recognised(item):
        return refusals.below_recognition(name, exact_total(item), item.stars)
    return None


def _is_recognised(item: AgendaItem) -> bool:
    # the printed total is what the band was read from where the working rules round first
    return (
        item.recommendation == Recommendation.RECOGNISE
        and item.recommended_stars in RECOGNISED_BY_PROVINCE
        and item.total is not None
        and item.total >= RECOGNITION_FROM
    )


def refuse_number(decision: Decision, number: str, signed_on: date) -> Refusal | None:
    """Why the records office cannot have given this number;
    None where it can (Decree 30/2020, articles 9 and 15).
    """
    programme = decision.programme
    if not is_decision_no(number, programme.paper_mark):
        return refusals.number_malformed(number, programme.paper_mark)
    filed = paper_numbered(number, issuer=decision.authority, year=signed_on.year)
    of_authority = programme.decisions.filter(number=number, number_year=signed_on.year, place=decision.place)
    if filed is not None or of_authority.exists():
        return refusals.number_taken(number, signed_on.year)
    return None


def refuse_date(decision: Decision, signed_on: date, at: datetime) -> Refusal | None:
    """Why the decision cannot bear this date:
    after today, or before a meeting on whose result it rests closed.
    """
    if signed_on > timezone.localdate(at):
        return refusals.signed_in_future(signed_on)
    rows = decision.items.live().order_by("-item__meeting__closed_at")
    closed_on = timezone.localdate(rows.values_list("item__meeting__closed_at", flat=True)[0])
    return refusals.signed_too_early(signed_on, closed_on) if signed_on < closed_on else None


def refuse_paper(
    programme: Programme, number: str, day: date | None, at: datetime, *, symbol: str
) -> Refusal | None:
    """Why a letter or notice cannot bear this number and date; both may still be missing."""
    if bool(number) != bool(day):
        return refusals.letter_incomplete()
    if day is None:
        return None
    if not is_paper_no(number, programme.paper_mark):
        return refusals.number_malformed(number, programme.paper_mark, symbol)
    return refusals.paper_from_future(day) if day > timezone.localdate(at) else None
