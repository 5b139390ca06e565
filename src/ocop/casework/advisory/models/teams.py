"""A team set up by a decision, and who is on it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.labels import function_choices
from ocop.foundation.documents.models import Paper
from ocop.registers.programme.models import Programme


class Team(models.Model):
    """The advisory team of the province's council, with its decision and term (article 7(3)(b)); both days
    are included.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="advisory_teams")
    established_by = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("quyết định thành lập tổ tư vấn")
    )
    starts_on = models.DateField(_("hoạt động từ ngày"))
    ends_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    created_at = models.DateTimeField(_("lập lúc"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tổ tư vấn")
        verbose_name_plural = _("tổ tư vấn")
        ordering: ClassVar = ["-starts_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="advisory_team_term"
            ),
        ]

    def __str__(self) -> str:
        return str(self.established_by)

    def works_on(self, day: date) -> bool:
        """Whether the team works on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class TeamSeat(models.Model):
    """A person on the team, with function and period; both days are included. `ended_by`: the decision that
    ended it before its time, with the reason.
    """

    team = models.ForeignKey(Team, models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="advisory_seats", verbose_name=_("người")
    )
    function = models.CharField(_("chức danh trong tổ"), max_length=10, choices=function_choices)
    agency = models.CharField(_("cơ quan, chức vụ"), max_length=200)
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("quyết định thôi nhiệm vụ"),
    )  # fmt: skip
    end_reason = models.TextField(_("lý do thôi nhiệm vụ"), blank=True)

    class Meta:
        verbose_name = _("thành viên tổ tư vấn")
        verbose_name_plural = _("thành viên tổ tư vấn")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["team", "person"], name="advisory_seat_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="advisory_seat_term"
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None, end_reason="")
                | Q(ended_by__isnull=False, ends_on__isnull=False) & ~Q(end_reason=""),
                name="advisory_seat_ends_by_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_function_display()})"

    def is_held(self, day: date) -> bool:
        """Whether the seat is held on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
