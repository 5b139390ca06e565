"""Targets of a plan and the results recorded for those that no record can count."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.registers.programme.labels import bound_choices, count_rule_choices
from ocop.registers.programme.models.exact import ExactField
from ocop.registers.programme.models.plans import Plan
from ocop.registers.programme.rules import NUMBERED, Bound, Scope, ScopeField


class Target(models.Model):
    """One number that the plan promises: by rule from the records, or by hand where `count_rule` is empty.

    `in_force` is False for a target that an amendment took out, or has not brought in yet.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="targets")
    key = models.SlugField(_("Khoá"), max_length=40)
    position = models.PositiveSmallIntegerField(_("Thứ tự"))
    name = models.CharField(_("Chỉ tiêu"), max_length=300)
    unit = models.CharField(_("Đơn vị tính"), max_length=40)
    value = ExactField(_("Số"), null=True, blank=True)
    bound = models.CharField(_("Mức"), max_length=10, choices=bound_choices, default=Bound.UNSET.value)
    count_rule = models.CharField(_("Cách đếm"), max_length=30, choices=count_rule_choices, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Riêng địa bàn")
    )
    set_numbers = models.JSONField(_("Riêng bộ sản phẩm"), default=list, blank=True)
    stars_from = models.PositiveSmallIntegerField(_("Từ hạng sao"), null=True, blank=True)
    legal_forms = models.JSONField(_("Riêng loại hình chủ thể"), default=list, blank=True)
    year_from = models.PositiveSmallIntegerField(_("Công nhận từ năm"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("Công nhận đến năm"), null=True, blank=True)
    note = models.TextField(_("Ghi chú"), blank=True)
    in_force = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = _("chỉ tiêu")
        verbose_name_plural = _("chỉ tiêu")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="programme_target_once"),
            models.CheckConstraint(
                condition=Q(bound__in=sorted(NUMBERED), value__isnull=False)
                | ~Q(bound__in=sorted(NUMBERED)) & Q(value__isnull=True),
                name="programme_target_number_with_bound",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gt=0), name="programme_target_of_something"
            ),
            models.CheckConstraint(
                condition=Q(stars_from__isnull=True) | Q(stars_from__gte=3, stars_from__lte=5),
                name="programme_target_stars",
            ),
            models.CheckConstraint(
                condition=Q(year_from__isnull=True)
                | Q(year_to__isnull=True)
                | Q(year_to__gte=F("year_from")),
                name="programme_target_years",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_counted(self) -> bool:
        """Whether the records answer; otherwise results are recorded by hand."""
        return bool(self.count_rule)

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a hundred: its results replace one another instead of adding up."""
        return self.unit.strip().startswith("%")

    @property
    def scope(self) -> Scope:
        """What narrows it. Asks for the place's parents unless loaded."""
        lineage = tuple(unit.pk for unit in reversed(self.place.lineage)) if self.place else ()
        return Scope(
            lineage, frozenset(self.set_numbers), self.stars_from, frozenset(self.legal_forms),
            self.year_from,
            self.year_to,
        )  # fmt: skip

    @property
    def narrowed_by(self) -> frozenset[ScopeField]:
        """The parts of the scope that say something."""
        given = {
            ScopeField.PLACE: self.place_id, ScopeField.SETS: self.set_numbers,
            ScopeField.STARS: self.stars_from,
            ScopeField.LEGAL_FORMS: self.legal_forms, ScopeField.YEARS: self.year_from or self.year_to,
        }  # fmt: skip
        return frozenset(name for name, value in given.items() if value)


class TargetResult(models.Model):
    """A result recorded by hand: how much, on which day of the plan's year, where, and what shows it."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="results")
    on = models.DateField(_("Ngày"))
    amount = ExactField(_("Số lượng"))
    note = models.CharField(_("Nội dung"), max_length=300)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ở đâu")
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.CharField(_("Lý do rút"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("kết quả đã ghi")
        verbose_name_plural = _("kết quả đã ghi")
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="programme_result_of_something"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="programme_withdrawn_says_who_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} · {self.note}"

    @property
    def is_live(self) -> bool:
        """Whether it counts."""
        return self.withdrawn_at is None
