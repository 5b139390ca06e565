"""A merger: its day, its paper, what it said."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField


class Merger(models.Model):
    """Old communes and those that follow them from a day, by a paper. `content` names them as they were
    entered; `settled_at` is when what lists keep was brought up to date, on the day or after it.
    """

    unvouched: ClassVar = ("settled_at",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("tỉnh"))
    on = models.DateField(_("từ ngày"))
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", verbose_name=_("văn bản"))
    content = models.JSONField(editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    at = models.DateTimeField(_("ghi lúc"))
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_text = SearchField()

    class Meta:
        verbose_name = _("việc sáp nhập xã")
        verbose_name_plural = _("việc sáp nhập xã")
        ordering: ClassVar = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.old_names} → {self.new_names}"

    @property
    def old_names(self) -> str:
        """The units that ended."""
        return ", ".join(self.content["olds"])

    @property
    def new_names(self) -> str:
        """The units that follow."""
        return ", ".join(self.content["news"])
