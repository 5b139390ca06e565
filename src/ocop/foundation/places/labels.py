"""Names of levels and kinds for the screen, and names of places in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from ocop.foundation.places.rules import Kind, Level

if TYPE_CHECKING:
    from ocop.foundation.places.models import Place

LEVELS: dict[Level, Promise] = {
    Level.PROVINCE: lazy("Cấp tỉnh"),
    Level.DISTRICT: lazy("Cấp huyện"),
    Level.COMMUNE: lazy("Cấp xã"),
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
    return _("%(kind)s %(name)s") % {"kind": KINDS[Kind(place.kind)], "name": place.name}


def local_full_name(place: Place) -> str:
    """The name with those of the units above it, in the language of the page; the parents must be loaded."""
    return ", ".join(local_name(unit) for unit in place.lineage)
