"""Chọn xã mới: of a commune that was divided, in which of the new ones a producer lies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.places.models import Place
from ocop.registers.mergers.about import PLACED
from ocop.registers.mergers.permissions import refuse_place, units_after
from ocop.registers.mergers.writes import Placed, follow_placed
from ocop.registers.producers.models import Producer
from ocop.registers.producers.writes import hold_producer, search_text
from ocop.registers.products.models import Product
from ocop.registers.products.writes import hold_products, list_anew


class AsksUnit(Asks):
    """One of the units that followed."""

    unit = forms.ModelChoiceField(label=_("Nay thuộc"), queryset=Place.objects.none(), empty_label=None)
    beside = {"unit_": "unit"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [one.pk for one in units_after(self.thing, timezone.localdate(self.who.at))]
        unit: Any = self.fields["unit"]
        unit.queryset = Place.objects.filter(pk__in=keys).order_by("name", "pk")


@recorded
def place_producer(producer: Producer, *, unit: Place, by: Person, at: datetime) -> Producer:
    """The producer, its products of the old unit and their open dossiers lie in the new unit from now on;
    what was given stays as it is printed.

    Refused to all but officers of the province, for a producer whose commune was not divided, for another
    unit than those that followed.
    """
    hold_producer(producer)
    stored = Producer.objects.select_related("commune").get(pk=producer.pk)
    ensure(refuse_place(who_is(by, at), stored))
    if unit not in units_after(stored, timezone.localdate(at)):
        ensure(Refusal("unit_other", _("Xã, phường này không thay xã cũ của chủ thể."), "", _("Chọn lại.")))
    old = stored.commune
    assert old is not None  # noqa: S101 - refused above
    stored.commune = unit
    stored.search_text = search_text(stored)
    stored.save(update_fields=["commune", "search_text"])
    data = {"old": old.code, "new": unit.code}
    record("producer.place", stored, by=by, at=at, data=data)
    products = list(Product.objects.filter(producer=stored, commune=old).order_by("pk"))
    hold_products([one.pk for one in products])
    for product in products:
        product.commune = unit
        product.save(update_fields=["commune"])
        record("product.place", product, by=by, at=at, data=data)
    follow_placed(Placed(stored, old, unit, by, at))
    list_anew(Product.objects.filter(producer=stored).values_list("pk", flat=True))
    return stored


PLACE = Act(
    about=PLACED,
    name="place",
    path="chon-xa/",
    refuse=refuse_place,
    form=AsksUnit,
    do=place_producer,
    button=_("Chọn xã mới"),
    lead=_("Sản phẩm và hồ sơ đang làm của chủ thể chuyển theo. Giấy đã cấp giữ nguyên."),
    said=_("Đã ghi. Xã mới thấy chủ thể, sản phẩm và hồ sơ đang làm."),
)
