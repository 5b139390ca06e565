"""Which letters and extensions a person may see at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models

from ocop.casework.certificates.models.visible import provinces_of
from ocop.foundation.places.selectors import inside
from ocop.registers.products.models import Product

if TYPE_CHECKING:
    from ocop.casework.renewals.models.extensions import Extension  # noqa: F401 - named in the base below
    from ocop.casework.renewals.models.letters import CallLetter  # noqa: F401


class CallLetterQuerySet(models.QuerySet["CallLetter"]):
    """Reads of letters."""

    def visible_to(self, person: Any, at: datetime) -> CallLetterQuerySet:
        """Those about a product of one's own producers or of one's office."""
        called = apps.get_model("renewals", "Called").objects
        own = called.filter(recognition__product__in=Product.objects.visible_to(person, at))
        return self.filter(pk__in=own.values("letter"))


class ExtensionQuerySet(models.QuerySet["Extension"]):
    """Reads of extensions."""

    def visible_to(self, person: Any, at: datetime) -> ExtensionQuerySet:
        """Those of the own province; producers and communes learn by a message and from the register."""
        return self.filter(programme__province__in=inside(provinces_of(person, at)))
