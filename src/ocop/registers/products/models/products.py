"""Products, their photographs, and the recognitions they hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.places.models import Place
from ocop.kernel.calendar import CertificateEvent
from ocop.registers.producers.labels import SOURCES
from ocop.registers.producers.models import Producer
from ocop.registers.products.labels import (
    EVENT_KINDS,
    KINDS,
    PHOTO_KINDS,
    PRECISIONS,
    RECORD_STATUSES,
    set_name,
)
from ocop.registers.products.rules import EventKind, RecordStatus


class ProductQuerySet(models.QuerySet["Product"]):
    """Reads of products."""

    def on_desk_of(self, person: Any, at: datetime) -> ProductQuerySet:
        """Those of producers in the commune or province in whose office this person works."""
        return self.filter(producer__in=Producer.objects.on_desk_of(person, at))

    def visible_to(self, person: Any, at: datetime) -> ProductQuerySet:
        """Those of one's own producers and those of one's office."""
        return self.filter(producer__in=Producer.objects.visible_to(person, at))

    def with_names(self) -> ProductQuerySet:
        """Loads what every list and head shows."""
        return self.select_related("producer__commune__parent__parent", "commune__parent__parent")


class Product(models.Model):
    """One product, one identity for life; its code changes with each evaluation and is not its identity."""

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    regulation_code = models.CharField(max_length=40, blank=True)
    leaf = models.CharField(max_length=20, blank=True)
    set_number = models.PositiveSmallIntegerField(null=True, blank=True)
    description = models.TextField(blank=True)
    packaging = models.TextField(blank=True)
    net_content = models.CharField(max_length=120, blank=True)
    story = models.TextField(blank=True)
    months = models.PositiveSmallIntegerField(default=0)  # when it is there: see rules.seasons
    commune = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="products", null=True, blank=True
    )
    gtin = models.CharField(max_length=14, blank=True)
    trace_url = models.URLField(blank=True)
    is_illustration = models.BooleanField(default=False)
    source = models.CharField(max_length=10, choices=SOURCES)
    found_by: ClassVar = ("name",)
    search_text = models.TextField(editable=False)
    created_at = models.DateTimeField()

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="products_name"),
            models.Index(fields=["id", "producer"], name="products_owner"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["producer", "name"], name="products_name_once_per_producer"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page for the producer's people and its officers."""
        return reverse("products:detail", args=[self.slug])

    @property
    def place(self) -> Place | None:
        """The commune of the product, or that of its producer."""
        return self.commune or self.producer.commune

    @property
    def set_name(self) -> str:
        """The set in words, empty where the product has none yet."""
        return set_name(self.regulation_code, self.set_number)

    @property
    def has_story(self) -> bool:
        """Whether a story has been written; criterion 5.2 applies only then."""
        return bool(self.story.strip())


class Photo(models.Model):
    """A photograph of the product, its packaging or its label, in the order in which it is shown."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=PHOTO_KINDS)
    caption = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=1)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.caption or f"{self.product} {self.position}"


class Recognition(models.Model):
    """The fact in the register: which authority recognised the product with how many stars,
    when and for how long.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="recognitions")
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=KINDS, blank=True)
    authority = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=80, blank=True)
    year = models.PositiveSmallIntegerField()  # 0 where the paper does not say
    decided_on = models.DateField(null=True, blank=True)
    date_precision = models.CharField(max_length=5, choices=PRECISIONS)
    valid_from = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    product_code = models.CharField(max_length=40, blank=True)
    certificate_code = models.CharField(max_length=16, unique=True, null=True, blank=True)
    status_code = models.CharField(max_length=20, choices=RECORD_STATUSES)
    source = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-year", "-decided_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["product_code"], name="recognition_product_code")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stars__isnull=True) | Q(stars__gte=1, stars__lte=5),
                name="products_recognition_stars",
            ),
            models.CheckConstraint(
                condition=~Q(status_code=RecordStatus.RECOGNISED) | Q(stars__gte=3),
                name="products_recognised_from_three_stars",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True, valid_from__isnull=True)
                | Q(expires_on__gte=models.F("valid_from"), date_precision="day"),
                name="products_recognition_term_needs_exact_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.stars} ({self.year})"


class RecognitionEvent(models.Model):
    """What happened to a recognition after its issue, with the paper that did it."""

    recognition = models.ForeignKey(Recognition, on_delete=models.PROTECT, related_name="events")
    on = models.DateField()
    kind = models.CharField(max_length=20, choices=EVENT_KINDS)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.recognition} {self.kind} {self.on:%Y-%m-%d}"

    def as_event(self) -> CertificateEvent:
        """The event as the calendar of the kernel wants it."""
        return CertificateEvent(self.on, EventKind(self.kind))
