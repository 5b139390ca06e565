"""Thêm nơi bán: an address where one buys everything, or one product."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.checks import refuse_url
from ocop.casework.sites.labels import SHOPS
from ocop.casework.sites.models import BuyLink, Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.casework.sites.rules import MOST_LINKS, Shop
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.registers.products.models import Product


class AsksLink(Asks):
    """Where, the address, which product."""

    shop = forms.ChoiceField(label=_("Nơi bán"), choices=[(shop.value, word) for shop, word in SHOPS.items()])
    url = TextField(
        label=_("Địa chỉ"), max_length=500, help_text=_("Sao chép cả địa chỉ, ví dụ https://postmart.vn/…")
    )
    product = forms.ModelChoiceField(
        Product.objects.none(), label=_("Bán sản phẩm nào"), required=False, empty_label=_("Mọi sản phẩm")
    )
    beside = {"url_": "url"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        products: Any = self.fields["product"]
        products.queryset = self.thing.producer.products.order_by("name", "pk")


@recorded
def add_link(
    site: Site, *, shop: Shop | str, url: str, by: Person, at: datetime, product: Product | None = None
) -> BuyLink:
    """It is shown with the next time that the site is shown.

    Refused to strangers; for what is no address of the web, leads into a private network, belongs to
    another shop or to another producer, is there already, or is one too many.
    """
    ensure(refuse_keep(who_is(by, at), held(site)))
    shop, url = Shop(shop), url.strip()
    ensure(refuse_url(site, shop, url))
    ensure(_refuse_again(site, url))
    made = BuyLink.objects.create(site=site, shop=shop.value, url=url, product=product)
    record("site.add_link", made, by=by, at=at, data={"url": url})
    return made


def _refuse_again(site: Site, url: str) -> Refusal | None:
    rows = site.links.filter(is_withdrawn=False)
    if rows.filter(url=url).exists():
        return Refusal(
            "url_again", gettext("Địa chỉ này đã có trên trang."), "", gettext("Không phải ghi lại.")
        )
    if rows.count() < MOST_LINKS:
        return None
    return Refusal(
        "too_many_links",
        gettext("Một trang có nhiều nhất %(most)s nơi bán.") % {"most": MOST_LINKS},
        "",
        gettext("Bỏ bớt nơi bán cũ trước."),
    )


ADD_LINK = Act(
    about=SITE,
    name="add_link",
    path="them-noi-ban/",
    refuse=refuse_keep,
    form=AsksLink,
    do=add_link,
    button=_("Thêm nơi bán"),
    said=_("Đã thêm nơi bán."),
    icon="store",
)
