"""A product on the agenda of a meeting, who may not judge it, and what the council settled about it."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.labels import (
    cause_choices,
    item_state_choices,
    recommendation_choices,
    relation_choices,
    resolution_kind_choices,
)
from ocop.casework.review.models.councils import Seat
from ocop.casework.review.models.meetings import Meeting
from ocop.casework.review.rules import Recommendation, Relation
from ocop.casework.review.states import ITEM_WORKFLOW, LIVE_ITEMS, ItemState
from ocop.foundation.documents.models import Paper

_WITH_RESULT = [ItemState.TALLIED, ItemState.CLOSED]


class AgendaItem(models.Model):
    """One product at one meeting. `facts` are findings of the council: {name: {value, reason, by, at}}.

    `result` is the whole working of the tally, with who was there; what it took the place of is kept as
    EarlierResult. Once the item is closed, excluded or withdrawn the database keeps the row as it is.
    `resolved_after` is the last resolution that was about an earlier count: it settles nothing of the present
    one.
    """

    workflow: ClassVar = ITEM_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="agenda_items", verbose_name=_("hồ sơ"))
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    sample_no = models.CharField(_("số mẫu"), max_length=20, blank=True)
    advisory_report = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("báo cáo của tổ tư vấn")
    )
    advisory_opinion = models.TextField(_("ý kiến của tổ tư vấn"), blank=True)
    # of a re-evaluation: why it comes before a meeting and not to written opinions (article 7(6)(d))
    meeting_reason = models.TextField(_("lý do họp trực tiếp"), blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=item_state_choices, default=ItemState.WAITING.value
    )
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"), default=1)
    facts = models.JSONField(_("điều kiện đã ghi nhận"), default=dict, blank=True)
    agreed = models.JSONField(_("mức đã thống nhất"), default=dict, blank=True)
    result = models.JSONField(_("kết quả"), default=dict, blank=True)
    total_exact = models.CharField(_("điểm chính xác"), max_length=60, blank=True)
    total = models.DecimalField(_("điểm"), max_digits=5, decimal_places=2, null=True, blank=True)
    stars = models.PositiveSmallIntegerField(_("hạng sao"), null=True, blank=True)
    spread = models.DecimalField(_("chênh lệch"), max_digits=5, decimal_places=2, null=True, blank=True)
    recommendation = models.CharField(
        _("đề nghị"),
        max_length=20,
        choices=recommendation_choices,
        blank=True,
        default=Recommendation.OPEN.value,
    )
    recommended_stars = models.PositiveSmallIntegerField(_("hạng sao đề nghị"), null=True, blank=True)
    recommendation_reason = models.TextField(_("lý do đề nghị"), blank=True)
    resolved_after = models.PositiveBigIntegerField(default=0, editable=False)
    opened_at = models.DateTimeField(_("mở chấm lúc"), null=True, blank=True)
    tallied_at = models.DateTimeField(_("tổng hợp lúc"), null=True, blank=True)
    created_at = models.DateTimeField(_("đưa vào lúc"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("sản phẩm trong phiên họp")
        verbose_name_plural = _("sản phẩm trong phiên họp")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "dossier"], name="review_item_once_a_meeting"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state__in=sorted(LIVE_ITEMS)),
                name="review_item_at_one_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_WITH_RESULT) | Q(total__isnull=False, stars__isnull=False),
                name="review_tallied_has_result",
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.CLOSED) | ~Q(recommendation=""),
                name="review_closed_has_recommendation",
            ),
            models.CheckConstraint(
                condition=~Q(recommendation=Recommendation.RECOGNISE) | Q(recommended_stars__in=[3, 4]),
                name="review_province_recognises_3_and_4",
            ),
        ]

    def __str__(self) -> str:
        return self.dossier.product.name

    def get_absolute_url(self) -> str:
        """The product's page in the meeting: progress, then the tally."""
        return reverse("review:tally", args=[self.key])

    @property
    def known_facts(self) -> dict[str, bool]:
        """What the council found, as scoring wants it."""
        facts: dict[str, dict[str, Any]] = self.facts
        return {name: bool(entry["value"]) for name, entry in facts.items()}


class Declaration(models.Model):
    """A member's word on one product: a conflict of interest, or none. Changes are in the record."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="declarations")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="declarations")
    has_conflict = models.BooleanField(_("có xung đột lợi ích"))
    relation = models.CharField(
        _("quan hệ"), max_length=12, choices=relation_choices, blank=True, default=Relation.NONE.value
    )
    note = models.CharField(_("nói rõ"), max_length=300, blank=True)
    # the hints that the member saw and confirmed or denied by this word
    hints = models.JSONField(_("dấu hiệu đã nêu"), default=list, blank=True)
    at = models.DateTimeField(_("khai lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("khai báo xung đột lợi ích")
        verbose_name_plural = _("khai báo xung đột lợi ích")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "seat"], name="review_declaration_once"),
            models.CheckConstraint(
                condition=Q(has_conflict=False, relation="") | Q(has_conflict=True) & ~Q(relation=""),
                name="review_conflict_has_relation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.item}"


class EarlierResult(models.Model):
    """A result of a product that did not stay: what it was, why it was put aside, who did so. Never changed.

    `seat` is the member whose sheet it was about, where it was about one.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="earlier_results")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    cause = models.CharField(_("vì"), max_length=16, choices=cause_choices)
    reason = models.TextField(_("lý do"))
    seat = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("thành viên")
    )
    result = models.JSONField(_("kết quả"))
    total_exact = models.CharField(_("điểm chính xác"), max_length=60)
    spread = models.DecimalField(_("chênh lệch"), max_digits=5, decimal_places=2, null=True, blank=True)
    stars = models.PositiveSmallIntegerField(_("hạng sao"), null=True, blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("kết quả trước")
        verbose_name_plural = _("kết quả trước")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(total_exact=""), name="review_earlier_result_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.total_exact}"


class Ruling(models.Model):
    """The chair's word whether a sheet of the pass before counts, whose member is away from this one."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="rulings")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="rulings", verbose_name=_("thành viên"))
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    counts = models.BooleanField(_("phiếu lượt trước được tính"))
    reason = models.TextField(_("lý do"))
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("quyết định về phiếu lượt trước")
        verbose_name_plural = _("quyết định về phiếu lượt trước")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "seat", "pass_no"], name="review_ruling_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="review_ruling_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.item}"


class Resolution(models.Model):
    """What the council settled together about a product, in the chair's words."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="resolutions")
    pass_no = models.PositiveSmallIntegerField(_("lượt chấm"))
    kind = models.CharField(_("về việc"), max_length=10, choices=resolution_kind_choices)
    text = models.TextField(_("nội dung thống nhất"))
    agreed = models.JSONField(_("mức thống nhất"), default=dict, blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người ghi")
    )

    class Meta:
        verbose_name = _("ý kiến thống nhất của hội đồng")
        verbose_name_plural = _("ý kiến thống nhất của hội đồng")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="review_resolution_has_words"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
