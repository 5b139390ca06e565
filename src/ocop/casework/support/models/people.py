"""Whom an activity helps, and who is bound by a link."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.activity import Activity
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


class Beneficiary(models.Model):
    """A producer that is helped, for one product where the help is for one.
    `outcome` is what it got out of it.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="beneficiaries")
    producer = models.ForeignKey(Producer, models.PROTECT, related_name="support_received")
    product = models.ForeignKey(
        Product, models.PROTECT, null=True, blank=True, related_name="support_received"
    )
    outcome = models.CharField(_("được gì"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("đối tượng được hỗ trợ")
        verbose_name_plural = _("đối tượng được hỗ trợ")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "product"], name="support_product_once"),
            models.UniqueConstraint(
                fields=["activity", "producer"],
                condition=Q(product__isnull=True),
                name="support_producer_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.product or self.producer)


class Party(models.Model):
    """Who is bound by a value-chain link, in which role."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="parties")
    role = models.CharField(_("vai trò"), max_length=20)
    name = models.CharField(_("tên"), max_length=200)
    producer = models.ForeignKey(
        Producer, models.PROTECT, null=True, blank=True, related_name="links", verbose_name=_("chủ thể")
    )
    households = models.PositiveIntegerField(_("số hộ"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bên liên kết")
        verbose_name_plural = _("bên liên kết")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "role", "name"], name="support_party_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def role_name(self) -> str:
        """The role in words."""
        rule = self.activity.row.role(self.role)
        return said(rule.label) if rule else self.role
