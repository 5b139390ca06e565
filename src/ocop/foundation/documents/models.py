"""Stored files, papers and running numbers."""

from __future__ import annotations

import re
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.labels import PAPER_KINDS, SCAN_STATES, megabytes, wrong_choices
from ocop.foundation.documents.rules import MEDIA_TYPES, FileKind, ImageSize, PaperKind, ScanState

AUTHORISATION = re.compile(r"/G?UQ\b")
"""The symbol of a paper by which one gives another leave to act."""


class StoredFile(models.Model):
    """One file that somebody handed in or that the application made. Never changed, never deleted.

    The bytes lie under their own hash, so the same bytes are kept once; the row says whose they are. `owner`
    names the package and purpose ("dossiers.evidence") that answers who may read it.
    """

    unvouched: ClassVar = ("id",)  # handed in before the act that it is for
    comes_with: ClassVar = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.CharField(_("thuộc về"), max_length=60)
    sha256 = models.CharField(_("mã băm"), max_length=64, db_index=True)
    name = models.CharField(_("tên tệp"), max_length=200)
    media_type = models.CharField(_("loại"), max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    pages = models.PositiveIntegerField(_("số trang"), null=True, blank=True)
    width = models.PositiveIntegerField(_("rộng"), null=True, blank=True)
    height = models.PositiveIntegerField(_("cao"), null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người tải lên")
    )
    uploaded_at = models.DateTimeField(_("tải lên lúc"))
    scan_state = models.CharField(
        _("quét vi-rút"),
        max_length=12,
        choices=[(s, SCAN_STATES[s]) for s in ScanState],
        default=ScanState.UNSCANNED,
    )

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")
        ordering = ["uploaded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_is_not_empty"),
            models.CheckConstraint(
                condition=Q(media_type__in=sorted(MEDIA_TYPES)), name="stored_file_type_is_known"
            ),
            models.CheckConstraint(
                condition=Q(width__isnull=True, height__isnull=True) | Q(width__gt=0, height__gt=0),
                name="stored_file_width_with_height",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> FileKind:
        """The family: PDF, image, DOCX, XLSX, MP4, sound, a table."""
        return MEDIA_TYPES[self.media_type][0]

    @property
    def is_image(self) -> bool:
        """Whether it has pictures for display."""
        return self.kind == FileKind.IMAGE

    @property
    def is_previewable(self) -> bool:
        """Whether a page may show it in place: pictures and PDF."""
        return self.kind in {FileKind.IMAGE, FileKind.PDF}

    @property
    def megabytes(self) -> str:
        """Its size for people, in MB."""
        return megabytes(self.size)

    @property
    def public_sound_url(self) -> str:
        """The sound for everyone; answers only where the owner says that it is public."""
        return reverse("documents:public_sound", args=[self.pk])

    def get_absolute_url(self) -> str:
        """The original, for people who may read it."""
        return reverse("documents:file", args=[self.pk])

    @property
    def preview_url(self) -> str:
        """For `img` and `iframe` on our own pages: the picture for display, or the PDF."""
        return reverse("documents:preview", args=[self.pk])

    @property
    def thumb_url(self) -> str:
        """The small picture, for people who may see it."""
        return reverse("documents:image", args=[self.pk, ImageSize.THUMB])

    @property
    def public_url(self) -> str:
        """The picture for display, for everyone; answers only where the owner says that it is public."""
        return reverse("documents:public_image", args=[self.pk, ImageSize.DISPLAY])

    @property
    def public_middle_avif(self) -> str:
        """The same as AVIF."""
        return reverse("documents:public_avif", args=[self.pk, ImageSize.MIDDLE])

    @property
    def public_thumb_avif(self) -> str:
        """The small picture as AVIF."""
        return reverse("documents:public_avif", args=[self.pk, ImageSize.THUMB])

    @property
    def public_card_avif(self) -> str:
        """The picture of a card as AVIF."""
        return reverse("documents:public_avif", args=[self.pk, ImageSize.CARD])

    @property
    def public_middle_url(self) -> str:
        """The picture of a telephone's width, for everyone, under the same condition."""
        return reverse("documents:public_image", args=[self.pk, ImageSize.MIDDLE])

    @property
    def public_card_url(self) -> str:
        """The picture of a card in a list on a telephone, for everyone, under the same condition."""
        return reverse("documents:public_image", args=[self.pk, ImageSize.CARD])

    @property
    def public_thumb_url(self) -> str:
        """The small picture, for everyone; answers only where the owner says that it is public."""
        return reverse("documents:public_image", args=[self.pk, ImageSize.THUMB])


class Paper(models.Model):
    """An official paper that something rests on: its number and date as the records office gave them.

    A number with its symbol is given once a year by one issuer (Decree 30/2020, article 15). A paper whose
    number was wrong stays, and its number is free for the paper that truly bears it (`is_misnumbered`).
    """

    filled_later: ClassVar = ("file",)
    comes_with: ClassVar = True

    kind = models.CharField(
        _("loại văn bản"), max_length=20, choices=[(k, v) for k, v in PAPER_KINDS.items()]
    )
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    issued_on = models.DateField(_("ngày ban hành"))
    year = models.PositiveSmallIntegerField(_("năm của số"), editable=False)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200)
    subject = models.CharField(_("trích yếu"), max_length=500)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bản điện tử")
    )
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lưu")
    )
    filed_at = models.DateTimeField(_("lưu lúc"))
    is_misnumbered = models.BooleanField(_("số đã được đính chính"), default=False, editable=False)

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        ordering = ["-issued_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number", "year"],
                condition=Q(is_misnumbered=False),
                name="paper_number_once_a_year",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(issuer="") & ~Q(subject=""), name="paper_says_what_it_is"
            ),
            models.CheckConstraint(condition=Q(kind__in=sorted(PAPER_KINDS)), name="paper_kind_is_known"),
        ]

    @property
    def kind_words(self) -> str:
        """What kind of paper it is; an authorisation (/UQ-…) came as a letter and is none."""
        if self.kind == PaperKind.LETTER and AUTHORISATION.search(self.number):
            return gettext("Văn bản ủy quyền")
        return self.get_kind_display()

    def __str__(self) -> str:
        return f"{self.kind_words} {self.number}"


class CorrectingPaper(models.Model):
    """A paper that corrects another one: it names what is wrong and what is right, and both stay (Decree
    30/2020, article 18). `content` is all that it says, frozen.

    Each package that has papers to correct adds which of them.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.OneToOneField(
        Paper, models.PROTECT, related_name="+", verbose_name=_("văn bản đính chính")
    )
    what = models.CharField(_("đính chính"), max_length=8, choices=wrong_choices)
    wrong = models.CharField(_("đã ghi"), max_length=300)
    right = models.CharField(_("đúng là"), max_length=300)
    reason = models.TextField(_("lý do"))
    content = models.JSONField(_("nội dung"), default=dict, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người đính chính")
    )
    at = models.DateTimeField(_("đính chính lúc"))

    class Meta:
        abstract = True
        verbose_name = _("đính chính")
        verbose_name_plural = _("đính chính")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}"


class Series(models.Model):
    """The last number given out in one series and year; year 0 for a series that never starts again."""

    unvouched: ClassVar = ("*",)  # counts without an act

    name = models.CharField(_("dãy số"), max_length=100)
    year = models.PositiveSmallIntegerField(_("năm"))
    last_number = models.PositiveIntegerField(_("số cuối cùng"), default=0)
    last_at = models.DateTimeField(_("cấp lúc"), null=True)

    class Meta:
        verbose_name = _("dãy số")
        verbose_name_plural = _("dãy số")
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="series_once_a_year")]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"
