"""What help would raise which criterion of a product, from its latest points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import reads
from ocop.casework.dossiers.selectors import dossier_for_scoring, live_result, set_of
from ocop.casework.dossiers.states import DossierState
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.selectors import tally_of
from ocop.casework.support.rules import Kind
from ocop.casework.support.rules.criteria import helpers
from ocop.foundation.accounts.who import who_is
from ocop.kernel.law import ProductSet
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice, Result
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

FIRST_RECOGNISED = 3


@dataclass(frozen=True)
class Suggestion:
    """One criterion to raise: what there is, what is needed, and the kinds of help that may do it.

    `points`: what the raise adds, where that alone reaches the next star. None: an unmet minimum among
    several.
    """

    criterion: Criterion
    has: Choice
    needs: Choice
    points: Fraction | None
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Outlook:
    """Where a product stands and what would bring it to the next star.
    `by_council`: from the council's result.
    """

    product: Product
    dossier: Dossier
    by_council: bool
    is_draft: bool
    result: Result
    target: int | None
    missing_points: Fraction
    suggestions: tuple[Suggestion, ...]


def outlooks(producer: Producer, person: Any, at: datetime) -> list[Outlook]:
    """One for each product with a dossier that the person may read;
    the producer's people also see their drafts.
    """
    dossiers = Dossier.objects.filter(product__producer=producer).exclude(state=DossierState.WITHDRAWN)
    latest: dict[int, Dossier] = {}
    for dossier in dossiers.with_names().order_by("created_at", "pk"):
        if set_of(dossier).has_rubric and reads(who_is(person, at), dossier):
            latest[dossier.product_id] = dossier
    return [outlook_of(dossier) for dossier in latest.values()]


def outlook_of(dossier: Dossier) -> Outlook:
    """What the points of a dossier say: the council's once it is concluded, else those of its producer."""
    result, by_council = _result_of(dossier)
    target, missing_points = _target(result)
    return Outlook(
        dossier.product, dossier, by_council, dossier.submitted_at is None, result, target, missing_points,
        tuple(_suggestions(set_of(dossier), result, target)),
    )  # fmt: skip


def _result_of(dossier: Dossier) -> tuple[Result, bool]:
    if dossier.state == DossierState.CONCLUDED:
        item = AgendaItem.objects.filter(dossier=dossier).select_related("meeting__rules", "dossier").last()
        if item is not None and item.result:
            return tally_of(item).result, True
    if dossier.submitted_at is None:
        return live_result(dossier), False
    return dossier_for_scoring(dossier).self_score, False


def _target(result: Result) -> tuple[int | None, Fraction]:
    """The next star, and the points that are missing to it.
    Unfinished: the lowest level that is not reached.
    """
    if result.next_step is not None:
        return result.next_step.stars, result.next_step.missing_points
    if result.complete:
        return None, Fraction(0)
    level = next((one for one in result.levels if not one.is_reached), None)
    return (None if level is None else level.stars), Fraction(0)


def _suggestions(product_set: ProductSet, result: Result, target: int | None) -> Iterator[Suggestion]:
    """Unmet minimums up to the target, then the single raises that reach it, cheapest first."""
    if target is None:
        return
    steps = {step.criterion: step for step in (result.next_step.steps if result.next_step else ())}
    said = set()
    for minimum in _unmet(result, target):
        said.add(minimum.criterion)
        criterion, step = product_set.criteria[minimum.criterion], steps.get(minimum.criterion)
        needs, points = (minimum.needs, None) if step is None else (step.to, step.points)
        yield Suggestion(criterion, _choice(minimum.has), needs, points, helpers(criterion.key))
    has = {one.criterion.code: one.members[0].choice for one in result.criteria if len(one.members) == 1}
    for code, step in steps.items():
        if code not in said:
            criterion = product_set.criteria[code]
            yield Suggestion(criterion, has.get(code), step.to, step.points, helpers(criterion.key))


def _unmet(result: Result, target: int) -> list[Any]:
    """The highest unmet minimum of every criterion, from the first recognised star up to the target."""
    found: dict[str, Any] = {}
    for level in result.levels:
        for minimum in level.minimums:
            if FIRST_RECOGNISED <= minimum.stars <= target and not minimum.met and minimum.answered:
                found[minimum.criterion] = minimum
    return list(found.values())


def _choice(place: int | str) -> Choice:
    return None if place == 0 else place
