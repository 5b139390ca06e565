"""Forms that are kept while they are filled: which save of a page was the last one taken."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpenForm(models.Model):
    """A form as it stands open in one browser.
    The browser numbers its saves; the network may bring them late.
    """

    page = models.UUIDField(_("trang"), primary_key=True)
    last = models.PositiveIntegerField(_("lần lưu sau cùng"))
    at = models.DateTimeField(_("lưu lúc"), db_index=True)

    class Meta:
        db_table = "dossiers_openform"
        verbose_name = _("biểu mẫu đang mở")
        verbose_name_plural = _("biểu mẫu đang mở")
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.page}: {self.last}"
