"""Bỏ nơi bán: an address where one buys is taken away."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import LINK
from ocop.casework.sites.models import BuyLink
from ocop.casework.sites.permissions import refuse_keep
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_remove_link(who: Who, link: BuyLink) -> Refusal | None:
    """Who looks after the site."""
    return refuse_keep(who, link.site)


@recorded
def remove_link(link: BuyLink, *, by: Person, at: datetime) -> None:
    """It is gone from the site with the next time that it is shown. Refused to strangers."""
    ensure(refuse_remove_link(who_is(by, at), held(link)))
    link.is_withdrawn = True
    link.save(update_fields=["is_withdrawn"])
    record("site.remove_link", link, by=by, at=at)


REMOVE_LINK = Act(
    about=LINK,
    name="remove_link",
    path="bo/",
    refuse=refuse_remove_link,
    do=remove_link,
    button=_("Bỏ nơi bán"),
    lead=_("Nút mua còn trên trang công khai cho đến lần cho xem tới."),
    said=_("Đã bỏ nơi bán."),
    template="ui/confirm.html",
    danger=True,
)
