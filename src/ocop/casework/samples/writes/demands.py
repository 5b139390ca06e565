"""A product comes onto the list of those that must be tested."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples.models import Demand
from ocop.casework.samples.rules import Cause, must_be_tested
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import record, words
from ocop.foundation.notifications.actions import tell
from ocop.kernel.text import searchable
from ocop.registers.producers.selectors import people_of


def require_by_points(
    dossier: Dossier, total: Fraction | None, *, by: Person, at: datetime, least: Fraction | None = None
) -> None:
    """Puts a product on the list where its regime has the points of the first pass tested. Once: what a later
    pass gives changes nothing. Within the act that added the points up. `least` is what the working rules of
    the council say; without it the regime's own points hold.
    """
    if not must_be_tested(dossier.regulation_code, total, least):
        return
    if not Demand.objects.live().filter(dossier=dossier).exists():
        demand_test(dossier, cause=Cause.POINTS, points=str(total), by=by, at=at)


def demand_test(dossier: Dossier, *, cause: Cause, by: Person, at: datetime, **fields: Any) -> Demand:
    """The row, its entry, and whoever has to know: officers of the province and the producer."""
    product = dossier.product
    found = searchable(product.name, product.producer.name, dossier.registration_no)
    demand = Demand.objects.create(
        dossier=dossier, cause=cause.value, at=at, by=by, search_text=found, **fields
    )
    action = "demand.require" if cause is Cause.POINTS else "demand.ask"
    record(action, demand, by=by, at=at, reason=demand.reason, data={"cause": cause.value, **fields})
    officers = people_holding(Role.PROVINCE_OFFICER, at, place=dossier.commune)
    tell(
        {*officers, *people_of(product.producer, at)} - {by},
        kind="samples.demanded",
        subject=words(_("Phải lấy mẫu kiểm nghiệm: %(product)s"), product=product.name),
        body=_("Cơ quan quản lý OCOP cấp tỉnh lấy mẫu; kết quả cần có trước khi hội đồng chốt."),
        url=demand.get_absolute_url(),
        at=at,
    )
    return demand
