"""What the records of samples give to the counting of targets, and where one product stands."""

from __future__ import annotations

from datetime import date

from django.db.models import Min, Q

from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples.models import Demand
from ocop.casework.samples.models.visible import DemandQuerySet
from ocop.casework.samples.selectors.outcomes import Outcome, outcomes_of
from ocop.casework.samples.states import DemandState
from ocop.kernel.text import Label
from ocop.registers.programme.rules import CountRule
from ocop.registers.programme.rules.counting import ScopeField

SAMPLES_RULE = CountRule(
    "lab_samples",
    Label("Sản phẩm phải kiểm nghiệm đã có kết quả", "Products to be tested that have a result"),
    frozenset({ScopeField.PLACE, ScopeField.SETS}),
)


def demands_tested(first: date, last: date) -> DemandQuerySet:
    """Demands whose first result that was not set aside is dated in the period, both ends included."""
    counting = Q(samples__reports__set_aside_reason="")
    dated = Demand.objects.annotate(tested_on=Min("samples__reports__issued_on", filter=counting))
    return dated.filter(tested_on__range=(first, last))


def demands_due(first: date, last: date) -> DemandQuerySet:
    """Demands of the period that were neither dropped nor moved to a later round."""
    rows = Demand.objects.exclude(state__in=[DemandState.DROPPED, DemandState.POSTPONED])
    return rows.filter(at__date__range=(first, last))


def demands_waiting(on: date) -> DemandQuerySet:
    """Demands without a result on a day."""
    counting = Q(samples__reports__set_aside_reason="")
    dated = Demand.objects.annotate(tested_on=Min("samples__reports__issued_on", filter=counting))
    return dated.filter(state=DemandState.DUE, tested_on__isnull=True, at__date__lte=on)


def is_postponed(dossier: int) -> bool:
    """Whether the product waits for its season."""
    return Demand.objects.filter(dossier=dossier, state=DemandState.POSTPONED).exists()


def outcome_for(dossier: Dossier) -> Outcome | None:
    """Of one dossier; None where no test is demanded."""
    return outcomes_of([dossier.pk]).get(dossier.pk)
