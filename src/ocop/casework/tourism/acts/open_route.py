"""Thêm tuyến: a route of a day begins without stops."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import ROUTES
from ocop.casework.tourism.checks import refuse_place, slug_for, slug_taken
from ocop.casework.tourism.models import Route
from ocop.casework.tourism.permissions import refuse_at, refuse_begin_for_all
from ocop.casework.tourism.writes import words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, once, record, recorded
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import TextField
from ocop.registers.programme.models import Programme


class AsksRoute(Asks):
    """Its name, and where it begins."""

    name = TextField(label=_("Tên tuyến"), max_length=120, help_text=_("Ví dụ: Một ngày ở đồi dứa."))
    place = CommuneField(province="", label=_("Xã, phường khởi hành"))
    slug = TextField(
        label=_("Địa chỉ trang"), max_length=100, required=False,
        help_text=_("Chữ không dấu. Để trống: hệ thống tự đặt theo tên."),
    )  # fmt: skip
    beside = {"place_": "place", "slug_": "slug", "not_": "place"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Any = self.fields["place"]
        place.set_province(self.thing.province.code)


@recorded
def open_route(
    programme: Programme, *, name: str, place: Place, slug: str = "",
    by: Person, at: datetime,
) -> Route:  # fmt: skip
    """A draft that only officers see. Refused outside the office's place and the province, and under an
    address that another has.
    """
    ensure(refuse_at(who_is(by, at), place))
    ensure(refuse_place(place))
    made = Route(name=name.strip(), place=place, created_at=at, is_illustration=programme.is_demonstration)
    made.slug = slug_for(Route, slug, name)
    made.search_text = words_to_find(made)
    with once(lambda: slug_taken(made.slug)):
        made.save()
    record("route.open", made, by=by, at=at)
    return made


OPEN_ROUTE = Act(
    about=ROUTES, name="open_route", path="them/", refuse=refuse_begin_for_all, form=AsksRoute,
    do=open_route, button=_("Thêm tuyến"), begins=True, weight="main", icon="map-pin",
    then=lambda _programme, route: route.get_absolute_url(),
)  # fmt: skip
