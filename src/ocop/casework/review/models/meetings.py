"""A meeting of a council (or a collection of written opinions) and who takes part."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.labels import meeting_kind_choices, meeting_state_choices
from ocop.casework.review.models.councils import Council, Seat, WorkingRules
from ocop.casework.review.models.visible import MeetingQuerySet
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.states import MEETING_WORKFLOW, UPCOMING, MeetingState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import Wrong
from ocop.foundation.search.models import SearchField
from ocop.registers.rounds.models import Round


class Meeting(models.Model):
    """One sitting. `rules` is the version of the working rules that was in force when it opened.

    `times_changed` counts how often day, hour, place or title were changed: calendars replace the old ones.
    """

    workflow: ClassVar = MEETING_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings", verbose_name=_("hội đồng"))
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("đợt đánh giá")
    )
    rules = models.ForeignKey(WorkingRules, models.PROTECT, null=True, blank=True, related_name="meetings")
    kind = models.CharField(
        _("hình thức"), max_length=16, choices=meeting_kind_choices, default=MeetingKind.MEETING.value
    )
    title = models.CharField(_("tên phiên họp"), max_length=200)
    starts_at = models.DateTimeField(_("bắt đầu"))
    venue = models.CharField(_("địa điểm"), max_length=200, blank=True)
    # the last day for the members' opinions, where these are collected in writing (R26-38)
    answers_due_on = models.DateField(_("hạn gửi ý kiến"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=meeting_state_choices, default=MeetingState.PLANNED.value
    )
    times_changed = models.PositiveSmallIntegerField(default=0, editable=False)
    chaired_by = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chủ trì")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thư ký"),
    )
    opened_at = models.DateTimeField(_("khai mạc lúc"), null=True, blank=True)
    closed_at = models.DateTimeField(_("bế mạc lúc"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người bế mạc"),
    )
    minutes_no = models.CharField(_("số biên bản"), max_length=60, blank=True)
    minutes = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("biên bản")
    )
    minutes_content = models.JSONField(null=True, blank=True, editable=False)
    closing_note = models.TextField(_("ý kiến kết luận"), blank=True)
    created_at = models.DateTimeField(_("lập lúc"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    found_by: ClassVar = ("title", "venue")
    search_text = SearchField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("phiên họp")
        verbose_name_plural = _("phiên họp")
        ordering: ClassVar = ["-starts_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[*sorted(UPCOMING), MeetingState.CANCELLED], opened_at__isnull=True)
                | Q(
                    state__in=[MeetingState.OPEN, MeetingState.CLOSED],
                    opened_at__isnull=False,
                    rules__isnull=False,
                    chaired_by__isnull=False,
                ),
                name="review_open_meeting_has_rules",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CLOSED) & Q(closed_at__isnull=True)
                | Q(state=MeetingState.CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                & ~Q(minutes_no="")
                & (Q(minutes__isnull=False) | Q(minutes_content__isnull=False)),
                name="review_closed_meeting_has_minutes",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The meeting's own page."""
        return reverse("review:meeting", args=[self.key])

    def number_on(self, at: datetime) -> str:
        """The number of its minutes as it was known to be right at a moment."""
        known = [one for one in self.corrections.all() if one.what == Wrong.NUMBER and one.at <= at]
        return known[-1].right if known else self.minutes_no

    def lets_score(self, seat: Seat) -> bool:
        """Whether the seat gives a score sheet here: by the rules with which the meeting was opened."""
        return seat.scores if self.rules is None else self.rules.lets_score(seat)

    @property
    def is_by_opinion(self) -> bool:
        """Whether the members give their opinions in writing, without sitting together (R26-38)."""
        return self.kind == MeetingKind.WRITTEN_OPINION

    @property
    def is_open(self) -> bool:
        """Whether it is in session."""
        return self.state == MeetingState.OPEN


class Attendance(models.Model):
    """Whether a member takes part, as the secretary wrote it down."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendances")
    is_present = models.BooleanField(_("có mặt"))
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("điểm danh")
        verbose_name_plural = _("điểm danh")
        ordering: ClassVar = ["seat"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="review_attendance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.is_present}"


class AttendanceMark(models.Model):
    """One entry of the attendance list: who came or left when. Never changed; the last one is Attendance."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance_marks")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendance_marks")
    is_present = models.BooleanField(_("có mặt"))
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)
    at = models.DateTimeField(_("ghi lúc"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lần điểm danh")
        verbose_name_plural = _("lần điểm danh")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.seat}: {self.is_present}"
