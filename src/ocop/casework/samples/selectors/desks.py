"""What waits for whom: samples to take, to send, to hear of."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.states import DossierState
from ocop.casework.samples.labels import CAUSES
from ocop.casework.samples.models import Demand, Sample
from ocop.casework.samples.rules import Cause
from ocop.casework.samples.states import DemandState, SampleState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem

_OVER = (DossierState.EVALUATED, DossierState.CONCLUDED, DossierState.EXCLUDED, DossierState.WITHDRAWN)


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Officers and secretaries of the province: products of which no sample was taken yet, samples that
    were not
    sent, samples at a laboratory. The law gives them no day; a product whose result is final waits no more.
    """
    if not who_is(person, at).holds_any(Role.PROVINCE_OFFICER, Role.SECRETARY):
        return []
    seen = Demand.objects.visible_to(person, at).filter(state=DemandState.DUE)
    open_ones = seen.exclude(dossier__state__in=_OVER)
    live = Sample.objects.filter(demand=OuterRef("pk")).exclude(state=SampleState.VOID)
    samples = Sample.objects.filter(demand__in=open_ones.values("pk"))
    return [
        _demands(open_ones.filter(~Q(Exists(live)))),
        _samples("samples.send", _("Mẫu chưa gửi phòng thử nghiệm"), samples.filter(state=SampleState.TAKEN)),
        _samples("samples.report", _("Mẫu chờ kết quả"), samples.filter(state=SampleState.SENT)),
    ]


def _demands(rows: Any) -> Pile:
    def item(row: Facts) -> WaitingItem:
        address = Demand(key=UUID(row["key"])).get_absolute_url()
        return WaitingItem(row["product"], str(CAUSES[Cause(row["cause"])]), address)

    facts = {"key": "key", "product": "dossier__product__name", "cause": "cause"}
    title, url = _("Sản phẩm chờ lấy mẫu"), reverse("samples:demands")
    return Pile("samples.take", title, url, rows.order_by("at", "pk"), facts, item)


def _samples(key: str, title: str, rows: Any) -> Pile:
    def item(row: Facts) -> WaitingItem:
        address = Sample(key=UUID(row["key"])).get_absolute_url()
        return WaitingItem(row["product"], _("Mẫu %(code)s") % {"code": row["code"]}, address)

    facts = {"key": "key", "product": "product_name", "code": "code"}
    return Pile(key, title, reverse("samples:demands"), rows.order_by("at", "pk"), facts, item)
