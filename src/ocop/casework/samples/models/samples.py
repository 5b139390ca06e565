"""A sample: how it was taken, through whose hands it went, what is asked of the laboratory."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.labels import kind_choices, sample_choices, side_choices
from ocop.casework.samples.models.demands import Demand
from ocop.casework.samples.models.laboratories import Laboratory
from ocop.casework.samples.models.visible import HandoverQuerySet, SampleQuerySet
from ocop.casework.samples.rules import Limit, LimitKind
from ocop.casework.samples.states import SAMPLE_WORKFLOW, SampleState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.search.models import SearchField


class Sample(models.Model):
    """As it was taken. `product_name` is the dossier's, `name_on_sample` what is written on it; where they
    differ `name_reason` says why its result counts all the same. `retest`: it is a counter-sample.
    """

    workflow: ClassVar = SAMPLE_WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    demand = models.ForeignKey(Demand, models.PROTECT, related_name="samples")
    retest = models.OneToOneField(
        "samples.Retest", models.PROTECT, null=True, blank=True, related_name="counter_sample"
    )
    code = models.CharField(_("mã mẫu"), max_length=20, unique=True)
    seal_no = models.CharField(_("số niêm phong"), max_length=60)
    product_name = models.CharField(_("tên trong hồ sơ"), max_length=200)
    name_on_sample = models.CharField(_("tên trên mẫu"), max_length=200)
    name_differs = models.BooleanField(default=False)
    name_reason = models.TextField(_("xử lý tên khác"), blank=True)
    quantity = models.CharField(_("khối lượng, số lượng"), max_length=120)
    batch = models.CharField(_("lô, ngày sản xuất"), max_length=120)
    place = models.CharField(_("nơi lấy mẫu"), max_length=300)
    taken_on = models.DateField(_("ngày lấy mẫu"))
    taker = models.CharField(_("người lấy mẫu"), max_length=120)
    giver = models.CharField(_("người giao mẫu"), max_length=120)
    note = models.TextField(_("tình trạng mẫu, bảo quản"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=sample_choices, default=SampleState.TAKEN.value
    )
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SampleQuerySet.as_manager()

    class Meta:
        verbose_name = _("mẫu kiểm nghiệm")
        verbose_name_plural = _("mẫu kiểm nghiệm")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("samples:sample", args=[self.key])

    @property
    def is_named(self) -> bool:
        """Whether its name is the dossier's, or somebody settled why it is not."""
        return not self.name_differs or bool(self.name_reason)

    def is_contestable(self, day: date) -> bool:
        """Whether a counter-sample can still be asked for on a day: not of one, not twice, not too late."""
        report = next((one for one in self.reports.all() if not one.set_aside_reason), None)
        if report is None or self.retest_id is not None or hasattr(self, "contested_by"):
            return False
        return report.contest_until >= day


class Handover(models.Model):
    """A line of the receipt book: from whose hands into whose, when. Never changed."""

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="handovers")
    giver = models.CharField(_("người giao"), max_length=200)
    receiver = models.CharField(_("người nhận"), max_length=200)
    on = models.DateField(_("ngày giao nhận"))
    note = models.CharField(_("tình trạng niêm phong, mẫu"), max_length=300, blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    search_text = SearchField()

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần giao nhận mẫu")
        verbose_name_plural = _("lần giao nhận mẫu")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.sample}: {self.giver} – {self.receiver}"

    def get_absolute_url(self) -> str:
        """The page of its sample."""
        return self.sample.get_absolute_url()


class Dispatch(models.Model):
    """That a sample went to a laboratory. Never changed but for its paper."""

    filled_later: ClassVar = ("file",)

    sample = models.OneToOneField(Sample, models.PROTECT, related_name="dispatch")
    laboratory = models.ForeignKey(
        Laboratory, models.PROTECT, related_name="dispatches", verbose_name=_("phòng thử nghiệm")
    )
    sent_on = models.DateField(_("ngày gửi"))
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("lần gửi mẫu")
        verbose_name_plural = _("lần gửi mẫu")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.sample}: {self.laboratory}"


class Indicator(models.Model):
    """What is tested, with the limit of a named standard. `is_safety`: failing it stops recognition;
    `is_impurity`: it is what the set's sheet excludes as an impurity.
    """

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="indicators")
    name = models.CharField(_("chỉ tiêu"), max_length=160)
    unit = models.CharField(_("đơn vị"), max_length=40, blank=True)
    standard = models.CharField(_("tiêu chuẩn, quy chuẩn"), max_length=120)
    limit_text = models.CharField(_("giới hạn"), max_length=80)
    kind = models.CharField(_("loại giới hạn"), max_length=8, choices=kind_choices)
    low = models.DecimalField(_("từ"), max_digits=28, decimal_places=12, null=True, blank=True)
    high = models.DecimalField(_("đến"), max_digits=28, decimal_places=12, null=True, blank=True)
    is_strict = models.BooleanField(default=False)
    is_safety = models.BooleanField(_("chỉ tiêu an toàn thực phẩm"), default=True)
    is_impurity = models.BooleanField(_("tạp chất"), default=False)
    drop_reason = models.CharField(_("bỏ vì"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("chỉ tiêu kiểm nghiệm")
        verbose_name_plural = _("chỉ tiêu kiểm nghiệm")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sample", "name"], condition=Q(drop_reason=""), name="samples_indicator_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="max", low__isnull=True, high__isnull=False)
                | Q(kind="min", low__isnull=False, high__isnull=True)
                | Q(kind="range", low__isnull=False, high__isnull=False)
                | Q(kind="absent", low__isnull=True, high__isnull=True),
                name="samples_limit_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def limit(self) -> Limit:
        """Its limit, for the rules."""
        return Limit(LimitKind(self.kind), self.low, self.high, self.is_strict)

    @property
    def limit_words(self) -> str:
        """Its limit with the unit, as typed."""
        return f"{self.limit_text} {self.unit}".strip()


class Retest(models.Model):
    """That a counter-sample was asked for, within the time that was set. Never changed."""

    sample = models.OneToOneField(Sample, models.PROTECT, related_name="contested_by")
    side = models.CharField(_("bên đề nghị"), max_length=10, choices=side_choices)
    reason = models.TextField(_("lý do"))
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("đề nghị kiểm nghiệm mẫu đối chứng")
        verbose_name_plural = _("đề nghị kiểm nghiệm mẫu đối chứng")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="samples_retest_has_reason"),
        ]

    def __str__(self) -> str:
        return str(self.sample)
