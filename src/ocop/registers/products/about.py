"""What the acts of this package are about: a product, its photographs, its place in the classification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.kernel.law import Regulation
from ocop.kernel.law.model import Leaf
from ocop.registers.producers.about import find_producer, see_producer
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.selectors import regulation_on


@dataclass(frozen=True)
class Chosen:
    """A leaf of the classification in force."""

    regulation: Regulation
    leaf: Leaf

    @property
    def law(self) -> dict[str, Any]:
        """What a product keeps of it."""
        number = self.leaf.set_number
        return {"regulation_code": self.regulation.code, "leaf": self.leaf.key, "set_number": number}

    @property
    def name(self) -> str:
        """The leaf in the language of the page."""
        return self.leaf.label.text(get_language() or "vi")

    @property
    def set_label(self) -> str:
        """The set to which it leads."""
        return self.regulation.sets[self.leaf.set_number].label.text(get_language() or "vi")


@dataclass(frozen=True)
class ChosenForNew(Chosen):
    """Chosen for a product that the producer has not registered yet."""

    producer: Producer


@dataclass(frozen=True)
class ChosenFor(Chosen):
    """Chosen for a product that is there already."""

    product: Product


def regulation_in_force(at: datetime) -> Regulation:
    """The regulation by whose classification products are registered now."""
    regulation = regulation_on(timezone.localdate(at))
    if regulation is None:
        raise Http404
    return regulation


def _leaf(regulation: Regulation, key: str) -> Leaf:
    if key not in regulation.leaves:
        raise Http404
    return regulation.leaves[key]


def find_product(_who: Who, slug: str) -> Product:
    """The product of this address."""
    return get_object_or_404(Product.objects.with_names(), slug=slug)


def see_product(who: Who, product: Product) -> None:
    """Http404 for whoever may not see it, as for one that does not exist."""
    if not Product.objects.visible_to(who.person, who.at).filter(pk=product.pk).exists():
        raise Http404


def visible_product(who: Who, slug: str) -> Product:
    """The product of this address, for whoever may see it."""
    return get_object_or_404(Product.objects.visible_to(who.person, who.at).with_names(), slug=slug)


def find_photo(_who: Who, slug: str, pk: int) -> Photo:
    """A photograph that its product still shows."""
    rows = Photo.objects.filter(is_withdrawn=False).select_related(
        "file", "product__producer__commune__parent__parent", "product__commune__parent__parent"
    )
    return get_object_or_404(rows, product__slug=slug, pk=pk)


def photos_page(product: Product) -> str:
    """The photographs of a product."""
    return reverse("products:photos", args=[product.slug])


def find_for_new(who: Who, producer: str, leaf: str) -> ChosenForNew:
    """The producer and the leaf of this address."""
    regulation = regulation_in_force(who.at)
    return ChosenForNew(regulation, _leaf(regulation, leaf), find_producer(who, producer))


def find_for(who: Who, slug: str, leaf: str) -> ChosenFor:
    """The product and the leaf of this address."""
    regulation = regulation_in_force(who.at)
    return ChosenFor(regulation, _leaf(regulation, leaf), find_product(who, slug))


def _photo_head(photo: Photo) -> Mapping[str, Any]:
    back = photos_page(photo.product)
    return {"kicker": photo.product.name, "kicker_url": back, "cancel_url": back}


NEW = Matter(
    space="products",
    address="san-pham-cua-toi/moi/<slug:producer>/<str:leaf>/",
    find=find_for_new,
    keys=lambda chosen: {"producer": chosen.producer.slug, "leaf": chosen.leaf.key},
    back=lambda chosen: reverse("products:register", args=[chosen.producer.slug]),
    see=lambda who, chosen: see_producer(who, chosen.producer),
)
PRODUCT = Matter(
    space="products",
    address="san-pham-cua-toi/<slug:slug>/",
    find=find_product,
    keys=lambda product: {"slug": product.slug},
    back=Product.get_absolute_url,
    see=see_product,
)
FACTS = Matter(
    space="products",
    address="san-pham-cua-toi/<slug:slug>/sua/<product_section:section>/",
    find=lambda who, slug, section: find_product(who, slug),
    back=Product.get_absolute_url,
    see=see_product,
)
LEAF = Matter(
    space="products",
    address="san-pham-cua-toi/<slug:slug>/nhom/<str:leaf>/",
    find=find_for,
    keys=lambda chosen: {"slug": chosen.product.slug, "leaf": chosen.leaf.key},
    back=lambda chosen: reverse("products:classify", args=[chosen.product.slug]),
    see=lambda who, chosen: see_product(who, chosen.product),
)
PHOTO = Matter(
    space="products",
    address="san-pham-cua-toi/<slug:slug>/anh/<int:pk>/",
    find=find_photo,
    keys=lambda photo: {"slug": photo.product.slug, "pk": photo.pk},
    back=lambda photo: photos_page(photo.product),
    head=_photo_head,
    see=lambda who, photo: see_product(who, photo.product),
)
