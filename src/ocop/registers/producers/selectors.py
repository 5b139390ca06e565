"""Reads of producers that others share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import who_is
from ocop.foundation.refusals import ensure
from ocop.foundation.search.models import most_words
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.registers.producers import permissions
from ocop.registers.producers.models import Producer, ProducerQuerySet, Representative
from ocop.registers.producers.rules import are_alike, core_name

MOST_ALIKE = 5
_NEAR = 40

# packages above say what the page of a producer shows of theirs: its products, with their photographs
_products: list[Callable[[Producer], Iterable[Any]]] = []
# and whose communes the forms of a producer offer: those of the programme's province, by its code
_provinces: list[Callable[[], str]] = []


def register_products(products_of: Callable[[Producer], Iterable[Any]]) -> None:
    """Lets a package above show what a producer makes: name, address and `shown_photos` of each."""
    _products.append(products_of)


def register_province(province_of: Callable[[], str]) -> None:
    """Lets a package above say in which province producers are; empty while it does not know."""
    _provinces.append(province_of)


def products_shown(producer: Producer) -> list[Any]:
    """What packages above show on the page of a producer."""
    return [one for products_of in _products for one in products_of(producer)]


def programme_province() -> str:
    """The code of the province that this database serves; empty before its programme is set up."""
    return next((code for province_of in _provinces if (code := province_of())), "")


def province_code(producer: Producer | None = None) -> str:
    """The code of the province whose communes a form offers: the programme's;
    failing that the producer's own.
    """
    if code := programme_province():
        return code
    return producer.commune.province.code if producer and producer.commune else ""


def producers_of(person: Any, at: datetime) -> ProducerQuerySet:
    """The producers for which this person may act at this moment."""
    return Producer.objects.acted_for_by(person, at).select_related("commune", "commune__parent")


def alike(name: str, *, but: Producer | None = None) -> list[Producer]:
    """Producers whose name may mean the same one as `name`, at most MOST_ALIKE; one query."""
    words = [word for word in core_name(name).split() if len(word) > 1]
    if not words:
        return []
    near = most_words(Producer.objects.with_places(), words[:8]).order_by("-hits", "pk")
    if but is not None:
        near = near.exclude(pk=but.pk)
    return [one for one in near[:_NEAR] if are_alike(one.name, name)][:MOST_ALIKE]


def missing_facts(producer: Producer) -> list[str]:
    """Which pages of the producer's facts still lack what a dossier needs, as keys of `labels.SECTIONS`."""
    lacks = {
        "name": not producer.legal_form,
        "registration": not producer.registration_no,
        "place": producer.commune_id is None or not producer.address,
        "representative": not Representative.objects.filter(producer=producer).exclude(full_name="").exists(),
        "contact": not producer.phone,
    }
    return [key for key, is_missing in lacks.items() if is_missing]


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Producers of this person whose facts are not whole yet."""
    own = Producer.objects.filter(pk__in=permissions.producers_acted_for(who_is(person, at)))
    lacking = own.filter(
        Q(legal_form="") | Q(registration_no="") | Q(commune__isnull=True) | Q(address="") | Q(phone="")
        | Q(representative__isnull=True) | Q(representative__full_name="")
    ).order_by("name", "pk")  # fmt: skip
    title, url = _("Chủ thể còn thiếu thông tin"), reverse("producers:own")
    return [Pile("producers.facts", title, url, lacking, {"slug": "slug", "name": "name"}, _item)]


def _item(row: Facts) -> WaitingItem:
    producer = Producer(slug=row["slug"], name=row["name"])
    return WaitingItem(producer.name, _("Thiếu thông tin để nộp hồ sơ"), producer.get_absolute_url())


def people_of(producer: Producer, at: datetime) -> list[Any]:
    """The people who act for the producer at this moment: who is told."""
    open_now = (
        producer.representations.filter(starts_at__lte=at).exclude(ends_at__lte=at).select_related("person")
    )
    return [representation.person for representation in open_now]


def representative(producer: Producer, *, person: Any, at: datetime) -> Representative | None:
    """The legal representative with sensitive details; refused to strangers."""
    ensure(permissions.refuse_see_representative(person, producer, at))
    return Representative.objects.filter(producer=producer).first()
