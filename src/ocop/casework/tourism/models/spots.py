"""A village, a homestay or a site that takes guests, and its photographs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Activity
from ocop.casework.tourism.labels import kind_choices
from ocop.casework.tourism.models.showing import Showing, ShowQuerySet
from ocop.casework.tourism.rules import bit_of
from ocop.casework.tourism.states import SPOT
from ocop.foundation.documents.models import StoredFile
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

SPOT_TEXTS = (
    "name", "tagline", "about", "homes", "capacity", "months", "season", "services", "safety", "hours",
    "directions",
)  # fmt: skip
"""What is written of a place and shown; contacts are not among them."""


class SpotQuerySet(ShowQuerySet["Spot"]):
    """Reads of places to visit."""

    def _of_owner(self, person: Any, at: datetime) -> Q:
        return Q(producer__in=Producer.objects.acted_for_by(person, at))

    def in_month(self, month: int) -> SpotQuerySet:
        """Those that are open in a month."""
        return self.annotate(in_month=models.F("months").bitand(bit_of(month))).filter(in_month__gt=0)


class Spot(Showing):
    """A place that takes guests. `producer` is its owner in the register; none where the commune looks after
    it. `activity`: the help it was given, which a plan counts in its stead. `product`: its recognised
    service. `sheet`: the own score on set 26 as one word, never shown to everyone. Contacts are shown only
    while `contact_is_public_since` stands, and are in no `shown`.
    """

    workflow: ClassVar = SPOT

    kind = models.CharField(_("loại"), max_length=10, choices=kind_choices)
    producer = models.ForeignKey(
        Producer, models.PROTECT, null=True, blank=True, related_name="spots", verbose_name=_("chủ thể")
    )
    activity = models.OneToOneField(
        Activity, models.PROTECT, null=True, blank=True, related_name="spot", verbose_name=_("hỗ trợ")
    )
    product = models.OneToOneField(
        Product, models.PROTECT, null=True, blank=True, related_name="spot", verbose_name=_("sản phẩm OCOP")
    )
    tagline = models.CharField(_("câu giới thiệu"), max_length=160, blank=True)
    about = models.TextField(_("giới thiệu"), blank=True)
    homes = models.PositiveIntegerField(_("số nhà đón khách"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("sức chứa qua đêm"), null=True, blank=True)
    months = models.PositiveSmallIntegerField(_("tháng đón khách"), default=0)
    season = models.CharField(_("mùa đẹp"), max_length=300, blank=True)
    services = models.TextField(_("dịch vụ"), blank=True)
    safety = models.TextField(_("an toàn"), blank=True)
    hours = models.CharField(_("giờ đón khách"), max_length=300, blank=True)
    directions = models.TextField(_("cách đến"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    contact_is_public_since = models.DateTimeField(_("đồng ý hiện liên hệ từ"), null=True, blank=True)
    contact_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    regulation_code = models.CharField(max_length=40, blank=True)
    sheet = models.CharField(_("phiếu tự chấm"), max_length=400, blank=True)

    objects = SpotQuerySet.as_manager()

    class Meta(Showing.Meta):
        verbose_name = _("điểm đến")
        verbose_name_plural = _("điểm đến")
        indexes: ClassVar = [models.Index(fields=["live_since"], name="tourism_spot_live")]
        constraints: ClassVar = [
            *Showing.Meta.constraints,
            models.CheckConstraint(
                condition=Q(contact_is_public_since__isnull=True, contact_agreed_by__isnull=True)
                | Q(contact_is_public_since__isnull=False, contact_agreed_by__isnull=False),
                name="tourism_contact_agreed_by_whom",
            ),
            models.CheckConstraint(condition=Q(months__lte=0b1111_1111_1111), name="tourism_twelve_months"),
        ]

    def get_absolute_url(self) -> str:
        """The page where it is looked after."""
        return reverse("tourism:spot", args=[self.slug])

    @property
    def public_url(self) -> str:
        """The page that everyone sees."""
        return reverse("catalogue:spot", args=[self.slug])

    def contents(self) -> dict[str, Any]:
        """All that is being written, as it would be shown now."""
        photos = self.photos.filter(is_withdrawn=False).values_list("file_id", "caption")
        return {
            **{name: getattr(self, name) for name in SPOT_TEXTS},
            "photos": [{"file": str(file), "caption": caption} for file, caption in photos],
        }

    @property
    def contact(self) -> dict[str, str]:
        """How guests reach it; nothing without consent."""
        if self.contact_is_public_since is None:
            return {}
        return {name: value for name, value in (("phone", self.phone), ("email", self.email)) if value}


class SpotPhoto(models.Model):
    """A photograph of a place."""

    spot = models.ForeignKey(Spot, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    caption = models.CharField(_("ghi chú"), max_length=200, blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("ảnh điểm đến")
        verbose_name_plural = _("ảnh điểm đến")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.caption or str(self.spot)
