"""The search: products, producers and dossiers that one may see, by words, with or without marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import Certificate
from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.models import Dossier
from ocop.kernel.codes import is_code
from ocop.kernel.text import asked
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing, Product
from ocop.registers.products.selectors import PUBLIC_STATUSES, bearing, public_products

MOST_SHOWN = 8
LONGEST_QUERY = 80


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class Group:
    """Things of one kind: those shown, and whether there are more."""

    label: str | Promise
    hits: list[Hit]
    has_more: bool


def address_of_code(person: Any, text: str, at: datetime) -> str | None:
    """Where a typed code of a certificate or a product leads: to the certificate, for whom may see it;
    to the page that everyone may see; None where it is no code that was ever given.
    """
    if not is_code(text):
        return None
    known = bearing(text)
    for certificate in Certificate.objects.visible_to(person, at).filter(recognition__in=known.values("pk")):
        return certificate.get_absolute_url()
    if own := Product.objects.visible_to(person, at).filter(recognitions__in=known.values("pk")).first():
        return own.get_absolute_url()
    is_public = known.filter(status_code__in=PUBLIC_STATUSES).exists()
    return reverse("catalogue:check", args=["".join(text.split())]) if is_public else None


def search(person: Any, text: str, at: datetime) -> list[Group]:
    """What answers to every word, by kind; kinds without any are left out.
    Four queries, however much there is.
    """
    text = text[:LONGEST_QUERY]
    if not asked(text):
        return []
    dossiers = Dossier.objects.visible_to(person, at).finding(text)
    own = Product.objects.visible_to(person, at).filter(listing__search_text__finds=text)
    producers = Producer.objects.visible_to(person, at).filter(search_text__finds=text)
    known = Producer.objects.visible_to(person, at).values("pk")
    others = Listing.objects.public().filter(search_text__finds=text).exclude(producer__in=known)
    public = public_products().filter(pk__in=others.values("pk"))
    groups = [
        _group(_("Hồ sơ"), dossiers.with_names().order_by("-updated_at"), _dossier),
        _group(_("Sản phẩm"), own.with_names(), _product),
        _group(_("Chủ thể"), producers.with_places(), _producer),
        _group(_("Sản phẩm trong danh mục công khai"), public.prefetch_related(None), _public_product),
    ]
    return [group for group in groups if group.hits]


def _group(label: Promise, rows: QuerySet[Any], hit: Any) -> Group:
    found: list[Model] = list(rows[: MOST_SHOWN + 1])
    return Group(label, [hit(row) for row in found[:MOST_SHOWN]], len(found) > MOST_SHOWN)


def _place(place: Any) -> str:
    return place.local_full_name if place else ""


def _dossier(row: Dossier) -> Hit:
    detail = f"{row.product.producer.name} · {state_name(row.state)}"
    return Hit(row.product.name, detail, row.get_absolute_url())


def _product(row: Product) -> Hit:
    return Hit(
        row.name, " · ".join(filter(None, (row.producer.name, _place(row.place)))), row.get_absolute_url()
    )


def _producer(row: Producer) -> Hit:
    return Hit(row.name, _place(row.commune), row.get_absolute_url())


def _public_product(row: Product) -> Hit:
    return Hit(row.name, row.producer.name, reverse("catalogue:product", args=[row.slug]))
