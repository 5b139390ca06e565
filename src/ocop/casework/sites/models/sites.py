"""A producer's site, its photographs, where one buys, and what a product costs and when it is there."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.labels import look_choices, seen_choices, shop_choices, state_choices
from ocop.casework.sites.rules import Look
from ocop.casework.sites.states import WORKFLOW, SiteState
from ocop.foundation.documents.models import StoredFile
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

TEXTS = ("tagline", "story", "season", "visit", "hours", "look")


class SiteQuerySet(models.QuerySet["Site"]):
    """Reads of sites."""

    def visible_to(self, person: Any, at: datetime) -> SiteQuerySet:
        """Those of producers for whom the person acts, and of the person's office."""
        return self.filter(producer__in=Producer.objects.visible_to(person, at))

    def on_show(self) -> SiteQuerySet:
        """Those that everyone sees."""
        return self.filter(state=SiteState.PUBLISHED)


class Site(models.Model):
    """What a producer says of itself. The columns are what is being written; `shown` is what everyone sees,
    frozen when it was last shown. Contacts stand in neither: they are read from the producer, by its consent.
    """

    workflow: ClassVar = WORKFLOW

    producer = models.OneToOneField(Producer, models.PROTECT, related_name="site")
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=SiteState.DRAFT.value
    )
    look = models.CharField(_("kiểu trang"), max_length=10, choices=look_choices, default=Look.PAPER.value)
    tagline = models.CharField(_("câu giới thiệu"), max_length=160, blank=True)
    story = models.TextField(_("câu chuyện"), blank=True)
    season = models.CharField(_("mùa vụ"), max_length=300, blank=True)
    visit = models.TextField(_("nơi đến thăm"), blank=True)
    hours = models.CharField(_("giờ mở cửa"), max_length=300, blank=True)
    host = models.CharField(_("tên miền riêng"), max_length=253, blank=True)
    shown = models.JSONField(_("nội dung đang hiện"), default=dict, editable=False)
    live_since = models.DateTimeField(_("hiện lần đầu"), null=True, blank=True)
    changed_at = models.DateTimeField(_("đổi lần cuối"), null=True, blank=True)
    created_at = models.DateTimeField(_("lập lúc"))

    objects = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("trang của chủ thể")
        verbose_name_plural = _("trang của chủ thể")
        ordering: ClassVar = ["producer__name", "pk"]
        indexes: ClassVar = [models.Index(fields=["live_since"], name="sites_live_since")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["host"], condition=~Q(host=""), name="sites_host_once"),
            models.CheckConstraint(
                condition=Q(state="draft", live_since__isnull=True)
                | (~Q(state="draft") & Q(live_since__isnull=False, changed_at__isnull=False)),
                name="sites_shown_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return self.producer.name

    def get_absolute_url(self) -> str:
        """The page where its people look after it."""
        return reverse("sites:detail", args=[self.producer.slug])

    def contents(self) -> dict[str, Any]:
        """All that is being written, as it would be shown now."""
        return {
            **{name: getattr(self, name) for name in TEXTS},
            "photos": [
                {"file": str(one.file_id), "caption": one.caption}
                for one in self.photos.filter(is_withdrawn=False)
            ],
            "links": [
                {"pk": one.pk, "shop": one.shop, "url": one.url, "product": one.product_id}
                for one in self.links.filter(is_withdrawn=False)
            ],
        }

    @property
    def has_unshown(self) -> bool:
        """Whether something was changed since it was last shown."""
        return self.state == SiteState.PUBLISHED and self.contents() != self.shown


class SitePhoto(models.Model):
    """A photograph of the gallery."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    caption = models.CharField(_("ghi chú"), max_length=200, blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.caption or str(self.site)


class BuyLinkQuerySet(models.QuerySet["BuyLink"]):
    """Reads of places to buy."""

    def visible_to(self, person: Any, at: datetime) -> BuyLinkQuerySet:
        """Those of producers for whom the person acts, and of the person's office."""
        return self.filter(site__producer__in=Producer.objects.visible_to(person, at))


class BuyLink(models.Model):
    """Where one buys, everything or one product; `seen` is what an officer found on the day `seen_on`."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    site = models.ForeignKey(Site, models.PROTECT, related_name="links")
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="buy_links")
    shop = models.CharField(_("nơi bán"), max_length=10, choices=shop_choices)
    url = models.URLField(_("địa chỉ"), max_length=500)
    is_withdrawn = models.BooleanField(default=False)
    seen = models.CharField(_("đã thấy"), max_length=10, choices=seen_choices, blank=True)
    seen_on = models.DateField(_("ngày xem"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BuyLinkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(seen="", seen_on__isnull=True, seen_by__isnull=True)
                | (~Q(seen="") & Q(seen_on__isnull=False, seen_by__isnull=False)),
                name="sites_seen_by_whom_and_when",
            ),
            models.UniqueConstraint(
                fields=["site", "url"], condition=Q(is_withdrawn=False), name="sites_link_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_shop_display()} · {self.product or self.site}"

    def get_absolute_url(self) -> str:
        """Where an officer says how it stands."""
        return reverse("sites:look_at_link", args=[self.key])


class Sale(models.Model):
    """What a product costs and when it is there, as its producer says."""

    product = models.OneToOneField(Product, models.PROTECT, related_name="sale")
    price = models.PositiveIntegerField(_("giá (đồng)"), null=True, blank=True)
    price_for = models.CharField(_("giá cho"), max_length=60, blank=True)
    season = models.CharField(_("mùa có hàng"), max_length=200, blank=True)
    changed_at = models.DateTimeField(_("đổi lần cuối"))

    def __str__(self) -> str:
        return str(self.product)
