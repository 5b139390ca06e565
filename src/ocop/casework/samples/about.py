"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.about import find_dossier, see_dossier
from ocop.casework.dossiers.about import head as dossier_head
from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples import permissions
from ocop.casework.samples.labels import (
    DEMAND_KINDS,
    SAMPLE_KINDS,
    cause_word,
    demand_word,
    sample_word,
)
from ocop.casework.samples.models import Demand, Indicator, Laboratory, Sample
from ocop.casework.samples.states import DemandState, SampleState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, Refusal, Refused
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_demand(_who: Who, key: UUID) -> Demand:
    """The demand of this address."""
    return _found(Demand.objects.with_names().filter(key=key))


def see_demand(who: Who, demand: Demand) -> None:
    """One of a dossier that the person may not see is not there."""
    see_dossier(who, demand.dossier)


def find_sample(_who: Who, key: UUID) -> Sample:
    """The sample of this address."""
    return _found(Sample.objects.with_names().filter(key=key))


def see_sample(who: Who, sample: Sample) -> None:
    """The same for a sample."""
    see_dossier(who, sample.demand.dossier)


def find_indicator(who: Who, key: UUID, pk: int) -> Indicator:
    """An indicator of a sample."""
    sample = find_sample(who, key)
    indicator: Indicator = _found(Indicator.objects.filter(sample=sample, pk=pk, drop_reason=""))
    indicator.sample = sample
    return indicator


def find_laboratory(_who: Who, key: UUID) -> Laboratory:
    """The laboratory of this address."""
    return _found(Laboratory.objects.filter(key=key))


def find_programme(_who: Who) -> Programme:
    """The programme of the province, which keeps the register. Refused where it has none yet."""
    programme = current()
    if programme is None:
        raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
    return programme


def see_laboratory(who: Who, laboratory: Laboratory) -> None:
    """One of another province is not there."""
    if permissions.refuse_laboratories(who) is None and permissions.refuse_laboratory(who, laboratory):
        raise Http404(_("Không có phòng thử nghiệm này."))


def _found(rows: Any) -> Any:
    found = the_one(rows)
    if found is None:
        raise Http404(_("Không có mẫu, yêu cầu này."))
    return found


def demand_head(demand: Demand) -> dict[str, Any]:
    """What the head of every page about a demand says."""
    state = DemandState(demand.state)
    return {
        "demand": demand,
        "dossier": demand.dossier,
        "name": demand.dossier.product.name,
        "place": demand.dossier.product.producer.name,
        "kicker": cause_word(demand.cause),
        "stage": demand_word(state),
        "stage_kind": DEMAND_KINDS[state],
    }


def sample_head(sample: Sample) -> dict[str, Any]:
    """What the head of every page about a sample says."""
    state = SampleState(sample.state)
    return {
        "sample": sample,
        "demand": sample.demand,
        "dossier": sample.demand.dossier,
        "name": sample.product_name,
        "place": sample.demand.dossier.product.producer.name,
        "kicker": _("Mẫu %(code)s") % {"code": sample.code},
        "stage": sample_word(state),
        "stage_kind": SAMPLE_KINDS[state],
    }


DOSSIER = Matter(
    space="samples",
    address="kiem-nghiem/ho-so/<uuid:key>/",
    find=find_dossier,
    keys=lambda dossier: {"key": dossier.key},
    back=Dossier.get_absolute_url,
    head=dossier_head,
    see=see_dossier,
)
DEMAND = Matter(
    space="samples",
    address="kiem-nghiem/<uuid:key>/",
    find=find_demand,
    keys=lambda demand: {"key": demand.key},
    back=Demand.get_absolute_url,
    head=demand_head,
    see=see_demand,
)
SAMPLE = Matter(
    space="samples",
    address="kiem-nghiem/mau/<uuid:key>/",
    find=find_sample,
    keys=lambda sample: {"key": sample.key},
    back=Sample.get_absolute_url,
    head=sample_head,
    see=see_sample,
)
INDICATOR = Matter(
    space="samples",
    address="kiem-nghiem/mau/<uuid:key>/chi-tieu/<int:pk>/",
    find=find_indicator,
    keys=lambda indicator: {"key": indicator.sample.key, "pk": indicator.pk},
    back=lambda indicator: indicator.sample.get_absolute_url(),
    head=lambda indicator: sample_head(indicator.sample),
    see=lambda who, indicator: see_sample(who, indicator.sample),
)
LABORATORY = Matter(
    space="samples",
    address="kiem-nghiem/phong/<uuid:key>/",
    find=find_laboratory,
    keys=lambda laboratory: {"key": laboratory.key},
    back=lambda _laboratory: reverse("samples:laboratories"),
    see=see_laboratory,
)
LABORATORIES = Matter(
    space="samples",
    address="kiem-nghiem/phong/",
    find=find_programme,
    back=lambda _programme: reverse("samples:laboratories"),
)
