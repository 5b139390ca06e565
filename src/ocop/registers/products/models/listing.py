"""What lists show, sort and filter by of a product: one narrow row, kept beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.foundation.ui.ordering import OrderIndex
from ocop.kernel.calendar import Term, renewal_window
from ocop.registers.producers.labels import SOURCES
from ocop.registers.producers.models import Producer, desk_of
from ocop.registers.products.labels import RECORD_STATUSES
from ocop.registers.products.models.products import Product, Recognition, RecognitionEvent
from ocop.registers.products.rules import SORT_LENGTH, RecordStatus, Standing, standing_in

PUBLIC = Q(recognition__isnull=False)
NEWEST = ("-recency", "sort_key")
PUBLIC_LISTS: dict[str, tuple[str, ...]] = {
    # each order, and the newest under each filter
    "listing_newest": NEWEST,
    "listing_words": ("sort_key",),
    "listing_stars": ("-stars", *NEWEST),
    "listing_set": ("set_number", *NEWEST),
    "listing_commune": ("commune", *NEWEST),
}
# what they count by, as narrow as can be
PUBLIC_COUNTS = {
    "listing_by_stars": "stars",
    "listing_by_set": "set_number",
    "listing_by_commune": "commune",
    "listing_by_months": "months",
}
# the officers' list: each column in the order of names; whose desk it is comes last, to count without rows
DESK: dict[str, tuple[str, ...]] = {
    "listing_name": (),
    "listing_producer_name": ("producer_name",),
    "listing_place_name": ("place_name",),
    "listing_set_name": ("set_number",),
    "listing_stars_name": ("stars",),
    "listing_year_name": ("year",),
    "listing_source_name": ("source",),
    "listing_desk_name": ("producer_commune",),
}


def _public(name: str, *columns: str) -> models.Index:
    # the recognition is there for SQLite, which otherwise asks each row for what the condition names
    return models.Index(fields=[*columns, "recognition"], condition=PUBLIC, name=name)


def _by_name(name: str, *columns: str) -> models.Index:
    whose = () if "producer_commune" in columns else ("producer_commune",)
    return models.Index(fields=[*columns, "name", "product", *whose], name=name)


class ListingQuerySet(models.QuerySet["Listing"]):
    """Reads of listings."""

    def public(self) -> ListingQuerySet:
        """Those of products with a recognition that everyone may know."""
        return self.filter(PUBLIC)

    def ends_between(self, first: date, last: date) -> ListingQuerySet:
        """Those whose recognition holds on `first` and by its term, an extension included, ends from then to
        `last`. The end of a term is a plain day, both included; where exact dates are not known none is.
        """
        extended = Q(stops_on__gt=F("expires_on"))  # it follows from the rest, and names an index
        later = extended & Q(expires_on__lt=first, stops_on__range=(first, last))
        ends = Q(expires_on__range=(first, last)) | later
        not_ended = Q(ending__isnull=True) | Q(ending__on__gt=first)
        held = Q(status_code=RecordStatus.RECOGNISED, valid_from__lte=first)
        return self.public().filter(ends, not_ended, held)

    def on_desk_of(self, person: Any, at: datetime) -> ListingQuerySet:
        """Those of producers in the commune or province in whose office this person works."""
        return self.filter(desk_of(person, at, "producer_commune"))


class Listing(models.Model):
    """The line of a product in every list: its newest public recognition, where it is, keys to sort by.

    Derived altogether: only `writes.list_anew` writes it, `verify_all` compares it with what it comes from.
    It holds dates and no status: what holds today is told from them when somebody reads. Numbers are 0 where
    there is none, so that both databases sort by them alike.
    """

    unvouched: ClassVar = ("*",)  # derived: it has an invariant of its own

    product = models.OneToOneField(Product, models.PROTECT, primary_key=True, related_name="listing")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="+")
    recognition = models.ForeignKey(Recognition, models.PROTECT, null=True, related_name="+", db_index=False)
    ending = models.ForeignKey(RecognitionEvent, models.PROTECT, null=True, related_name="+", db_index=False)
    status_code = models.CharField(max_length=20, choices=RECORD_STATUSES, blank=True)
    stars = models.PositiveSmallIntegerField(default=0)
    year = models.PositiveSmallIntegerField(default=0)
    decided_on = models.DateField(null=True)
    valid_from = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    stops_on = models.DateField(null=True)
    set_number = models.PositiveSmallIntegerField(default=0)
    months = models.PositiveSmallIntegerField(default=0)
    commune = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    producer_commune = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    source = models.CharField(max_length=10, choices=SOURCES)
    name = models.CharField(max_length=200)
    producer_name = models.CharField(max_length=200)
    place_name = models.CharField(max_length=60)
    search_text = SearchField()
    sort_key = models.CharField(max_length=SORT_LENGTH)
    recency = models.BigIntegerField(default=0)

    objects = ListingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            *(_public(name, *columns, "product") for name, columns in PUBLIC_LISTS.items()),
            OrderIndex(
                fields=["expires_on", "product", "recognition"], condition=PUBLIC, name="listing_ends"
            ),
            *(_public(name, column) for name, column in PUBLIC_COUNTS.items()),
            *(_by_name(name, *columns) for name, columns in DESK.items()),
            # the few whose term was extended
            models.Index(
                fields=["stops_on", "recognition"], condition=Q(stops_on__gt=F("expires_on")),
                name="listing_extended",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of its product."""
        return self.product.get_absolute_url()

    @property
    def term(self) -> Term | None:
        """The term of the recognition; None where the exact dates are not known. `ending` must be loaded."""
        if self.valid_from is None or self.expires_on is None or self.stops_on is None:
            return None
        ending = self.ending.as_event() if self.ending else None
        return Term(self.valid_from, self.expires_on, self.stops_on, ending)

    @property
    def window(self) -> tuple[date, date] | None:
        """First and last day to file for evaluation anew; None where the end is not known."""
        return renewal_window(self.expires_on) if self.expires_on else None

    def standing_on(self, day: date) -> Standing:
        """What can truthfully be said of the newest recognition on a day."""
        return standing_in(self.status_code, self.term, day)
