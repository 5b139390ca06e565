"""Certificates of recognised products."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models.decisions import DecisionItem
from ocop.casework.certificates.models.visible import CertificateQuerySet
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.search.models import SearchField
from ocop.kernel.codes import grouped
from ocop.registers.products.models import Product, Recognition


class Certificate(models.Model):
    """The certificate of one recognised product for its term (article 4(3)).
    Its code is random, never used again. One given in place of another (`replaces`) keeps its product code
    and its last day.
    """

    filled_later: ClassVar = ("file",)

    code = models.CharField(_("mã chứng nhận"), max_length=16, unique=True)
    product = models.ForeignKey(Product, models.PROTECT, related_name="certificates")
    decision_item = models.OneToOneField(DecisionItem, models.PROTECT, related_name="certificate")
    recognition = models.OneToOneField(Recognition, models.PROTECT, related_name="certificate")
    product_code = models.CharField(_("mã sản phẩm"), max_length=40)
    stars = models.PositiveSmallIntegerField(_("hạng sao"))
    valid_from = models.DateField(_("có hiệu lực từ"))
    expires_on = models.DateField(_("đến hết ngày"))
    issued_at = models.DateTimeField(_("cấp lúc"))
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    found_by: ClassVar = ("code", "product_code")
    search_text = SearchField()

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("giấy chứng nhận")
        verbose_name_plural = _("giấy chứng nhận")
        ordering: ClassVar = ["-valid_from", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["-valid_from", "-id"], name="certificates_newest"),
            models.Index(fields=["expires_on", "id"], name="certificates_expiring"),
            models.Index(fields=["stars", "id"], name="certificates_stars"),
            models.Index(fields=["product_code"], name="certificates_product_code"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["product_code"],
                condition=Q(replaces__isnull=True),
                name="certificates_product_code_once",
            ),
            models.CheckConstraint(
                condition=Q(stars__in=RECOGNISED_BY_PROVINCE),
                name="certificates_province_gives_3_and_4_stars",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("valid_from")), name="certificates_term_runs_forward"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_code} ({self.product})"

    def get_absolute_url(self) -> str:
        """The page for officers and for its producer; the public page belongs to the catalogue."""
        return reverse("certificates:certificate", args=[self.code])

    @property
    def public_url(self) -> str:
        """What the QR code opens: the short public address."""
        return f"{settings.SITE_ADDRESS}/v/{self.code}"

    @property
    def printed_code(self) -> str:
        """The code in groups of four, as printed and read aloud."""
        return grouped(self.code)
