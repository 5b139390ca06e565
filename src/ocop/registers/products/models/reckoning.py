"""What plans and overviews count of a recognition: one narrow row, kept beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer
from ocop.registers.products.models.products import Product, Recognition

OPEN = Q(is_given=True, is_gone=False)


def _index(name: str, condition: Q, *columns: str) -> models.Index:
    return models.Index(fields=columns, condition=condition, name=f"reckoning_{name}")


class Reckoning(models.Model):
    """A recognition as it is counted: whether it is the first of its product, whether it holds, what followed
    it, where it is and whose.

    Derived altogether: only `writes.list_anew` writes it, with the listing of the product; `verify_all`
    compares it with what it comes from. It knows nothing of the day on which somebody reads and of periods
    that the law sets. Annulled recognitions, and what was never given, have none.
    """

    unvouched: ClassVar = ("*",)  # derived: it has an invariant of its own

    recognition = models.OneToOneField(
        Recognition, models.CASCADE, primary_key=True, related_name="reckoning"
    )
    product = models.ForeignKey(Product, models.PROTECT, related_name="reckonings", db_index=False)
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="+", db_index=False)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    legal_form = models.CharField(max_length=30, blank=True)
    regulation_code = models.CharField(max_length=40, blank=True)
    set_number = models.PositiveSmallIntegerField(default=0)
    stars = models.PositiveSmallIntegerField(default=0)
    year = models.PositiveSmallIntegerField()
    decided_on = models.DateField(null=True)
    # that of its day, where it is known
    counted_year = models.PositiveSmallIntegerField()
    expires_on = models.DateField(null=True)
    is_given = models.BooleanField()
    is_bare = models.BooleanField()
    is_gone = models.BooleanField()
    is_new = models.BooleanField()
    is_held = models.BooleanField()
    follower = models.ForeignKey(Recognition, models.CASCADE, null=True, related_name="+", db_index=False)
    follower_year = models.PositiveSmallIntegerField(default=0)
    follower_on = models.DateField(null=True)
    is_renewed_by_name = models.BooleanField(default=False)
    days_left = models.IntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["product", "recognition", "is_given"], name="reckoning_product"),
            models.Index(
                fields=["producer", "year", "decided_on", "is_given", "is_bare"], name="reckoning_producer"
            ),
            _index(
                "held", Q(is_held=True),
                "stars", "regulation_code", "set_number", "legal_form", "place", "expires_on",
            ),
            _index("ending", Q(is_held=True), "expires_on", "recognition", "place"),
            _index(
                "new", Q(is_new=True),
                "counted_year", "decided_on", "year", "place", "set_number", "legal_form", "stars",
            ),
            _index(
                "lapsed", OPEN & Q(follower__isnull=True),
                "expires_on", "year", "place", "set_number", "legal_form", "stars", "product",
            ),
            _index("followed", OPEN & Q(follower__isnull=False), "expires_on", "follower_year", "year"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.recognition)
