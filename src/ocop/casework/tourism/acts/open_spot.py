"""Thêm điểm đến: a village, a homestay or a site begins, seen by its people alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import SPOTS
from ocop.casework.tourism.checks import refuse_place, slug_for, slug_taken
from ocop.casework.tourism.labels import SPOT_KINDS
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_begin, refuse_keep_spot
from ocop.casework.tourism.rules import SpotKind
from ocop.casework.tourism.writes import words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, once, record, recorded
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Programme


class AsksSpot(Asks):
    """What it is, its name, where, whose."""

    kind = forms.ChoiceField(
        label=_("Loại"), widget=RadioCards, choices=[(kind.value, word) for kind, word in SPOT_KINDS.items()]
    )
    name = TextField(label=_("Tên"), max_length=120, help_text=_("Ví dụ: Bản Nà Lốc, Homestay Mây Trắng."))
    place = CommuneField(province="")
    producer = forms.ModelChoiceField(
        Producer.objects.none(), label=_("Chủ của điểm đến"), required=False,
        empty_label=_("Không có chủ thể: xã giữ trang này"),
    )  # fmt: skip
    slug = TextField(
        label=_("Địa chỉ trang"), max_length=100, required=False,
        help_text=_("Chữ không dấu, ví dụ ban-na-loc. Để trống: hệ thống tự đặt theo tên."),
    )  # fmt: skip
    beside = {"place_": "place", "slug_": "slug", "not_": "producer"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Any = self.fields["place"]
        place.set_province(self.thing.province.code)
        producer: Any = self.fields["producer"]
        producer.queryset = Producer.objects.visible_to(self.who.person, self.who.at).order_by("name", "pk")


@recorded
def open_spot(
    programme: Programme, *, kind: SpotKind | str, name: str, place: Place, producer: Producer | None = None,
    slug: str = "", by: Person, at: datetime,
) -> Spot:  # fmt: skip
    """A draft that only its people and officers see.

    Refused outside the province, under an address that another has, for somebody else's place or producer.
    """
    made = Spot(
        kind=SpotKind(kind).value, name=name.strip(), place=place, producer=producer, created_at=at,
        is_illustration=programme.is_demonstration,
    )  # fmt: skip
    ensure(refuse_keep_spot(who_is(by, at), made))
    ensure(refuse_place(place))
    made.slug = slug_for(Spot, slug, name)
    made.search_text = words_to_find(made)
    with once(lambda: slug_taken(made.slug)):
        made.save()
    record("spot.open", made, by=by, at=at)
    return made


OPEN_SPOT = Act(
    about=SPOTS, name="open_spot", path="them/", refuse=refuse_begin, form=AsksSpot, do=open_spot,
    button=_("Thêm điểm đến"), begins=True, weight="main", icon="map-pin",
    lead=_("Chỉ bạn và cán bộ thấy cho đến khi bạn cho mọi người xem."),
    then=lambda _programme, spot: spot.get_absolute_url(),
)  # fmt: skip
