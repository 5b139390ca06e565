"""A council, who sits on it and by which rules it works."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.labels import (
    agency_choices,
    casting_vote_choices,
    extremes_choices,
    function_choices,
    members_shown_choices,
    minimum_rule_choices,
    rounding_choices,
    scorers_choices,
    self_score_choices,
    spread_boundary_choices,
    vote_majority_choices,
)
from ocop.casework.review.rules import (
    SCORE_BY,
    SCORING_FUNCTIONS,
    Agency,
    CastingVote,
    Extremes,
    Function,
    MembersShown,
    MinimumRule,
    Rounding,
    Scorers,
    SelfScore,
    SpreadBoundary,
    VoteMajority,
)
from ocop.foundation.accounts.labels import level_choices
from ocop.foundation.accounts.rules import Level, in_force
from ocop.foundation.documents.models import Paper
from ocop.kernel import scoring
from ocop.registers.programme.models import Programme


class Council(models.Model):
    """Who evaluates products, set up by a decision of the authority (article 7(3)(b); R26-26)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="councils")
    name = models.CharField(_("tên hội đồng"), max_length=200)
    level = models.CharField(_("cấp"), max_length=12, choices=level_choices, default=Level.PROVINCE.value)
    place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("huyện")
    )
    established_by = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("quyết định thành lập hội đồng")
    )
    team_by = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("quyết định thành lập tổ tư vấn")
    )
    starts_on = models.DateField(_("hoạt động từ ngày"))
    ends_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    created_at = models.DateTimeField(_("lập lúc"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("hội đồng")
        verbose_name_plural = _("hội đồng")
        ordering: ClassVar = ["-starts_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="review_council_term"
            ),
            models.CheckConstraint(
                condition=Q(level=Level.DISTRICT.value, place__isnull=False)
                | ~Q(level=Level.DISTRICT.value) & Q(place__isnull=True),
                name="review_district_council_has_place",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The council's own page."""
        return reverse("review:council", args=[self.pk])

    def is_in_office(self, day: date) -> bool:
        """Whether the council may act on this day; both ends of its term are included."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class WorkingRules(models.Model):
    """One version of a council's working rules. Never changed: a new version has a later date (R26-26)."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="working_rules")
    issued_by = models.ForeignKey(Paper, models.PROTECT, related_name="+", verbose_name=_("văn bản ban hành"))
    effective_on = models.DateField(_("có hiệu lực từ ngày"))
    quorum_numerator = models.PositiveSmallIntegerField(_("tỷ lệ có mặt: tử số"))
    quorum_denominator = models.PositiveSmallIntegerField(_("tỷ lệ có mặt: mẫu số"))
    quorum_least = models.PositiveSmallIntegerField(_("số thành viên có mặt ít nhất"))
    chair_must_attend = models.BooleanField(_("chủ tịch phải dự"), default=True)
    minimum = models.CharField(
        _("yêu cầu tối thiểu theo hạng sao"),
        max_length=10,
        choices=minimum_rule_choices,
        default=MinimumRule.MEAN.value,
    )
    rounding = models.CharField(
        _("làm tròn"), max_length=12, choices=rounding_choices, default=Rounding.NONE.value
    )
    decimals = models.PositiveSmallIntegerField(_("số chữ số thập phân"), default=2)
    spread_limit = models.DecimalField(
        _("chênh lệch điểm tối đa"), max_digits=5, decimal_places=2, default=10
    )
    spread_boundary = models.CharField(
        _("chênh lệch đúng bằng mức tối đa"),
        max_length=10,
        choices=spread_boundary_choices,
        default=SpreadBoundary.OVER.value,
    )
    passes_most = models.PositiveSmallIntegerField(_("số lượt chấm lại nhiều nhất"), null=True, blank=True)
    extremes = models.CharField(
        _("phiếu cao nhất và thấp nhất"),
        max_length=10,
        choices=extremes_choices,
        default=Extremes.KEPT.value,
    )
    scorers = models.CharField(
        _("người chấm điểm"), max_length=15, choices=scorers_choices, default=Scorers.ALL.value
    )
    pack_days = models.PositiveSmallIntegerField(
        _("gửi hồ sơ cho thành viên trước phiên họp (ngày làm việc)"), null=True, blank=True
    )
    self_score_shown = models.CharField(
        _("điểm tự chấm của chủ thể"),
        max_length=10,
        choices=self_score_choices,
        default=SelfScore.COLLAPSED.value,
    )
    members_shown = models.CharField(
        _("tên thành viên trong bảng điểm của biên bản"),
        max_length=10,
        choices=members_shown_choices,
        blank=True,
        default=MembersShown.NOT_STATED.value,
    )
    vote_majority = models.CharField(
        _("biểu quyết mức của tiêu chí"), max_length=12, choices=vote_majority_choices, blank=True,
        default=VoteMajority.NOT_STATED.value,
    )  # fmt: skip
    casting_vote = models.CharField(
        _("biểu quyết ngang nhau"), max_length=10, choices=casting_vote_choices, blank=True,
        default=CastingVote.NOT_STATED.value,
    )  # fmt: skip
    # until how many days after it was told a producer may object to a result; without one none is set
    objection_days = models.PositiveSmallIntegerField(
        _("thời hạn kiến nghị về kết quả (ngày)"), null=True, blank=True
    )
    sensory_blind = models.BooleanField(_("chấm tiêu chí cảm quan theo số mẫu, không ghi tên"), default=False)
    advisory_needed = models.BooleanField(_("phải có báo cáo của tổ tư vấn mới mở chấm"), default=False)
    advisory_scores = models.BooleanField(_("tổ tư vấn chấm điểm trước"), default=False)
    laboratory_points = models.PositiveSmallIntegerField(
        _("lấy mẫu kiểm nghiệm sản phẩm từ bao nhiêu điểm"), null=True, blank=True
    )
    extra_rounds = models.BooleanField(_("cho phép tổ chức đợt bổ sung"), default=False)
    created_at = models.DateTimeField(_("ghi lúc"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("quy chế hoạt động")
        verbose_name_plural = _("quy chế hoạt động")
        ordering: ClassVar = ["-effective_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["council", "effective_on"], name="review_rules_one_version_a_day"
            ),
            models.CheckConstraint(
                condition=Q(quorum_numerator__gte=1)
                & Q(quorum_denominator__gte=F("quorum_numerator"))
                & Q(quorum_least__gte=1),
                name="review_rules_quorum",
            ),
            models.CheckConstraint(
                condition=Q(spread_limit__gte=0) & Q(decimals__lte=4), name="review_rules_numbers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.effective_on:%d/%m/%Y}"

    @property
    def quorum_share(self) -> Fraction:
        """The share of the members who must be present."""
        return Fraction(self.quorum_numerator, self.quorum_denominator)

    def for_scoring(self) -> scoring.WorkingRules:
        """The same rules in the words of the kernel."""
        return scoring.WorkingRules(
            minimum=self.minimum,
            rounding=self.rounding,
            decimals=self.decimals,
            spread_limit=Fraction(str(self.spread_limit)),
            spread_boundary=self.spread_boundary,
            extremes=self.extremes,
        )

    def lets_score(self, seat: Seat) -> bool:
        """Whether the seat gives a score sheet at meetings under these rules."""
        return seat.function in SCORE_BY[Scorers(self.scorers)]


class Seat(models.Model):
    """A person's place on a council, for a period, with the papers that gave and ended it.

    `agency_name` is printed where the closed list does not name it. A seat that takes the place of another
    names it in `replaces`: together they are one place, and count once.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="seats", verbose_name=_("người")
    )
    function = models.CharField(_("chức danh trong hội đồng"), max_length=12, choices=function_choices)
    agency = models.CharField(_("cơ quan"), max_length=20, choices=agency_choices, default=Agency.OTHER.value)
    agency_name = models.CharField(_("tên cơ quan, chức vụ"), max_length=200, blank=True)
    authorised_by = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("văn bản ủy quyền chủ trì"),
    )
    seated_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("quyết định cử vào hội đồng"),
    )  # fmt: skip
    ended_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("quyết định thôi nhiệm vụ"),
    )  # fmt: skip
    end_reason = models.TextField(_("lý do thôi nhiệm vụ"), blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("thay cho")
    )
    starts_at = models.DateTimeField(_("từ lúc"))
    ends_at = models.DateTimeField(_("đến lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("thành viên hội đồng")
        verbose_name_plural = _("thành viên hội đồng")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["council", "person"], condition=Q(ends_at__isnull=True), name="review_seat_once"
            ),
            models.UniqueConstraint(
                fields=["council"],
                condition=Q(ends_at__isnull=True, function=Function.CHAIR.value),
                name="review_seat_one_chair",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="review_seat_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_function_display()})"

    @property
    def scores(self) -> bool:
        """Whether the seat may give a score sheet: the rules of a meeting say who does; a secretary never."""
        return self.function in SCORING_FUNCTIONS

    @property
    def agency_words(self) -> str:
        """The agency as it is printed."""
        return self.agency_name or str(self.get_agency_display())

    def is_held(self, at: datetime) -> bool:
        """Whether the seat is held at this moment."""
        return in_force(self.starts_at, self.ends_at, at)
