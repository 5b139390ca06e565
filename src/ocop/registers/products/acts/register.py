"""Ghi sản phẩm: enters a product of a producer, in the set that its place in the classification has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, once, record, recorded
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.producers.writes import free_slug, hold_producer
from ocop.registers.products.about import NEW, ChosenForNew
from ocop.registers.products.checks import refuse_fields, refuse_same_name
from ocop.registers.products.forms import AsksName
from ocop.registers.products.models import Product
from ocop.registers.products.permissions import refuse_register
from ocop.registers.products.writes import list_anew, search_text


class AsksNewName(AsksName):
    """The name; what it is, the thing here, is known already."""

    gives = frozenset({"fields", "source", "is_illustration"})

    def known(self) -> Mapping[str, Any]:
        """Nothing yet."""
        return {}

    def given(self) -> Mapping[str, Any]:
        """The name with the place in the classification."""
        fields = self.cleaned_data | self.thing.law
        return {"fields": fields, "source": Source.SELF, "is_illustration": False}


def refuse_new(who: Who, chosen: ChosenForNew) -> Refusal | None:
    """Who may act for the producer."""
    return refuse_register(who, chosen.producer)


@recorded
def register_product(
    producer: Producer,
    *,
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    source: str = Source.SELF,
    is_illustration: bool = False,
) -> Product:
    """Enters a product of a producer.

    Refused: strangers; a product without a name; one of the same producer with the same name; an unknown set.
    """
    ensure(refuse_register(who_is(by, at), producer))
    ensure(refuse_fields(fields))
    ensure(refuse_same_name(producer, fields["name"]))
    product = Product(
        producer=producer, **fields, source=source, is_illustration=is_illustration, created_at=at
    )
    product.search_text = search_text(product)

    def save(slug: str) -> None:
        product.slug = slug
        product.save(force_insert=True)

    with once(lambda: refuse_same_name(producer, product.name)):
        write_under_free_slug(lambda: free_slug(product.name, Product.objects), save)
    _follow_meanwhile(product)
    record("product.register", product, by=by, at=at)
    list_anew([product.pk])
    return product


def _follow_meanwhile(product: Product) -> None:
    """A producer that was amended since it was read; the next to amend it waits, and finds this product."""
    known = product.producer
    hold_producer(known)
    producer = Producer.objects.select_related("commune").get(pk=known.pk)
    if (producer.name, producer.commune_id) != (known.name, known.commune_id):
        product.producer = producer
        product.search_text = search_text(product)
        product.save(update_fields=["search_text"])


REGISTER = Act(
    about=NEW,
    name="register_leaf",
    refuse=refuse_new,
    form=AsksNewName,
    do=register_product,
    button=_("Ghi sản phẩm"),
    heading=_("Tên sản phẩm"),
    said=_("Đã ghi sản phẩm. Thêm vài tấm ảnh để mọi người nhận ra sản phẩm."),
)
"""Its page is `pages/register.py`: what is written stays in the browser, and the look at the set is new."""
