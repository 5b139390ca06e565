"""Mở hồ sơ: the producer opens a dossier of a product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PRODUCT
from ocop.casework.dossiers.checks import refuse_again, refuse_recognised
from ocop.casework.dossiers.labels import KINDS
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_product, refuse_stranger
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.selectors.renewing import former_of, recognition_on
from ocop.casework.dossiers.writes.prefilling import carry_over
from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Text
from ocop.registers.producers.selectors import representative
from ocop.registers.products.models import Product


def refuse_open(who: Who, product: Product, kind: DossierKind = DossierKind.FIRST) -> Refusal | None:
    """Opening a dossier: set, legal form and commune are known,
    no other dossier is under way (R26-01, R26-03); for a first one, it is not recognised now, for the other
    kinds it is (R26-35, R26-36).
    """
    if refusal := refuse_stranger(who, product.producer):
        return refusal
    under_way = Dossier.objects.open().filter(product=product).first()
    day = timezone.localdate(who.at)
    if refusal := refuse_product(product, under_way, day):
        return refusal
    is_first = kind == DossierKind.FIRST
    return refuse_recognised(product, day) if is_first else refuse_again(product, kind, day)


@recorded
def open_dossier(
    product: Product,
    *,
    by: Person,
    at: datetime,
    kind: DossierKind = DossierKind.FIRST,
    idea: Idea | None = None,
) -> Dossier:
    """Opens a dossier of a product under the law in force (R26-16), with what is known already filled in: of
    a re-evaluation or an upgrade from the dossier before it.

    Refused: a stranger; a product without a set or a commune, or classified under another law than the one in
    force; a product with another dossier under way, or with the ministry; a first dossier for what is
    recognised; another for what is not, an upgrade of 5 stars, a re-evaluation whose window is not in sight.
    """
    rows = holding(Product.objects).select_related("producer__commune", "commune")
    product = rows.get(pk=product.pk)
    ensure(refuse_open(who_is(by, at), product, kind))
    producer, commune = product.producer, product.commune or product.producer.commune
    assert commune is not None  # noqa: S101 - the refusal has seen both
    assert product.set_number is not None  # noqa: S101
    known = representative(producer, person=by, at=at)
    held = None if kind == DossierKind.FIRST else recognition_on(product, timezone.localdate(at))
    dossier = Dossier.objects.create(
        product=product,
        kind=kind.value,
        regulation_code=product.regulation_code,
        set_number=product.set_number,
        commune=commune,
        contact_name=known.full_name if known else "",
        contact_title=known.title if known else "",
        contact_phone=producer.phone,
        contact_email=producer.email,
        has_story=product.has_story,
        idea=idea,
        recognition=held[0] if held else None,
        former=former_of(product) if held else None,
        created_at=at,
        created_by=by,
        updated_at=at,
    )
    if dossier.former is not None:
        carry_over(dossier, dossier.former, at=at)
    record("dossier.open", dossier, by=by, at=at, data={"kind": kind.value, "set": dossier.set_number})
    return dossier


def open_first(product: Product, *, by: Person, at: datetime) -> Dossier:
    """As its page does: a dossier of the first evaluation."""
    return open_dossier(product, by=by, at=at)


def _shown(form: Asks) -> Mapping[str, Any]:
    """The product, or why it cannot have a dossier now; what is recognised has two other ways."""
    product, refusal = form.thing, refuse_open(form.who, form.thing)
    return {
        "heading": gettext("Mở hồ sơ cho “%(product)s”") % {"product": product.name},
        "refusal": refusal,
        "ways": ways_again(form.who, product) if refusal and refusal.code == "already_recognised" else (),
    }


@dataclass(frozen=True)
class Way:
    """A kind of dossier that a recognised product may have, and why not now."""

    label: Text
    url: str
    refusal: Refusal | None


def ways_again(who: Who, product: Product) -> list[Way]:
    """Re-evaluation and upgrade of a product, each with what stands against it."""
    pages = {DossierKind.RENEWAL: "open_renewal", DossierKind.UPGRADE: "open_upgrade"}
    return [
        Way(KINDS[kind], reverse(f"dossiers:{page}", args=[product.slug]), refuse_open(who, product, kind))
        for kind, page in pages.items()
    ]


OPEN = Act(
    about=PRODUCT,
    name="open",
    refuse=lambda who, product: refuse_stranger(who, product.producer),
    do=open_first,
    button=_("Mở hồ sơ"),
    lead=_("Hồ sơ đăng ký đánh giá lần đầu. Bạn làm dần từng mục, lúc nào nộp cũng được."),
    show=_shown,
    template="dossiers/open.html",
    then=lambda _product, dossier: dossier.get_absolute_url(),
)
