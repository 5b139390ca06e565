"""Mở hồ sơ: the producer opens a dossier of a product."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PRODUCT
from ocop.casework.dossiers.checks import refuse_recognised
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_product, refuse_stranger
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.registers.producers.selectors import representative
from ocop.registers.products.models import Product


def refuse_open(who: Who, product: Product, kind: DossierKind = DossierKind.FIRST) -> Refusal | None:
    """Opening a dossier: set, legal form and commune are known,
    no other dossier is under way (R26-01, R26-03); for a first one, it is not recognised now.
    """
    if refusal := refuse_stranger(who, product.producer):
        return refusal
    under_way = Dossier.objects.open().filter(product=product).first()
    day = timezone.localdate(who.at)
    refusal = refuse_product(product, under_way, day)
    return refusal or (refuse_recognised(product, day) if kind == DossierKind.FIRST else None)


@recorded
def open_dossier(
    product: Product,
    *,
    by: Person,
    at: datetime,
    kind: DossierKind = DossierKind.FIRST,
    idea: Idea | None = None,
) -> Dossier:
    """Opens a dossier of a product under the law in force (R26-16), with what is known already filled in.

    Refused: a stranger; a product without a set or a commune, or classified under another law than the one in
    force; a product with another dossier under way; a first dossier for what is recognised or with the
    ministry.
    """
    rows = holding(Product.objects).select_related("producer__commune", "commune")
    product = rows.get(pk=product.pk)
    ensure(refuse_open(who_is(by, at), product, kind))
    producer, commune = product.producer, product.commune or product.producer.commune
    assert commune is not None  # noqa: S101 - the refusal has seen both
    assert product.set_number is not None  # noqa: S101
    known = representative(producer, person=by, at=at)
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
        created_at=at,
        created_by=by,
        updated_at=at,
    )
    record("dossier.open", dossier, by=by, at=at, data={"kind": kind.value, "set": dossier.set_number})
    return dossier


def open_first(product: Product, *, by: Person, at: datetime) -> Dossier:
    """As its page does: a dossier of the first evaluation."""
    return open_dossier(product, by=by, at=at)


def _shown(form: Asks) -> Mapping[str, Any]:
    """The product, or why it cannot have a dossier now."""
    product = form.thing
    return {
        "heading": gettext("Mở hồ sơ cho “%(product)s”") % {"product": product.name},
        "refusal": refuse_open(form.who, product),
    }


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
