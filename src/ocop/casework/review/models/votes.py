"""A vote of the council on the place of one marked criterion."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models.agenda import AgendaItem


class Vote(models.Model):
    """Who voted for what, and what that settled. Never changed: a second vote is another row.

    `votes`: [{seat, name, word, says}], an empty word for who abstained. `outcome` is the word of the place
    that the vote settled, empty without a majority; `by_chair` says that the chair's vote decided it.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="votes")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    criterion = models.CharField(_("tiêu chí"), max_length=10)
    votes = models.JSONField(_("phiếu biểu quyết"))
    outcome = models.CharField(_("mức được thông qua"), max_length=10, blank=True)
    outcome_words = models.TextField(_("mức được thông qua bằng lời"), blank=True)
    by_chair = models.BooleanField(_("theo phiếu của chủ trì"), default=False)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("biểu quyết của hội đồng")
        verbose_name_plural = _("biểu quyết của hội đồng")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(by_chair=False) | ~Q(outcome=""), name="review_casting_vote_has_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.criterion}"
