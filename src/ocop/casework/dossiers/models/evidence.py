"""Evidence: a file with its issuer and dates, cited by criteria of one or several dossiers."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models.dossier import Dossier
from ocop.foundation.documents.models import StoredFile
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


class Evidence(models.Model):
    """A paper, picture or film of a producer that proves something.
    `kind` is a key of the regulation, or "other".
    """

    producer = models.ForeignKey(Producer, models.PROTECT, related_name="evidence", verbose_name=_("chủ thể"))
    product = models.ForeignKey(
        Product,
        models.PROTECT,
        related_name="evidence",
        null=True,
        blank=True,
        verbose_name=_("chỉ cho sản phẩm"),
    )
    renews = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewals",
        verbose_name=_("cấp mới thay cho"),
    )  # fmt: skip
    kind = models.CharField(_("loại giấy tờ"), max_length=40)
    title = models.CharField(_("tên giấy tờ"), max_length=200)
    number = models.CharField(_("số"), max_length=80, blank=True)
    issuer = models.CharField(_("nơi cấp"), max_length=200, blank=True)
    issued_on = models.DateField(_("ngày cấp"), null=True, blank=True)
    expires_on = models.DateField(_("ngày hết hạn"), null=True, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    is_restricted = models.BooleanField(_("hạn chế xem"), default=False)
    is_withdrawn = models.BooleanField(_("đã rút"), default=False)
    created_at = models.DateTimeField(_("thêm lúc"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người thêm")
    )

    class Meta:
        verbose_name = _("minh chứng")
        verbose_name_plural = _("minh chứng")
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(issued_on__isnull=True)
                | Q(expires_on__gte=F("issued_on")),
                name="dossiers_evidence_expires_after_issue",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Citation(models.Model):
    """Where a dossier uses a piece of evidence: for one criterion, or (empty) for the dossier as a whole."""

    unvouched: ClassVar = ("*",)  # a draft: what is handed in stands in the submission

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="citations")
    criterion = models.CharField(_("tiêu chí"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("viện dẫn")
        verbose_name_plural = _("viện dẫn")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "evidence", "criterion"], name="dossiers_citation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion or '–'}: {self.evidence}"
