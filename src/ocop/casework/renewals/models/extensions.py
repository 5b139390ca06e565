"""An extension: one paper of the province, the recognitions that it lets hold until their result."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.labels import extension_choices
from ocop.casework.renewals.models.visible import ExtensionQuerySet
from ocop.casework.renewals.states import EXTENSION_WORKFLOW, ExtensionState
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class Extension(models.Model):
    """Article 12(3): prepared by an officer, signed by another person. `paper` is the explicit basis, with
    its number and day; `content` what it prints, frozen by the signature. One that was signed never changes.
    """

    workflow: ClassVar = EXTENSION_WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="extensions")
    reason = models.TextField(_("vì sao nộp ngoài thời hạn"))
    state = models.CharField(
        _("trạng thái"), max_length=8, choices=extension_choices, default=ExtensionState.PREPARED.value
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập")
    )
    prepared_at = models.DateTimeField(_("lập lúc"))
    paper = models.OneToOneField(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    signer: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("người ký"),
    )  # fmt: skip
    signed_at = models.DateTimeField(_("ký lúc"), null=True, blank=True)
    content = models.JSONField(null=True, blank=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc kéo dài hiệu lực")
        verbose_name_plural = _("việc kéo dài hiệu lực")
        ordering: ClassVar = ["-prepared_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    state=ExtensionState.SIGNED, paper__isnull=False, signer__isnull=False,
                    signed_at__isnull=False,
                )
                | ~Q(state=ExtensionState.SIGNED) & Q(paper__isnull=True, signer__isnull=True,
                    signed_at__isnull=True),
                name="renewals_signed_has_paper",
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("prepared_by")),
                name="renewals_another_person_signs",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        names = [item.product_name for item in self.items.all()[:2]]
        return names[0] if len(names) == 1 else f"{names[0]}, …" if names else str(self.key)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("renewals:extension", args=[self.key])


class ExtensionItem(models.Model):
    """One recognition. `filed_on` is the day of its renewal, `stops_on` its hard stop; `left_out` says why
    the decision did not extend it although it was asked for.
    """

    extension = models.ForeignKey(Extension, models.PROTECT, related_name="items")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="extensions")
    position = models.PositiveSmallIntegerField()
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    producer_name = models.CharField(_("chủ thể"), max_length=200)
    filed_on = models.DateField(_("nộp hồ sơ ngày"))
    stops_on = models.DateField(_("kéo dài muộn nhất đến hết ngày"))
    left_out = models.CharField(_("không kéo dài vì"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sản phẩm được kéo dài hiệu lực")
        verbose_name_plural = _("sản phẩm được kéo dài hiệu lực")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["extension", "recognition"], name="renewals_extended_once"),
        ]

    def __str__(self) -> str:
        return self.product_name
