"""Producers, the person who represents them by law, and the people entitled to act for them here."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import inside
from ocop.foundation.search.models import SearchField
from ocop.registers.producers.labels import ENTERPRISE_SIZES, LEGAL_FORMS, SOURCES
from ocop.registers.producers.rules import ENTERPRISES, LegalForm

PROVINCE_ROLES = frozenset({Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER})
READING_ROLES = PROVINCE_ROLES | {Role.COMMUNE_OFFICER, Role.MINISTRY_OFFICER}


def desk_of(person: Any, at: datetime, commune: str = "commune") -> Q:
    """What lies on the desk of the offices in which this person works: records of producers whose commune,
    in the column `commune`, is theirs or was taken over.
    """
    offices: set[int] = set()
    is_province = False
    for appointment in appointments_on(person, at):
        place = appointment.office.place_id
        if appointment.role == Role.MINISTRY_OFFICER:
            return Q()
        if place is not None and appointment.role in READING_ROLES:
            offices.add(place)
            is_province = is_province or appointment.role != Role.COMMUNE_OFFICER
    here = Q(**{f"{commune}__in": inside(offices)}) if offices else Q(pk__in=[])
    # where the place of a producer is not known the province looks after it
    return here | Q(**{f"{commune}__isnull": True}) if is_province else here


class ProducerQuerySet(models.QuerySet["Producer"]):
    """Reads of producers."""

    def acted_for_by(self, person: Any, at: datetime) -> ProducerQuerySet:
        """Those for whom this person may act at this moment."""
        return self.filter(
            Q(representations__ends_at__isnull=True) | Q(representations__ends_at__gt=at),
            representations__person_id=person.pk,
            representations__starts_at__lte=at,
        ).distinct()

    def on_desk_of(self, person: Any, at: datetime) -> ProducerQuerySet:
        """Those in the commune or the province in whose office this person works,
        and in what it took over.
        """
        return self.filter(desk_of(person, at))

    def visible_to(self, person: Any, at: datetime) -> ProducerQuerySet:
        """Those for whom the person may act, and those of the person's office."""
        own = self.model.objects.acted_for_by(person, at).values("pk")
        desk = self.model.objects.on_desk_of(person, at).values("pk")
        return self.filter(Q(pk__in=own) | Q(pk__in=desk))

    def with_places(self) -> ProducerQuerySet:
        """Loads what the full name of the commune needs."""
        return self.select_related("commune__parent__parent")


class Producer(models.Model):
    """Who brings products: cooperative, group, company, farm, registered household;
    for tourism also associations.
    """

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    legal_form = models.CharField(max_length=30, choices=LEGAL_FORMS)
    enterprise_size = models.CharField(max_length=10, choices=ENTERPRISE_SIZES, blank=True)
    registration_no = models.CharField(max_length=40, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    registration_issuer = models.CharField(max_length=200, blank=True)
    commune = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="producers", null=True, blank=True
    )
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    history = models.TextField(blank=True)
    organisation = models.TextField(blank=True)
    local_capital_over_half = models.BooleanField(null=True, blank=True)
    contact_is_public_since = models.DateTimeField(null=True, blank=True)
    is_illustration = models.BooleanField(default=False)
    source = models.CharField(max_length=10, choices=SOURCES)
    found_by: ClassVar = ("name", "registration_no")
    search_text = SearchField()
    created_at = models.DateTimeField()

    objects = ProducerQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["name", "id", "commune"], name="producers_name"),
            models.Index(fields=["legal_form", "id", "commune"], name="producers_form"),
            models.Index(fields=["phone", "id", "commune"], name="producers_phone"),
            models.Index(fields=["source", "commune"], name="producers_source"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(enterprise_size="") | Q(legal_form__in=sorted(ENTERPRISES)),
                name="producers_size_only_of_enterprises",
            ),
            models.UniqueConstraint(
                fields=["registration_no"],
                condition=~Q(registration_no=""),
                name="producers_registration_no_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page for its people and its officers."""
        return reverse("producers:detail", args=[self.slug])

    @property
    def form(self) -> LegalForm:
        """The legal form as a member of its enum; ValueError where the register does not know it."""
        return LegalForm(self.legal_form)


class Representative(models.Model):
    """The producer's legal representative.
    Kept apart, because sex, ethnicity and disability are sensitive.
    """

    producer = models.OneToOneField(Producer, on_delete=models.PROTECT, related_name="representative")
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=20, blank=True)
    ethnicity = models.CharField(max_length=60, blank=True)
    is_disabled = models.BooleanField(null=True, blank=True)
    permanent_address = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.full_name


class Representation(models.Model):
    """A person's right to act for a producer in this system, for a period."""

    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="representations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="representations"
    )
    title = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="producers_representation_period",
            ),
            models.UniqueConstraint(
                fields=["producer", "person"],
                condition=Q(ends_at__isnull=True),
                name="producers_one_open_representation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.producer}"
