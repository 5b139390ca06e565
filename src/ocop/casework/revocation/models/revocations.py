"""A revocation: one ground, the papers it rests on, the recognitions it takes back."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.revocation.labels import ground_choices, state_choices
from ocop.casework.revocation.models.visible import RevocationQuerySet
from ocop.casework.revocation.rules import due_on
from ocop.casework.revocation.states import WORKFLOW, RevocationState
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.kernel.calendar import UnknownYear
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


def _person(name: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=name
    )


class Revocation(models.Model):
    """From the proposal to the decision (article 8(3)). Who prepares does not verify, and neither of the two
    signs. One that was decided never changes.

    `basis` is the conclusion or the commune's confirmation, `paper` the decision; `content` what the decision
    prints, frozen by the signature. `is_ministrys`: 5 stars, which the Minister takes back.
    """

    workflow: ClassVar = WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="revocations")
    ground = models.CharField(_("căn cứ"), max_length=12, choices=ground_choices)
    reason = models.TextField(_("sự việc"))
    basis = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    is_ministrys = models.BooleanField(default=False)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=RevocationState.PREPARED.value
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập đề nghị")
    )
    prepared_at = models.DateTimeField(_("lập lúc"))
    finding = models.TextField(_("kết quả xác minh"), blank=True)
    verified_by = _person(_("người xác minh"))
    verified_at = models.DateTimeField(_("xác minh lúc"), null=True, blank=True)
    letter = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    signer = _person(_("người ký"))
    decided_at = models.DateTimeField(_("ghi nhận quyết định lúc"), null=True, blank=True)
    content = models.JSONField(null=True, blank=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = RevocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc thu hồi")
        verbose_name_plural = _("việc thu hồi")
        ordering: ClassVar = ["-prepared_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=RevocationState.DECIDED, paper__isnull=False, decided_at__isnull=False)
                | ~Q(state=RevocationState.DECIDED) & Q(paper__isnull=True, decided_at__isnull=True),
                name="revocation_decided_has_paper",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("prepared_by")),
                name="revocation_two_people_verify",
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("prepared_by")) & ~Q(signer=F("verified_by")),
                name="revocation_third_person_signs",
            ),
        ]

    def __str__(self) -> str:
        names = [item.product_name for item in self.items.all()[:2]]
        return names[0] if len(names) == 1 else f"{names[0]}, …" if names else str(self.key)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("revocation:detail", args=[self.key])

    @property
    def due_on(self) -> date | None:
        """Its last day (article 8(4)); None without a paper that starts the clock, or where the days off of
        that year are not known.
        """
        try:
            return due_on(self.basis.issued_on if self.basis else None)
        except UnknownYear:
            return None


class RevocationItem(models.Model):
    """One recognition. `left_out` says why the decision does not take it back although it was asked for."""

    revocation = models.ForeignKey(Revocation, models.PROTECT, related_name="items")
    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="revocations")
    position = models.PositiveSmallIntegerField()
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    producer_name = models.CharField(_("chủ thể"), max_length=200)
    left_out = models.CharField(_("không thu hồi vì"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sản phẩm bị thu hồi")
        verbose_name_plural = _("sản phẩm bị thu hồi")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revocation", "recognition"], name="revocation_recognition_once"),
        ]

    def __str__(self) -> str:
        return self.product_name
