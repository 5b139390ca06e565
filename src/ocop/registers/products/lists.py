"""The officers' list of products."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import stars, status
from ocop.registers.producers.labels import SOURCES
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import PUBLIC_STATUSES, StandingKind
from ocop.registers.products.selectors import current_recognition, regulation_on, standing_of

NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}


def with_latest(products: QuerySet[Product]) -> QuerySet[Product]:
    """Adds stars and year of the newest recognition, to sort and filter by."""
    newest = Recognition.objects.filter(product=OuterRef("pk"), status_code__in=PUBLIC_STATUSES)
    return products.annotate(
        latest_stars=Subquery(newest.values("stars")[:1]), latest_year=Subquery(newest.values("year")[:1])
    )


class ProductTable(tables.Table):
    """One line for a product; `public_recognitions` must be prefetched."""

    name = tables.Column(verbose_name=_("Sản phẩm"), linkify=True)
    producer = tables.Column(
        verbose_name=_("Chủ thể"), accessor="producer__name", order_by=("producer__name", "name")
    )
    commune = tables.Column(
        verbose_name=_("Xã, phường"), accessor="place", order_by=("producer__commune__name", "name")
    )
    set_number = tables.Column(verbose_name=_("Bộ"), attrs=NUMBER)
    latest_stars = tables.Column(verbose_name=_("Hạng sao"))
    latest_year = tables.Column(verbose_name=_("Năm"), attrs=NUMBER)
    standing = tables.Column(
        verbose_name=_("Tình trạng"), accessor="public_recognitions", orderable=False, empty_values=()
    )

    class Meta:
        model = Product
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

    def render_commune(self, value: Place) -> str:
        """Kind and name of the commune."""
        return full_name(value).partition(",")[0]

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
    """The communes of the producers that the list can show to this person."""
    desk = Product.objects.on_desk_of(request.user, timezone.now())
    return Place.objects.filter(pk__in=desk.values("producer__commune")).order_by("name")


class ProductFilter(ListFilter):
    """By words, set, stars, commune, and where the record comes from."""

    bo = django_filters.ChoiceFilter(label=_("Bộ sản phẩm"), field_name="set_number", choices=sets_of_today)
    sao = django_filters.ChoiceFilter(
        label=_("Hạng sao"),
        field_name="latest_stars",
        choices=[(3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))],
    )
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"),
        field_name="producer__commune",
        queryset=communes_with_products,
        to_field_name="code",
    )
    nguon = django_filters.ChoiceFilter(
        label=_("Nguồn"), field_name="source", choices=lambda: list(SOURCES.items())
    )

    class Meta:
        model = Product
        fields: ClassVar = ("q", "bo", "sao", "xa", "nguon")
