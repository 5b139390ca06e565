"""A visit of one product at its producer's, and who goes there."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.fieldwork.labels import kind_choices, state_choices
from ocop.casework.fieldwork.models.visible import VisitQuerySet
from ocop.casework.fieldwork.rules import SIGNED, Line, lines_of, signed_hash
from ocop.casework.fieldwork.states import OPEN, WORKFLOW, VisitState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.registers.products.models import Product, Recognition
from ocop.registers.programme.models import Programme

WRITTEN = ("found", *SIGNED, "unsigned_reason")
"""What inspectors write there: kept while the visit is open, frozen when it ends."""


class Visit(models.Model):
    """Planned for a day, done on a phone, ended once (articles 7 and 9).

    `checklist` is frozen when it is planned: lines with what the producer claims. `found` says per code what
    was seen there. `report_content` is what the report prints, frozen when it ends. What ended never changes:
    further reports stand beside it.
    """

    workflow: ClassVar = WORKFLOW
    draft_states: ClassVar = OPEN
    draft_columns: ClassVar = WRITTEN
    filled_later: ClassVar = ("report",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="visits")
    kind = models.CharField(_("loại kiểm tra"), max_length=12, choices=kind_choices)
    product = models.ForeignKey(Product, models.PROTECT, related_name="visits", verbose_name=_("sản phẩm"))
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="visits")
    recognition = models.ForeignKey(Recognition, models.PROTECT, null=True, blank=True, related_name="visits")
    commune = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="visits")
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    producer_name = models.CharField(_("chủ thể"), max_length=200)
    reason = models.TextField(_("lý do kiểm tra"))
    day = models.DateField(_("ngày kiểm tra"))
    position = models.PositiveSmallIntegerField(_("thứ tự trong ngày"), default=1)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=VisitState.PLANNED.value
    )
    checklist = models.JSONField(default=list, editable=False)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(_("lập lúc"))
    announced_at = models.DateTimeField(_("thông báo lúc"), null=True, blank=True)

    found = models.JSONField(_("kết quả từng mục"), default=dict, blank=True)
    remarks = models.TextField(_("nhận xét chung"), blank=True)
    conclusion = models.TextField(_("kiến nghị"), blank=True)
    met_with = models.CharField(_("người làm việc với đoàn"), max_length=200, blank=True)
    unsigned_reason = models.TextField(_("lý do chủ thể không ký"), blank=True)

    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)
    report_content = models.JSONField(null=True, blank=True, editable=False)
    report = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("buổi kiểm tra thực tế")
        verbose_name_plural = _("buổi kiểm tra thực tế")
        ordering: ClassVar = ["-day", "position", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["day", "position"], name="fieldwork_visit_day"),
            models.Index(fields=["kind", "state", "ended_at"], name="fieldwork_visit_counted"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    state=VisitState.ENDED, ended_at__isnull=False, ended_by__isnull=False,
                    report_content__isnull=False,
                ) | ~Q(state=VisitState.ENDED) & Q(ended_at__isnull=True, ended_by__isnull=True),
                name="fieldwork_ended_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=VisitState.ANNOUNCED) | Q(announced_at__isnull=False),
                name="fieldwork_announced_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(kind="verification", dossier__isnull=False)
                | Q(kind="post_check", recognition__isnull=False),
                name="fieldwork_visit_is_about_something",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.product_name

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("fieldwork:detail", args=[self.key])

    @property
    def day_url(self) -> str:
        """The page of its day, with the way and the others of that day."""
        return reverse("fieldwork:day", args=[self.day])

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    @property
    def lines(self) -> list[Line]:
        """The frozen checklist."""
        return lines_of(self.checklist)

    @property
    def words_hash(self) -> str:
        """The hash of what is written now."""
        return signed_hash({"found": self.found} | {name: getattr(self, name) for name in SIGNED})


class Inspector(models.Model):
    """Somebody who is sent. `has_conflict` is what that person declared; nothing while nobody has."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="inspectors")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người kiểm tra")
    )
    position = models.PositiveSmallIntegerField(default=1)
    has_conflict = models.BooleanField(_("có quan hệ với chủ thể"), null=True, blank=True)
    conflict = models.CharField(_("quan hệ"), max_length=300, blank=True)
    declared_at = models.DateTimeField(_("khai lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("thành viên đoàn kiểm tra")
        verbose_name_plural = _("thành viên đoàn kiểm tra")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "person"], name="fieldwork_inspector_once"),
            models.CheckConstraint(
                condition=Q(has_conflict__isnull=True, declared_at__isnull=True)
                | Q(has_conflict__isnull=False, declared_at__isnull=False),
                name="fieldwork_declared_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
