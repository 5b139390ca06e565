"""A value chain as everyone sees it, and who agreed that a name stands there."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Activity, Party
from ocop.casework.tourism.models.showing import Showing, ShowQuerySet
from ocop.casework.tourism.states import CHAIN


class Chain(Showing):
    """The public page of a link that help made. Who is bound is read from the link, by consent; `area` is the
    signboard of the ground where the goods grow.
    """

    workflow: ClassVar = CHAIN

    link = models.OneToOneField(Activity, models.PROTECT, related_name="chain", verbose_name=_("liên kết"))
    area = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="chains_of_area",
        verbose_name=_("vùng nguyên liệu"),
    )  # fmt: skip
    about = models.TextField(_("giới thiệu"), blank=True)

    objects = ShowQuerySet.as_manager()

    class Meta(Showing.Meta):
        verbose_name = _("trang chuỗi giá trị")
        verbose_name_plural = _("trang chuỗi giá trị")

    def get_absolute_url(self) -> str:
        """The page where it is looked after."""
        return reverse("tourism:chain", args=[self.slug])

    @property
    def public_url(self) -> str:
        """The page that everyone sees."""
        return reverse("catalogue:chain", args=[self.slug])

    def contents(self) -> dict[str, Any]:
        """All that is being written, as it would be shown now."""
        return {"name": self.name, "about": self.about, "area": self.area_id}


class NameConsent(models.Model):
    """A party agreed that its name stands on the public page, said how; until it is taken back."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="consents")
    agreed_on = models.DateField(_("ngày đồng ý"))
    how = models.CharField(_("đồng ý thế nào"), max_length=200)
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("đồng ý nêu tên")
        verbose_name_plural = _("đồng ý nêu tên")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["party"], condition=Q(withdrawn_at__isnull=True), name="tourism_consent_once"
            ),
        ]

    def __str__(self) -> str:
        return self.party.name
