"""Giá và mùa có hàng: what a shopper asks of a product first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import PRODUCT
from ocop.casework.sites.models import Sale
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import MoneyField, TextField
from ocop.registers.products.models import Product
from ocop.registers.products.permissions import refuse_amend


class AsksSale(Asks):
    """Price, for how much, when there is some."""

    price = MoneyField(label=_("Giá bán lẻ (đồng)"), required=False)
    price_for = TextField(
        label=_("Giá cho"), max_length=60, required=False, help_text=_("Ví dụ: hộp 500 g; 1 kg; một đêm")
    )
    season = TextField(
        label=_("Mùa có hàng"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: tháng 4 đến tháng 7; quanh năm"),
    )

    def known(self) -> Mapping[str, Any]:
        """What was said before."""
        sale = getattr(self.thing, "sale", None)
        return {name: getattr(sale, name) for name in ("price", "price_for", "season")} if sale else {}


def refuse_tell_sale(who: Who, product: Product) -> Refusal | None:
    """Who amends the product."""
    return refuse_amend(who, product)


@recorded
def tell_sale(
    product: Product, *, price: int | None, price_for: str, season: str, by: Person, at: datetime
) -> Sale:
    """It stands on the product's page at once. Refused to strangers."""
    ensure(refuse_tell_sale(who_is(by, at), held(product)))
    known = {"price": price, "price_for": price_for.strip(), "season": season.strip(), "changed_at": at}
    sale, _made = Sale.objects.update_or_create(product=product, defaults=known)
    record("product.tell_sale", product, by=by, at=at, data={"price": price})
    return sale


TELL_SALE = Act(
    about=PRODUCT,
    name="tell_sale",
    path="gia-va-mua/",
    refuse=refuse_tell_sale,
    form=AsksSale,
    do=tell_sale,
    button=_("Giá và mùa có hàng"),
    confirm=_("Lưu"),
    said=_("Đã lưu giá và mùa có hàng."),
)
