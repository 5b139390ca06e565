"""Thêm điểm dừng: where the route leads at a time of the day."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import ROUTE_MATTER
from ocop.casework.tourism.checks import refuse_place
from ocop.casework.tourism.models import Route, Spot, Stop
from ocop.casework.tourism.permissions import refuse_keep_route
from ocop.casework.tourism.rules import MOST_STOPS, StopKind
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, once, record, recorded
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import NumberField, TextField
from ocop.registers.producers.models import Producer
from ocop.registers.products.public import listed_producers
from ocop.registers.programme.selectors import current


class AsksStop(Asks):
    """When, where, for how long: a place of ours, a maker, or a sight by its name."""

    starts_at = forms.TimeField(
        label=_("Giờ đến"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Các điểm xếp theo giờ."),
    )  # fmt: skip
    minutes = NumberField(label=_("Ở lại bao lâu (phút)"), min_value=5, max_value=1440, decimal_places=0)
    spot = forms.ModelChoiceField(
        Spot.objects.none(),
        label=_("Làng, nhà dân, điểm du lịch"),
        required=False,
        empty_label=_("Không phải"),
    )
    producer = forms.ModelChoiceField(
        Producer.objects.none(), label=_("Cơ sở sản xuất OCOP"), required=False, empty_label=_("Không phải")
    )
    sight = TextField(
        label=_("Cảnh đẹp, di tích, chợ"), max_length=120, required=False,
        help_text=_("Chỉ ghi khi không chọn ở hai ô trên."),
    )  # fmt: skip
    place = CommuneField(
        province="",
        required=False,
        label=_("Ở xã, phường"),
        help_text=_("Chỉ cần cho cảnh đẹp, di tích, chợ."),
    )
    note = TextField(label=_("Làm gì ở đó"), max_length=300, required=False)
    beside = {"stop_time": "starts_at", "stop_which": "sight", "place_": "place"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme, fields = current(), self.fields
        spot, producer, place = (fields[name] for name in ("spot", "producer", "place"))
        spot.queryset = Spot.objects.on_show().order_by("name", "pk")  # type: ignore[attr-defined]
        producer.queryset = listed_producers().order_by("name", "pk")  # type: ignore[attr-defined]
        place.set_province(programme.province.code if programme else "")  # type: ignore[attr-defined]


@recorded
def add_stop(
    route: Route, *, starts_at: time, minutes: Any, spot: Spot | None = None,
    producer: Producer | None = None,
    sight: str = "", place: Place | None = None, note: str = "", by: Person, at: datetime,
) -> Stop:  # fmt: skip
    """It is shown with the next time that the route is shown.

    Refused to all but officers; for two places at once or none; at a time that is taken; outside the
    province; beyond the most.
    """
    ensure(refuse_keep_route(who_is(by, at), held(route)))
    ensure(_refuse_which(spot, producer, sight.strip()))
    kind, name, where = _what(spot, producer, sight.strip(), place)
    ensure(_refuse_nowhere(where) or refuse_place(where) or _refuse_time(route, starts_at))
    made = Stop(
        route=route, starts_at=starts_at, minutes=int(minutes), kind=kind.value, name=name, note=note.strip(),
        place=where, spot=spot, producer=producer,
    )  # fmt: skip
    with once(lambda: _refuse_time(route, starts_at)):
        made.save()
    record("route.add_stop", made, by=by, at=at)
    return made


def _what(
    spot: Spot | None, producer: Producer | None, sight: str, place: Place | None
) -> tuple[StopKind, str, Any]:
    if spot is not None:
        return StopKind.SPOT, spot.name, spot.place
    if producer is not None:
        return StopKind.MAKER, producer.name[:120], producer.commune
    return StopKind.SIGHT, sight, place


def _refuse_which(spot: Spot | None, producer: Producer | None, sight: str) -> Refusal | None:
    if sum(map(bool, (spot, producer, sight))) == 1:
        return None
    return Refusal(
        "stop_which", gettext("Điểm dừng là một nơi: một làng, một cơ sở, hoặc một cảnh đẹp."), "",
        gettext("Chọn đúng một trong ba ô."),
    )  # fmt: skip


def _refuse_nowhere(place: Place | None) -> Refusal | None:
    if place is not None:
        return None
    return Refusal(
        "place_missing", gettext("Chưa biết điểm này ở xã nào."), gettext("Bản đồ vẽ theo xã, phường."),
        gettext("Chọn xã, phường."),
    )  # fmt: skip


def _refuse_time(route: Route, starts_at: time) -> Refusal | None:
    stops = route.kept_stops()
    if stops.filter(starts_at=starts_at).exists():
        return Refusal(
            "stop_time", gettext("Giờ này đã có một điểm dừng."), gettext("Các điểm xếp theo giờ."),
            gettext("Ghi giờ khác."),
        )  # fmt: skip
    if stops.count() < MOST_STOPS:
        return None
    return Refusal(
        "too_many_stops", gettext("Một tuyến có nhiều nhất %(most)s điểm dừng.") % {"most": MOST_STOPS}, "",
        gettext("Bỏ bớt điểm dừng, hoặc làm thành hai tuyến."),
    )  # fmt: skip


ADD_STOP = Act(
    about=ROUTE_MATTER, name="add_stop", path="them-diem/", refuse=refuse_keep_route, form=AsksStop,
    do=add_stop, button=_("Thêm điểm dừng"), said=_("Đã thêm điểm dừng."), icon="map-pin",
)  # fmt: skip
