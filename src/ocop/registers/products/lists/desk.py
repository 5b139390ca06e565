"""The officers' list of products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places.labels import kind_and_name
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import ground_of, units_of_today
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import stars, status
from ocop.kernel.codes import is_code
from ocop.registers.producers.labels import SOURCES
from ocop.registers.producers.models import desk_of
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Listing, Recognition
from ocop.registers.products.rules import StandingKind, kept_standing
from ocop.registers.products.selectors import (
    bearing,
    current_recognition,
    regulation_on,
    standing_of,
    still_good,
)

NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}
NONE = (None, "", 0)
BY_NAME = ("name", "pk")


KEPT = ("status_code", "valid_from", "expires_on", "stops_on", "ending__on", "ending__kind")


def _standings_of(products: Sequence[int], *listed: Sequence[Any]) -> Iterator[str]:
    """In words, of a part of the listings: the newest recognition, unless only an older one holds today."""
    today = timezone.localdate()
    told = lru_cache(None)(partial(kept_standing, on=today))
    newest = [told(*one) for one in zip(*listed, strict=True)]
    behind = [pk for pk, one in zip(products, newest, strict=True) if not one.is_good]
    older = still_good(behind, today)
    words = {kind: str(word) for kind, word in STANDINGS.items()}
    return (words[older.get(pk, one.kind)] for pk, one in zip(products, newest, strict=True))


def _or_nothing(number: int) -> int | None:
    return number or None


class ProductTable(tables.Table):
    """One line for a product, from its listing; every order has an index, names decide among equals.

    `public_recognitions` of the products must be prefetched.
    """

    name = tables.Column(verbose_name=_("Sản phẩm"), linkify=True, order_by=BY_NAME)
    producer = tables.Column(
        verbose_name=_("Chủ thể"), accessor="producer_name", order_by=("producer_name", *BY_NAME)
    )
    commune = tables.Column(verbose_name=_("Xã, phường"), order_by=("place_name", *BY_NAME))
    set_number = tables.Column(
        verbose_name=_("Bộ"), attrs=NUMBER, order_by=("set_number", *BY_NAME), empty_values=NONE
    )
    latest_stars = tables.Column(
        verbose_name=_("Hạng sao"), accessor="stars", order_by=("stars", *BY_NAME), empty_values=NONE
    )
    latest_year = tables.Column(
        verbose_name=_("Năm"), accessor="year", attrs=NUMBER, order_by=("year", *BY_NAME), empty_values=NONE
    )
    standing = tables.Column(
        verbose_name=_("Tình trạng"),
        accessor="product__public_recognitions",
        orderable=False,
        empty_values=(),
    )

    class Meta:
        model = Listing
        fields: ClassVar = (
            "name",
            "producer",
            "commune",
            "set_number",
            "latest_stars",
            "latest_year",
            "standing",
        )
        order_by = "name"

    cells: ClassVar = {
        "commune": Cell(("commune__kind", "commune__name"), each=kind_and_name),
        "set_number": Cell(("set_number",), each=_or_nothing),
        "latest_stars": Cell(("stars",), each=_or_nothing),
        "latest_year": Cell(("year",), each=_or_nothing),
        "standing": Cell(("pk", *KEPT), together=_standings_of),
    }

    def render_commune(self, value: Place) -> str:
        """Kind and name of the commune."""
        return str(value)

    def render_latest_stars(self, value: int) -> Any:
        """Stars as shapes."""
        return stars(value)

    def value_latest_stars(self, value: int) -> int:
        """The number alone."""
        return value

    def render_latest_year(self, value: int) -> str:
        """A year is no amount: without a mark between thousands."""
        return str(value)

    def value_latest_year(self, value: int) -> int:
        """The year."""
        return value

    def render_standing(self, value: list[Recognition]) -> Any:
        """What can be said of its recognition today, as a chip."""
        kind = _standing(value)
        word = _("Chưa rõ hiệu lực") if kind == StandingKind.UNKNOWN else STANDINGS[kind]
        return status(str(word), STANDING_KINDS[kind])

    def value_standing(self, value: list[Recognition]) -> str:
        """The same in words."""
        return str(STANDINGS[_standing(value)])


def _standing(recognitions: list[Recognition]) -> StandingKind:
    today = timezone.localdate()
    shown = current_recognition(recognitions, today)
    return standing_of(shown, today).kind if shown else StandingKind.NOT_RECOGNISED


def sets_of_today() -> list[tuple[int, str]]:
    """The sets of the regulation in force, by number and name."""
    regulation = regulation_on(timezone.localdate())
    language = get_language() or "vi"
    return (
        [(number, f"{number}. {one.label.text(language)}") for number, one in regulation.sets.items()]
        if regulation
        else []
    )


def communes_with_products(request: Any) -> QuerySet[Place]:
    """The communes of today of the producers that the list can show to this person, each once."""
    there = Listing.objects.filter(producer_commune=OuterRef("pk"))
    return units_of_today(
        Place.objects.filter(desk_of(request.user, timezone.now(), "pk"), Exists(there)), timezone.localdate()
    )


class ProductFilter(ListFilter):
    """By words, set, stars, commune, and where the record comes from."""

    bo = django_filters.ChoiceFilter(label=_("Bộ sản phẩm"), field_name="set_number", choices=sets_of_today)
    sao = django_filters.ChoiceFilter(
        label=_("Hạng sao"),
        field_name="stars",
        choices=[(3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))],
    )
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"),
        field_name="producer_commune",
        queryset=communes_with_products,
        to_field_name="code",
        method="filter_commune",
    )
    nguon = django_filters.ChoiceFilter(
        label=_("Nguồn"), field_name="source", choices=lambda: list(SOURCES.items())
    )

    def filter_commune(self, queryset: QuerySet[Listing], name: str, value: Place) -> QuerySet[Listing]:
        """Those on the ground of the commune, where it took over others too."""
        return queryset.filter(producer_commune__in=list(ground_of(value)))

    def filter_q(self, queryset: QuerySet[Listing], name: str, value: str) -> QuerySet[Listing]:
        """A code finds the product that bears it, on a certificate or in the register."""
        if is_code(value):
            return queryset.filter(product__in=bearing(value).values("product"))
        return super().filter_q(queryset, name, value)

    class Meta:
        model = Listing
        fields: ClassVar = ("q", "bo", "sao", "xa", "nguon")
