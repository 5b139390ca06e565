"""What the advisory team said of products on an agenda (article 7(3)(c); R26-29)."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import BooleanField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ocop.casework.advisory.selectors import beside
from ocop.casework.review.models import AgendaItem, Council, WorkingRules
from ocop.casework.review.states import LIVE_ITEMS, ItemState
from ocop.foundation.accounts.rules import Level

_BEFORE_A_TALLY = (ItemState.WAITING, ItemState.SCORING, ItemState.REMOVED)


def has_advice(item: AgendaItem) -> bool:
    """Whether the team's word on this product is here: its report, or what was written on the agenda."""
    return bool(item.advisory_opinion.strip()) or beside(item.dossier) is not None


def team_scores_first(at: datetime) -> Q:
    """Dossiers that the team scores first: by the rules under which the meeting was opened, before that by
    those in force of its council; on no agenda yet, of a council of the province in office.
    """
    day = timezone.localdate(at)
    live = AgendaItem.objects.filter(
        dossier=OuterRef("pk"), state__in=sorted(LIVE_ITEMS), meeting__council__level=Level.PROVINCE
    )
    opened = F("meeting__rules__advisory_scores")
    says = Coalesce(opened, _says_so("meeting__council", day), output_field=BooleanField())
    councils = Council.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), level=Level.PROVINCE, starts_on__lte=day
    ).alias(says=_says_so("pk", day))
    on_agenda = live.alias(says=says).filter(says=True)
    return Q(Exists(on_agenda)) | Q(~Exists(live)) & Q(Exists(councils.filter(says=True)))


def _says_so(council: str, day: date) -> Subquery:
    """What the version of the rules that is in force of a council says of it."""
    versions = WorkingRules.objects.filter(council=OuterRef(council), effective_on__lte=day)
    return Subquery(versions.order_by("-effective_on").values("advisory_scores")[:1])


def tally_has_begun() -> Q:
    """Dossiers of which a council of the province has or had a tally."""
    items = AgendaItem.objects.filter(dossier=OuterRef("pk"), meeting__council__level=Level.PROVINCE)
    begun = ~Q(state__in=_BEFORE_A_TALLY) | Q(pass_no__gt=1) | Q(earlier_results__isnull=False)
    return Q(Exists(items.filter(begun)))
