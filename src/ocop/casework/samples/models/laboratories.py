"""A laboratory that tests samples."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.models.visible import LaboratoryQuerySet
from ocop.casework.samples.rules import has_ended
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField


class Laboratory(models.Model):
    """As the province's officers keep it: accreditation (such as VILAS), until when, what it tests."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey(Place, models.PROTECT, related_name="+")
    name = models.CharField(_("phòng thử nghiệm"), max_length=200)
    accreditation_no = models.CharField(_("số công nhận"), max_length=80)
    valid_until = models.DateField(_("hiệu lực đến hết ngày"), null=True, blank=True)
    contact = models.CharField(_("liên hệ"), max_length=300, blank=True)
    scope = models.TextField(_("phạm vi thử nghiệm"), blank=True)
    search_text = SearchField()

    objects = LaboratoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("phòng thử nghiệm")
        verbose_name_plural = _("phòng thử nghiệm")
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["province", "accreditation_no"], name="samples_accreditation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.accreditation_no})"

    def get_absolute_url(self) -> str:
        """Where it is kept."""
        return reverse("samples:edit_laboratory", args=[self.key])

    def has_ended(self, on: date) -> bool:
        """Whether its accreditation had ended on a day."""
        return has_ended(self.valid_until, on)
