"""Làm hồ sơ nâng hạng: the producer asks for more stars than the product has (article 7(5))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PRODUCT_AGAIN
from ocop.casework.dossiers.acts.open import open_dossier, refuse_open
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.dossiers.rules import DossierKind
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, Asks
from ocop.registers.products.models import Product


def open_upgrade(product: Product, *, by: Person, at: datetime) -> Dossier:
    """A dossier of an upgrade, prefilled from the one before; refused as `open_dossier` is."""
    return open_dossier(product, by=by, at=at, kind=DossierKind.UPGRADE)


def _shown(form: Asks) -> Mapping[str, Any]:
    """The product, or why it cannot be opened now."""
    return {
        "heading": gettext("Làm hồ sơ nâng hạng “%(product)s”") % {"product": form.thing.name},
        "refusal": refuse_open(form.who, form.thing, DossierKind.UPGRADE),
    }


OPEN_UPGRADE = Act(
    about=PRODUCT_AGAIN,
    name="open_upgrade",
    path="nang-hang/",
    refuse=lambda who, product: refuse_stranger(who, product.producer),
    do=open_upgrade,
    button=_("Làm hồ sơ nâng hạng"),
    lead=_("Ghi những gì đã thay đổi, kèm minh chứng. Không lên hạng thì giấy chứng nhận cũ giữ nguyên."),
    show=_shown,
    template="dossiers/open.html",
    then=lambda _product, dossier: dossier.get_absolute_url(),
)
