"""Recordings of guidance, each with its words in Vietnamese beside it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.labels import (
    TONGUES,
    TOPICS,
    recording_state_choices,
    tongue_choices,
    topic_choices,
)
from ocop.casework.communication.models.visible import RecordingQuerySet
from ocop.casework.communication.rules import RECORDING_WORKFLOW, RecordingState, Tongue, Topic
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField


class Recording(models.Model):
    """Somebody explains something aloud, for those who read little or speak another language at home.

    The words beside it are always Vietnamese: officers check them, and whoever cannot hear reads them. Its
    sound never changes: another one is another recording.
    """

    workflow: ClassVar = RECORDING_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    topic = models.CharField(_("nội dung"), max_length=10, choices=topic_choices)
    language = models.CharField(_("tiếng nói"), max_length=3, choices=tongue_choices)
    title = models.CharField(_("tên bản ghi âm"), max_length=200)
    transcript = models.TextField(_("lời ghi bằng tiếng Việt"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("địa bàn"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=recording_state_choices, default=RecordingState.DRAFT.value
    )
    published_at = models.DateTimeField(_("đăng lúc"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người đăng"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người tải lên")
    )
    created_at = models.DateTimeField(_("tải lên lúc"))
    found_by: ClassVar = ("title",)
    search_text = SearchField()

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản ghi âm")
        verbose_name_plural = _("bản ghi âm")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["state", "topic", "language"], name="communication_recording_shown")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(transcript=""), name="communication_recording_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(state=RecordingState.PUBLISHED.value)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="communication_recording_published_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The recording at the desk."""
        return reverse("communication:recording", args=[self.key])

    @property
    def topic_word(self) -> str:
        """What it explains, in the language of the page."""
        return str(TOPICS[Topic(self.topic)])

    @property
    def language_word(self) -> str:
        """What is spoken, by its own name."""
        return str(TONGUES[Tongue(self.language)])

    @property
    def is_published(self) -> bool:
        """Whether everyone hears it."""
        return self.state == RecordingState.PUBLISHED
