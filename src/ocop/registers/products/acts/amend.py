"""Sửa thông tin sản phẩm: one page of facts at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, once, record, recorded
from ocop.registers.producers.writes import hold_producer
from ocop.registers.products.about import FACTS
from ocop.registers.products.checks import refuse_fields, refuse_same_name
from ocop.registers.products.forms import AsksFacts
from ocop.registers.products.models import Product
from ocop.registers.products.permissions import refuse_amend, refuse_classify
from ocop.registers.products.writes import hold_products, list_anew, search_text


@recorded
def amend_product(product: Product, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Product:
    """Changes the description of a product; the record keeps which fields changed.

    What somebody else changed meanwhile stays.
    """
    who = who_is(by, at)
    ensure(refuse_amend(who, product))
    ensure(refuse_fields(fields))
    if any(
        fields.get(name, getattr(product, name)) != getattr(product, name)
        for name in ("regulation_code", "set_number")
    ):
        ensure(refuse_classify(who, product))
    if "name" in fields:
        ensure(refuse_same_name(product.producer, fields["name"], but=product))
    changed = sorted(name for name, value in fields.items() if getattr(product, name) != value)
    for name, value in fields.items():
        setattr(product, name, value)
    if not changed:
        return product
    record("product.amend", product, by=by, at=at, data={"fields": changed})
    hold_producer(product.producer)  # before the product, as who amends a producer does
    hold_products([product.pk])
    product.search_text = search_text(_amended(product, changed))
    with once(lambda: refuse_same_name(product.producer, product.name, but=product)):
        product.save(update_fields=[*changed, "search_text"])
    list_anew([product.pk])
    return product


def _amended(product: Product, changed: list[str]) -> Product:
    """As it is stored now, others' amendments and those of its producer among it, with these changes."""
    stored = Product.objects.select_related("producer__commune", "commune").get(pk=product.pk)
    for name in changed:
        setattr(stored, name, getattr(product, name))
    return stored


AMEND = Act(
    about=FACTS,
    name="amend",
    refuse=refuse_amend,
    form=AsksFacts,
    do=amend_product,
    button=_("Sửa thông tin sản phẩm"),
    said=_("Đã lưu."),
)
"""Its page is `pages/amending.py`: which facts are asked is part of the address."""
