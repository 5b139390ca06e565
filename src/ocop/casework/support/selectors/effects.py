"""What finished help did raise: the dossier before its result beside the first one after it. Facts only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils import timezone

from ocop.casework.dossiers.models import Submission
from ocop.casework.dossiers.permissions import reads
from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import ActivityState, Kind
from ocop.foundation.accounts.who import who_is
from ocop.kernel.law import load_regulations
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice, partial
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.programme.selectors import decisions_for


@dataclass(frozen=True)
class Change:
    """One criterion before and after: what the producer chose, and the points of each."""

    criterion: Criterion
    before: Choice
    before_points: Fraction
    before_max: int
    after_criterion: Criterion
    after: Choice
    after_points: Fraction
    after_max: int
    is_comparable: bool

    @property
    def kind(self) -> str:
        """raised, same or lower; other where the rubrics differ, so that points cannot be compared."""
        if not self.is_comparable:
            return "other"
        gain = self.after_points - self.before_points
        return "raised" if gain > 0 else "lower" if gain < 0 else "same"


@dataclass(frozen=True)
class Effect:
    """What the criteria named by a finished piece of help say in the dossiers before and after it."""

    activity: Activity
    product: Product
    before: Submission | None
    after: Submission | None
    changes: tuple[Change, ...]


def effects(producer: Producer, person: Any, at: datetime) -> Iterator[Effect]:
    """For every finished help and product it is for:
    the last dossier before its result, the first one after it.
    """
    done = Activity.objects.concerning(Producer.objects.filter(pk=producer.pk)).filter(
        state=ActivityState.FINISHED
    )
    products = list(producer.products.all())
    filed = _filed(products, person, at)
    for activity in done.with_names().prefetch_related("beneficiaries").order_by("-result_on", "-pk"):
        named = {one.product_id for one in activity.beneficiaries.all() if one.producer_id == producer.pk}
        for product in products:
            if product.pk in named or named <= {None}:
                yield _effect(activity, product, filed.get(product.pk, []))


def _filed(products: Sequence[Product], person: Any, at: datetime) -> Mapping[int, list[Submission]]:
    """By product, the last handing-in of every dossier that the person may read, the oldest first."""
    rows = Submission.objects.filter(dossier__product__in=products).select_related(
        "dossier__product__producer"
    )
    last = {row.dossier_id: row for row in rows.order_by("number")}
    found: dict[int, list[Submission]] = {}
    for row in sorted(last.values(), key=lambda one: one.at):
        if reads(who_is(person, at), row.dossier):
            found.setdefault(row.dossier.product_id, []).append(row)
    return found


def _effect(activity: Activity, product: Product, filed: Sequence[Submission]) -> Effect:
    ended_on = activity.result_on
    assert ended_on is not None  # noqa: S101 - a constraint of the table
    earlier = [row for row in filed if timezone.localdate(row.at) <= ended_on]
    later = [row for row in filed if timezone.localdate(row.at) > ended_on]
    before, after = (earlier[-1] if earlier else None), (later[0] if later else None)
    changes = tuple(_changes(activity.row, before, after)) if before and after else ()
    return Effect(activity, product, before, after, changes)


def _changes(kind: Kind, before: Submission, after: Submission) -> Iterator[Change]:
    """The criteria that the kind helps and that both rubrics have once; read by what they are about."""
    is_comparable = _rubric(before) == _rubric(after)
    old, new = _by_key(before), _by_key(after)
    for key in kind.helps:
        for mine, other in zip(old.get(key, ()), new.get(key, ()), strict=False):
            if mine.answered and other.answered:
                yield Change(
                    mine.criterion, mine.members[0].choice, mine.mean, mine.criterion.max,
                    other.criterion, other.members[0].choice, other.mean, other.criterion.max, is_comparable,
                )  # fmt: skip


def _rubric(submission: Submission) -> tuple[str, int]:
    frozen = submission.content["dossier"]
    return frozen["regulation"], frozen["set"]


def _by_key(submission: Submission) -> dict[str, list[Any]]:
    """The working of a handed-in self-assessment by what its criteria are about."""
    code, number = _rubric(submission)
    frozen = submission.content
    choices = {criterion: answer["choice"] for criterion, answer in frozen["answers"].items()}
    facts = {HAS_STORY: bool(frozen["form"]["has_story"])}
    result = partial(load_regulations()[code], number, choices, facts, decisions=decisions_for(code))
    found: dict[str, list[Any]] = {}
    for working in result.criteria:
        found.setdefault(working.criterion.key, []).append(working)
    return found
