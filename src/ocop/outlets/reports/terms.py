"""What ends in the next twelve months by commune and holder, and what became of each year's first stars.
Counted in the database, one statement each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from ocop.foundation.documents.engines.xlsx import workbook
from ocop.foundation.places.labels import kind_and_name
from ocop.kernel.calendar import EventKind
from ocop.outlets.reports.counting import Extent
from ocop.registers.products.models import Listing, Reckoning
from ocop.registers.products.rules import RecordStatus

MONTHS = timedelta(days=365)
STARS = (3, 4, 5)


@dataclass(frozen=True)
class Cohort:
    """Products whose first recognition is of one year with so many stars (year 0: not known), and what they
    are today. Every product is in exactly one of `now`, `unknown`, `expired` and `revoked`; `renewed` and
    `upgraded` count again.
    """

    year: int
    stars: int
    total: int
    now: tuple[int, ...]
    unknown: int
    expired: int
    revoked: int
    renewed: int
    upgraded: int

    @property
    def cells(self) -> list[int]:
        """The numbers in the order of the heads."""
        return [
            self.total, *self.now, self.unknown, self.expired, self.revoked, self.renewed, self.upgraded
        ]  # fmt: skip


def cohorts(extent: Extent, on: date) -> list[Cohort]:
    """By year and stars of the first recognition, the oldest first. What a product is today is told from its
    listing: an extension counts, what ended does not.
    """
    over = Q(product__listing__ending__on__lte=on)
    bare = Q(product__listing__status_code=RecordStatus.REVOKED, product__listing__stops_on__isnull=True)
    revoked = over & Q(product__listing__ending__kind=EventKind.REVOKED) | bare
    unknown = ~over & ~bare & Q(product__listing__stops_on__isnull=True)
    runs = ~over & ~bare & Q(product__listing__stops_on__gte=on)
    held = {f"now_{number}": _count(runs & Q(product__listing__stars=number)) for number in STARS}
    rows = Reckoning.objects.filter(extent.of_reckoned(), is_new=True).order_by()
    grouped = rows.values("counted_year", "stars").annotate(
        total=Count("pk"), unknown=_count(unknown), revoked=_count(revoked),
        renewed=_count(Q(follower__isnull=False)), upgraded=_count(_more_stars()), **held,
    )  # fmt: skip
    return [_cohort(row) for row in grouped.order_by("counted_year", "stars")]


def _count(condition: Q) -> Count:
    return Count("pk", filter=condition)


def _more_stars() -> Q:
    """Whether the newest recognition has more stars than the first."""
    more = Q(pk__in=[])
    for number in (3, 4):
        more |= Q(stars=number, product__listing__stars__gt=number)
    return more


def _cohort(row: Mapping[str, Any]) -> Cohort:
    now = tuple(row[f"now_{number}"] for number in STARS)
    return Cohort(
        row["counted_year"], row["stars"], row["total"], now, row["unknown"],
        row["total"] - sum(now) - row["unknown"] - row["revoked"], row["revoked"],
        row["renewed"], row["upgraded"],
    )  # fmt: skip


def cohort_heads() -> list[str]:
    """The heads of the columns."""
    return [
        _("Năm đầu"), _("Sao đầu"), _("Sản phẩm"), _("nay 3 sao"), _("nay 4 sao"), _("nay 5 sao"),
        _("chưa rõ hạn"), _("hết hạn"), _("đã thu hồi"), _("đã đánh giá lại"), _("đã nâng hạng"),
    ]  # fmt: skip


def ending_in_months(extent: Extent, on: date) -> QuerySet[Listing]:
    """What holds and ends from `on` in the next twelve months."""
    here = extent.of_place("commune")
    return Listing.objects.ends_between(on, on + MONTHS).filter(here).order_by()


def by_commune(extent: Extent, on: date) -> list[dict[str, Any]]:
    """How many end, of how many holders, the first and the last day; the most first."""
    rows = ending_in_months(extent, on).values("commune__kind", "commune__name")
    found = rows.annotate(
        n=Count("pk"), holders=Count("producer", distinct=True), first=Min("stops_on"), last=Max("stops_on")
    )
    return [_named(row) for row in found.order_by("-n", "commune__name")]


def by_holder(extent: Extent, on: date) -> QuerySet[Listing, dict[str, Any]]:
    """The same by holder, in the order of communes and names."""
    names = ("commune__kind", "commune__name", "producer_name")
    rows = ending_in_months(extent, on).values(*names, "producer")
    found = rows.annotate(n=Count("pk"), first=Min("stops_on"), last=Max("stops_on"))
    return found.order_by("commune__name", "producer_name", "producer")


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    kind, name = row["commune__kind"], row["commune__name"]
    return {**row, "commune": kind_and_name(kind, name) if name else _("chưa rõ xã")}


def ending_xlsx(extent: Extent, on: date) -> bytes:
    """A line for each holder."""
    head = [_("Xã, phường"), _("Chủ thể"), _("Sản phẩm"), _("Hết hạn sớm nhất"), _("Hết hạn muộn nhất")]
    rows = (
        [one["commune"], one["producer_name"], one["n"], one["first"], one["last"]]
        for one in map(_named, by_holder(extent, on).iterator(1000))
    )
    return workbook(_("Hết hạn trong 12 tháng"), head, rows)


def cohorts_xlsx(extent: Extent, on: date) -> bytes:
    """A line for each year and star."""
    return workbook(_("Theo năm công nhận đầu"), cohort_heads(), cohort_rows(cohorts(extent, on)))


def cohort_rows(found: Sequence[Cohort]) -> list[list[Any]]:
    """Each cohort as a line; a year that is not known is left empty."""
    return [[one.year or "", one.stars, *one.cells] for one in found]
