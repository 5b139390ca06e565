"""Places: one row for a unit from the day it began to the day it ended, and what followed it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.places import labels
from ocop.foundation.places.labels import KINDS, LEVELS
from ocop.foundation.places.rules import RECORDS_BEGIN, Kind, Level
from ocop.foundation.search.models import SearchField


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places on a date and inside a province."""

    def existing_on(self, on: date) -> PlaceQuerySet:
        """Those that stand on `on`, both ends included."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)

    def in_province(self, code: str) -> PlaceQuerySet:
        """Those inside a province of this code, directly or through a district; ask for a date as well."""
        direct = Q(parent__level=Level.PROVINCE, parent__code=code)
        through_district = Q(parent__level=Level.DISTRICT, parent__parent__code=code)
        return self.filter(direct | through_district)

    def with_parents(self) -> PlaceQuerySet:
        """Loads what `lineage` and the full names need."""
        return self.select_related("parent__parent")


class Place(models.Model):
    """An administrative unit. A code alone is no identity: 15 meant Yên Bái until 30 June 2025 and Lào Cai
    since.

    A change of kind alone (a commune becomes a ward, same code and name) keeps the row: `kind_before` until
    the day before `kind_since`.
    """

    unvouched: ClassVar = ("*",)  # loaded from the gazetteer

    level = models.CharField(
        _("Cấp"), max_length=8, choices=[(level.value, LEVELS[level]) for level in Level]
    )
    code = models.CharField(_("Mã"), max_length=5)
    kind = models.CharField(_("Loại"), max_length=9, choices=[(kind.value, KINDS[kind]) for kind in Kind])
    name = models.CharField(_("Tên"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Thuộc")
    )
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến hết ngày"), null=True, blank=True)
    kind_before = models.CharField(_("Loại trước đó"), max_length=9, blank=True)
    kind_since = models.DateField(_("Đổi loại từ ngày"), null=True, blank=True)
    latitude = models.DecimalField(_("Vĩ độ"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("Kinh độ"), max_digits=8, decimal_places=5, null=True, blank=True)
    area_km2 = models.DecimalField(
        _("Diện tích (km²)"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    name_text = models.TextField(editable=False)  # folded kind, name, spellings and code
    search_text = models.TextField(
        editable=False
    )  # folded: the same, the units above, and all that it took over
    # the same with marks too, each word once: by these a row that lies there is found
    words = SearchField()
    successors = models.ManyToManyField(
        "self",
        through="Succession",
        through_fields=("old", "new"),
        symmetrical=False,
        related_name="predecessors",
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị hành chính")
        verbose_name_plural = _("đơn vị hành chính")
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "level", "valid_from"], name="place_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="place_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(level=Level.PROVINCE, parent__isnull=True)
                | Q(level__in=[Level.DISTRICT, Level.COMMUNE], parent__isnull=False),
                name="place_has_parent_unless_province",
            ),
            models.CheckConstraint(
                condition=Q(kind_before="", kind_since__isnull=True)
                | (~Q(kind_before="") & Q(kind_since__isnull=False, kind_since__gt=F("valid_from"))),
                name="place_kind_before_and_since",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="place_point_whole",
            ),
        ]
        indexes = [models.Index(fields=["level", "code"], name="place_level_code")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    def get_absolute_url(self) -> str:
        """The page that says what the unit is and was; the date makes the code unambiguous."""
        return reverse("places:detail", args=[self.code, self.valid_from.isoformat()])

    @property
    def lineage(self) -> list[Place]:
        """The unit, then those above it. Asks the database unless loaded by `with_parents`."""
        units = [self]
        while units[-1].parent is not None:
            units.append(units[-1].parent)
        return units

    @property
    def province(self) -> Place:
        """The province that the unit lies in, or itself."""
        return self.lineage[-1]

    @property
    def local_name(self) -> str:
        """Kind and name in the language of the page."""
        return labels.local_name(self)

    @property
    def local_full_name(self) -> str:
        """The same with the units above; load them with `with_parents`. On papers: `selectors.full_name`."""
        return labels.local_full_name(self)

    @property
    def is_start_known(self) -> bool:
        """False where `valid_from` is only the beginning of the records."""
        return self.valid_from > RECORDS_BEGIN

    def stands(self, on: date) -> bool:
        """Whether the unit exists on `on`, both ends included."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def is_within(self, other: Place) -> bool:
        """Whether it is `other` or lies inside it;
        a commune of old Lào Cai is not within today's province.
        """
        return any(unit.pk == other.pk for unit in self.lineage)


class Succession(models.Model):
    """`new` took over `old`, or a part of it, on a day."""

    unvouched: ClassVar = ("*",)  # loaded from the gazetteer

    old = models.ForeignKey(Place, models.PROTECT, related_name="followed_by", verbose_name=_("Đơn vị cũ"))
    new = models.ForeignKey(Place, models.PROTECT, related_name="took_over", verbose_name=_("Đơn vị mới"))
    on = models.DateField(_("Từ ngày"))

    class Meta:
        verbose_name = _("thay thế đơn vị hành chính")
        verbose_name_plural = _("thay thế đơn vị hành chính")
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="succession_once"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="succession_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"


class Ground(models.Model):
    """The ground of `part` lies wholly on that of `unit` (`rules.grounds`), through time; of each on its own.

    It follows from parents and successions and is written with them (`actions.load`), so that a count of what
    lies on a province joins an index instead of reading every place of the country.
    """

    unvouched: ClassVar = ("*",)  # derived

    unit = models.ForeignKey(Place, models.CASCADE, related_name="+")
    part = models.ForeignKey(Place, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "part"], name="ground_once")]

    def __str__(self) -> str:
        return f"{self.part_id} ⊂ {self.unit_id}"
