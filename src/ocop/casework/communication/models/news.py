"""Pages of news and guidance with their earlier versions and pictures."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.labels import news_kind_choices, news_state_choices
from ocop.casework.communication.models.visible import NewsQuerySet
from ocop.casework.communication.rules import NEWS_WORKFLOW, NewsKind, NewsState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField

CONTENT = ("title", "summary", "body", "title_en", "summary_en", "body_en")


@dataclass(frozen=True)
class Words:
    """What a page says in one language; `language` is the one it is really written in."""

    title: str
    summary: str
    body: str
    language: str


class NewsPage(models.Model):
    """One page for the public, written by an office for its place. It shows from `publish_on` while it is
    approved.

    Its address is given when it is first approved and never changes. What it said before stays in its
    versions.
    """

    workflow: ClassVar = NEWS_WORKFLOW

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("địa chỉ"), max_length=90, unique=True, null=True, blank=True)
    kind = models.CharField(_("loại"), max_length=10, choices=news_kind_choices)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("địa bàn"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=news_state_choices, default=NewsState.DRAFT.value
    )
    title = models.CharField(_("tiêu đề"), max_length=200)
    summary = models.CharField(_("tóm tắt"), max_length=300, blank=True)
    body = models.TextField(_("nội dung"))
    title_en = models.CharField(_("tiêu đề tiếng Anh"), max_length=200, blank=True)
    summary_en = models.CharField(_("tóm tắt tiếng Anh"), max_length=300, blank=True)
    body_en = models.TextField(_("nội dung tiếng Anh"), blank=True)
    version = models.PositiveIntegerField(_("bản"), default=1)
    publish_on = models.DateField(_("ngày đăng"), null=True, blank=True)
    published_at = models.DateTimeField(_("duyệt đăng lúc"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người duyệt"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người viết")
    )
    created_at = models.DateTimeField(_("viết lúc"))
    found_by: ClassVar = ("title", "summary", "title_en")
    search_text = SearchField()

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = _("bài viết")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "state", "publish_on"], name="communication_news_shown")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(body=""), name="communication_news_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(state=NewsState.PUBLISHED.value)
                | Q(
                    slug__isnull=False,
                    publish_on__isnull=False,
                    published_at__isnull=False,
                    published_by__isnull=False,
                ),
                name="communication_news_approved_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(title_en="", body_en="") | ~Q(title_en="") & ~Q(body_en=""),
                name="communication_news_english_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page at the desk, for those who write and read drafts."""
        return reverse("communication:news_page", args=[self.key])

    @property
    def public_url(self) -> str:
        """Where everyone reads it while it shows; nothing before it was first approved."""
        if self.slug is None:
            return ""
        name = "guidance_page" if self.kind == NewsKind.GUIDANCE else "news_page"
        return reverse(f"catalogue:{name}", args=[self.slug])

    def is_shown_on(self, day: date) -> bool:
        """Whether everyone may read it on a day."""
        return self.state == NewsState.PUBLISHED and self.publish_on is not None and self.publish_on <= day

    def words(self, language: str) -> Words:
        """What it says in a language; in Vietnamese where there is no English."""
        if language == "en" and self.title_en:
            return Words(self.title_en, self.summary_en, self.body_en, "en")
        return Words(self.title, self.summary, self.body, "vi")

    @property
    def content(self) -> dict[str, str]:
        """Everything it says, by field."""
        return {name: getattr(self, name) for name in CONTENT}


class NewsVersion(models.Model):
    """What a page said from one moment on. Never changed."""

    page = models.ForeignKey(NewsPage, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("bản"))
    content = models.JSONField(_("nội dung"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người sửa")
    )
    at = models.DateTimeField(_("sửa lúc"))

    class Meta:
        verbose_name = _("bản của bài viết")
        verbose_name_plural = _("bản của bài viết")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "number"], name="communication_news_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.page} ({self.number})"


class NewsPicture(models.Model):
    """A picture of a page under a number that the text can name. One that was removed keeps its number."""

    page = models.ForeignKey(NewsPage, models.PROTECT, related_name="pictures")
    number = models.PositiveSmallIntegerField(_("số"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    caption = models.CharField(_("chú thích"), max_length=200)
    is_removed = models.BooleanField(_("đã bỏ"), default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người thêm")
    )
    added_at = models.DateTimeField(_("thêm lúc"))

    class Meta:
        verbose_name = _("ảnh của bài viết")
        verbose_name_plural = _("ảnh của bài viết")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "number"], name="communication_news_picture_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & ~Q(caption=""), name="communication_news_picture_whole"
            ),
        ]

    def __str__(self) -> str:
        return self.caption
