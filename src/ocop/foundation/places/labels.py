"""Names of levels, kinds and places in the language of the page, and what a unit is today in a sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ocop.foundation.places.rules import Kind, Level

if TYPE_CHECKING:
    from ocop.foundation.places.models import Place
    from ocop.foundation.places.selectors import Choice, Found

LEVELS: dict[Level, Promise] = {
    Level.PROVINCE: gettext_lazy("Cấp tỉnh"),
    Level.DISTRICT: gettext_lazy("Cấp huyện"),
    Level.COMMUNE: gettext_lazy("Cấp xã"),
}
KINDS: dict[Kind, Promise] = {
    Kind.PROVINCE: pgettext_lazy("kind of place", "tỉnh"),
    Kind.CITY: pgettext_lazy("kind of place", "thành phố"),
    Kind.DISTRICT: pgettext_lazy("kind of place", "huyện"),
    Kind.TOWN: pgettext_lazy("kind of place", "thị xã"),
    Kind.COMMUNE: pgettext_lazy("kind of place", "xã"),
    Kind.WARD: pgettext_lazy("kind of place", "phường"),
    Kind.TOWNSHIP: pgettext_lazy("kind of place", "thị trấn"),
    Kind.SPECIAL_ZONE: pgettext_lazy("kind of place", "đặc khu"),
}


def local_name(place: Place) -> str:
    """`xã Bản Lầu` in Vietnamese, `Bản Lầu commune` in English."""
    return local_kind_and_name(place.kind, place.name)


def local_kind_and_name(kind: str | None, name: str | None) -> str:
    """The same where the unit itself was not read; nothing where there is none."""
    return _("%(kind)s %(name)s") % {"kind": KINDS[Kind(kind)], "name": name} if kind else ""


def kind_and_name(kind: str | None, name: str | None) -> str:
    """`xã Bản Lầu` in every language, as on papers; nothing where there is no unit."""
    return f"{kind} {name}" if kind else ""


def local_full_name(place: Place) -> str:
    """The name with those of the units above it, in the language of the page; the parents must be loaded."""
    return ", ".join(local_name(unit) for unit in place.lineage)


def choice_label(choice: Choice) -> str:
    """`xã Bản Lầu`, or `xã Bản Lầu (xã Lùng Vai cũ)` where it answers through an old name."""
    name = local_name(choice.place)
    if not choice.through:
        return name
    return _("%(name)s (%(old)s cũ)") % {"name": name, "old": ", ".join(map(local_name, choice.through))}


def what_it_is_today(found: Found) -> str:
    """One or two sentences: the unit that stands there now, its code, and since when."""
    place = found.place
    if found.stands:
        return " ".join(filter(None, (_standing(place), change_of_kind(place))))
    if place.level == Level.DISTRICT:
        count = len(found.today)
        sentence = ngettext(
            "Không còn cấp huyện từ %(date)s. Nay là địa bàn của %(count)s xã, phường.",
            "Không còn cấp huyện từ %(date)s. Nay là địa bàn của %(count)s xã, phường.",
            count,
        )
        return sentence % {"date": _day_after(place), "count": count}
    return " ".join(filter(None, (*(_followed(place, now) for now in found.today), _code_taken_over(found))))


def change_of_kind(place: Place) -> str:
    """That a commune became a ward, or a province a city, and when; nothing for all others."""
    if place.kind_since is None:
        return ""
    values = {
        "kind": KINDS[Kind(place.kind)],
        "date": _written(place.kind_since),
        "before": KINDS[Kind(place.kind_before)],
    }
    return _("Là %(kind)s từ %(date)s, trước đó là %(before)s.") % values


def _standing(place: Place) -> str:
    return _("Mã %(code)s, từ %(date)s.") % {"code": place.code, "date": _written(place.valid_from)}


def _followed(place: Place, now: Place) -> str:
    values = {"name": local_full_name(now), "code": now.code, "date": _written(now.valid_from)}
    if place.name == now.name:
        return _("Nay là %(name)s, mã %(code)s, từ %(date)s.") % values
    return _("Nay thuộc %(name)s, mã %(code)s, từ %(date)s.") % values


def _code_taken_over(found: Found) -> str:
    """A warning where the code went on to a unit of another name, so that old papers are not misread."""
    place = found.place
    if any(now.code == place.code and now.name != place.name for now in found.today):
        values = {"code": place.code, "name": local_name(place), "date": _day_after(place)}
        return _("Trước %(date)s mã %(code)s là của %(name)s.") % values
    return ""


def _day_after(place: Place) -> str:
    return _written(place.valid_to + timedelta(days=1)) if place.valid_to else ""


def _written(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
