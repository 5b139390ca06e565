"""Whom an activity helps, and who is bound by a link."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from ocop.casework.support import notices, permissions, refusals
from ocop.casework.support.actions.indexing import index
from ocop.casework.support.models import Activity, Beneficiary, Party
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.places.selectors import lies_on
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


@recorded
def add_beneficiary(
    activity: Activity,
    *,
    by: Person,
    at: datetime,
    producer: Producer | None = None,
    product: Product | None = None,
    outcome: str = "",
) -> Beneficiary:
    """Adds a producer, or one of its products, to those who are helped; its people are told.

    Refused the second time, for a producer outside the activity's province, and once the activity has ended.
    """
    whose = product.producer if product is not None else producer
    if whose is None or (producer is not None and producer.pk != whose.pk):
        raise ValueError("a producer or a product of that producer")
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    _check_place(activity, whose)
    if activity.beneficiaries.filter(producer=whose, product=product).exists():
        raise Refused(refusals.twice(str(product or whose)))
    added = Beneficiary.objects.create(
        activity=activity, producer=whose, product=product, outcome=one_line(outcome)
    )
    index(activity)
    data = {"producer": whose.pk, "product": product.pk if product else None, "name": str(added)}
    record("activity.add_beneficiary", activity, by=by, at=at, data=data)
    notices.helped(added, at=at)
    return added


def _check_place(activity: Activity, producer: Producer) -> None:
    """A producer whose place is not known yet is taken: the register brings such."""
    if producer.commune_id is not None and not lies_on(producer.commune_id, activity.place.province):
        raise Refused(refusals.not_seen(producer.name))


@recorded
def remove_beneficiary(beneficiary: Beneficiary, *, by: Person, at: datetime) -> None:
    """Takes somebody out who was added by mistake; the record keeps who it was.
    Refused once the activity has ended.
    """
    activity = beneficiary.activity
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    if not activity.beneficiaries.filter(pk=beneficiary.pk).exists():
        return  # the other of two clicks took it out
    data = {"producer": beneficiary.producer_id, "product": beneficiary.product_id, "name": str(beneficiary)}
    beneficiary.delete()
    index(activity)
    record("activity.remove_beneficiary", activity, by=by, at=at, data=data)


@recorded
def add_party(
    activity: Activity,
    *,
    role: str,
    name: str,
    by: Person,
    at: datetime,
    producer: Producer | None = None,
    households: int | None = None,
    note: str = "",
) -> Party:
    """Adds somebody to a value-chain link in a role of its kind.
    Refused twice, and for households without a number.
    """
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    rule = activity.row.role(role)
    if rule is None:
        raise Refused(refusals.no_parties())
    if rule.needs_count and not households:
        raise Refused(refusals.no_parties(needs_count=True))
    name = one_line(name) or (producer.name if producer else "")
    ensure(refusals.incomplete([_("tên")]) if not name else None)
    if activity.parties.filter(role=role, name=name).exists():
        raise Refused(refusals.twice(name))
    party = Party.objects.create(
        activity=activity, role=role, name=name, producer=producer,
        households=households if rule.needs_count else None,
        note=one_line(note),
    )  # fmt: skip
    index(activity)
    record(
        "activity.add_party",
        activity,
        by=by,
        at=at,
        data={"role": role, "name": name, "households": households},
    )
    return party


@recorded
def remove_party(party: Party, *, by: Person, at: datetime) -> None:
    """Takes somebody out of a link; the record keeps who it was. Refused once the activity has ended, and for
    one about whom packages above keep something, a consent to be named in public.
    """
    activity = party.activity
    held(activity)
    ensure(permissions.refuse_change(by, activity, at))
    if not activity.parties.filter(pk=party.pk).exists():
        return  # the other of two clicks took it out
    data = {"role": party.role, "name": party.name}
    try:
        party.delete()  # what rests on it is looked for before anything goes
    except ProtectedError as kept:
        raise Refused(refusals.party_is_kept(party.name)) from kept
    index(activity)
    record("activity.remove_party", activity, by=by, at=at, data=data)
