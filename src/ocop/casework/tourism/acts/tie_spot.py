"""Nối với sổ hỗ trợ, sản phẩm: which help was given to a place, and which recognised service is its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Activity
from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_at
from ocop.casework.tourism.selectors import TOURISM
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, once, record, recorded
from ocop.registers.products.models import Product


class AsksTie(Asks):
    """The help, and the product; nothing where there is none."""

    activity = forms.ModelChoiceField(
        Activity.objects.none(), label=_("Hỗ trợ đã ghi"), required=False, empty_label=_("Không có"),
        help_text=_("Làng đã tính trong kế hoạch bằng hỗ trợ này thì không tính lần nữa."),
    )  # fmt: skip
    product = forms.ModelChoiceField(
        Product.objects.none(), label=_("Sản phẩm OCOP của điểm đến"), required=False,
        empty_label=_("Chưa có"), help_text=_("Sao hiện trên trang công khai theo sổ công nhận."),
    )  # fmt: skip
    beside = {"tied_activity": "activity", "tied_product": "product"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        activity: Any = self.fields["activity"]
        seen = Activity.objects.visible_to(self.who.person, self.who.at).filter(kind=TOURISM)
        activity.queryset = seen.filter(spot__isnull=True) | seen.filter(spot=self.thing)
        product: Any = self.fields["product"]
        owned = Product.objects.filter(producer=self.thing.producer_id, set_number=26)
        product.queryset = owned.order_by("name", "pk")

    def known(self) -> Mapping[str, Any]:
        """What is tied now."""
        return {"activity": self.thing.activity_id, "product": self.thing.product_id}


def refuse_tie(who: Who, spot: Spot) -> Refusal | None:
    """Officers of its commune or of the province."""
    return refuse_at(who, spot.place)


@recorded
def tie_spot(
    spot: Spot, *, activity: Activity | None, product: Product | None, by: Person, at: datetime
) -> None:
    """A plan counts the help, not the place as well; stars come from the product.

    Refused to all but officers, and where another place has the help or the product.
    """
    ensure(refuse_tie(who_is(by, at), held(spot)))
    ensure(_refuse_taken(spot, activity, product))
    spot.activity, spot.product = activity, product
    with once(lambda: _refuse_taken(spot, activity, product)):
        spot.save(update_fields=["activity", "product"])
    data = {"activity": activity.pk if activity else None, "product": product.pk if product else None}
    record("spot.tie", spot, by=by, at=at, data=data)


def _refuse_taken(spot: Spot, activity: Activity | None, product: Product | None) -> Refusal | None:
    others = Spot.objects.exclude(pk=spot.pk)
    for name, value in (("activity", activity), ("product", product)):
        if value is not None and others.filter(**{name: value}).exists():
            return Refusal(
                f"tied_{name}", gettext("Đã nối với một điểm đến khác."), "",
                gettext("Chọn cái khác, hoặc bỏ ở điểm kia trước."),
            )  # fmt: skip
    return None


TIE = Act(
    about=SPOT_MATTER, name="tie_spot", path="noi-so/", refuse=refuse_tie, form=AsksTie, do=tie_spot,
    button=_("Nối với sổ hỗ trợ, sản phẩm"), confirm=_("Lưu"), said=_("Đã lưu."),
)  # fmt: skip
