"""Entering and amending products."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.places.selectors import names_for_search
from ocop.foundation.refusals import Refusal, ensure, once
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.kernel.law import load_regulations
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.producers.writes import free_slug, hold_producer
from ocop.registers.products import permissions
from ocop.registers.products.actions.listings import hold_products, list_anew
from ocop.registers.products.models import Product


def search_text(product: Product) -> str:
    """Folded name, producer and place, its former names included: what the catalogue searches."""
    commune = product.commune or product.producer.commune
    names = names_for_search(commune) if commune else ""
    return f"{fold(f'{product.name} {product.producer.name}')} {names}".strip()


def follow_producer(producer: Producer) -> None:
    """Brings the search texts and the listings of a producer's products up to date after it was amended."""
    hold_products(producer.products.values_list("pk", flat=True))
    products = list(producer.products.select_related("producer__commune", "commune"))
    for product in products:
        product.search_text = search_text(product)
    Product.objects.bulk_update(products, ["search_text"])
    list_anew(product.pk for product in products)


def _refuse_same_name(producer: Producer, name: str, but: Product | None = None) -> Refusal | None:
    others = producer.products.filter(name=name)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if not others.exists():
        return None
    return Refusal(
        "product_exists",
        _("%(producer)s đã có sản phẩm tên “%(name)s”.") % {"producer": producer, "name": name},
        _("Mỗi sản phẩm chỉ đăng ký một lần và giữ một hồ sơ suốt đời."),
        _("Mở sản phẩm đã có, hoặc đặt tên khác nếu đây là sản phẩm khác."),
    )


def _refuse_fields(fields: Mapping[str, Any]) -> Refusal | None:
    """A name is needed; a set must be one of its regulation, a leaf must lead to that set (R26-03)."""
    if "name" in fields and not fields["name"].strip():
        return Refusal("name_missing", _("Sản phẩm chưa có tên."), "", _("Ghi tên như trên bao bì."))
    if fields.get("set_number") is None and not fields.get("leaf"):
        return None
    regulation = load_regulations().get(fields.get("regulation_code", ""))
    leaf = regulation.leaves.get(fields.get("leaf", "")) if regulation else None
    is_known = regulation is not None and fields.get("set_number") in regulation.sets
    if is_known and (not fields.get("leaf") or (leaf and leaf.set_number == fields["set_number"])):
        return None
    return Refusal(
        "unknown_set",
        _("Nhóm sản phẩm này không có trong phân loại."),
        _("Mỗi mục của phụ lục I thuộc đúng một bộ sản phẩm."),
        _("Chọn lại nhóm sản phẩm trong danh sách."),
    )


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
    ensure(permissions.refuse_register(by, producer, at))
    ensure(_refuse_fields(fields))
    ensure(_refuse_same_name(producer, fields["name"]))
    product = Product(
        producer=producer, **fields, source=source, is_illustration=is_illustration, created_at=at
    )
    product.search_text = search_text(product)

    def save(slug: str) -> None:
        product.slug = slug
        product.save(force_insert=True)

    with once(lambda: _refuse_same_name(producer, product.name)):
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


@recorded
def amend_product(product: Product, *, fields: Mapping[str, Any], by: Person, at: datetime) -> Product:
    """Changes the description of a product; the record keeps which fields changed.

    What somebody else changed meanwhile stays.
    """
    ensure(permissions.refuse_amend(by, product, at))
    ensure(_refuse_fields(fields))
    if any(
        fields.get(name, getattr(product, name)) != getattr(product, name)
        for name in ("regulation_code", "set_number")
    ):
        ensure(permissions.refuse_classify(by, product, at))
    if "name" in fields:
        ensure(_refuse_same_name(product.producer, fields["name"], but=product))
    changed = sorted(name for name, value in fields.items() if getattr(product, name) != value)
    for name, value in fields.items():
        setattr(product, name, value)
    if not changed:
        return product
    record("product.amend", product, by=by, at=at, data={"fields": changed})
    hold_producer(product.producer)  # before the product, as who amends a producer does
    hold_products([product.pk])
    product.search_text = search_text(_amended(product, changed))
    with once(lambda: _refuse_same_name(product.producer, product.name, but=product)):
        product.save(update_fields=[*changed, "search_text"])
    list_anew([product.pk])
    return product


def _amended(product: Product, changed: list[str]) -> Product:
    """As it is stored now, others' amendments and those of its producer among it, with these changes."""
    stored = Product.objects.select_related("producer__commune", "commune").get(pk=product.pk)
    for name in changed:
        setattr(stored, name, getattr(product, name))
    return stored
