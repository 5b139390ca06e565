"""Decisions with the products they decide on."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.labels import (
    decision_kind_choices,
    decision_state_choices,
    district_authority,
)
from ocop.casework.certificates.models.visible import DecisionItemQuerySet, DecisionQuerySet
from ocop.casework.certificates.rules import GIVES_CERTIFICATES, DecisionKind
from ocop.casework.certificates.states import WORKFLOW, DecisionState
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.labels import level_choices
from ocop.foundation.accounts.rules import Level
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import Wrong
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Programme


class Decision(models.Model):
    """An act of the authority on results of the council. Number and date come from the records office.

    Who drafts does not sign. A signed decision never changes; a wrong number or name is put right by a
    correcting paper. `number_turn` counts the decisions that had borne its number by mistake before.
    """

    workflow: ClassVar = WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="decisions")
    level = models.CharField(
        _("cấp quyết định"), max_length=12, choices=level_choices, default=Level.PROVINCE.value
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("huyện")
    )
    kind = models.CharField(_("loại quyết định"), max_length=20, choices=decision_kind_choices)
    state = models.CharField(
        _("trạng thái"), max_length=14, choices=decision_state_choices, default=DecisionState.DRAFT.value
    )
    subject = models.CharField(_("trích yếu"), max_length=300)
    # what the office wrote in the articles of its Word file, by their names
    texts = models.JSONField(_("nội dung viết thêm"), default=dict, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người soạn")
    )
    created_at = models.DateTimeField(_("soạn lúc"))
    submitted_at = models.DateTimeField(_("trình lúc"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người trình"),
    )
    letter_no = models.CharField(_("số tờ trình"), max_length=60, blank=True)
    letter_on = models.DateField(_("ngày tờ trình"), null=True, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    number_year = models.PositiveSmallIntegerField(_("năm của số"), null=True, blank=True, editable=False)
    number_turn = models.PositiveSmallIntegerField(default=0, editable=False)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    signed_at = models.DateTimeField(_("ghi nhận ký lúc"), null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người ký"),
    )
    signer_name = models.CharField(_("họ tên người ký"), max_length=120, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    found_by: ClassVar = ("number", "subject")
    search_text = SearchField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định")
        verbose_name_plural = _("quyết định")
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    state=DecisionState.SIGNED,
                    signed_on__isnull=False,
                    signed_at__isnull=False,
                    signer__isnull=False,
                )
                & ~Q(number="")
                & ~Q(signer_name="")
                | ~Q(state=DecisionState.SIGNED)
                & Q(number="", signed_on__isnull=True, signed_at__isnull=True, signer__isnull=True),
                name="certificates_signed_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(level=Level.DISTRICT.value, place__isnull=False)
                | Q(level=Level.PROVINCE.value, place__isnull=True),
                name="certificates_district_has_place",
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("drafted_by")),
                name="certificates_drafter_never_signs",
            ),
            models.UniqueConstraint(
                fields=["programme", "number", "number_year", "number_turn"],
                condition=~Q(number="") & Q(place__isnull=True),
                name="certificates_number_once_a_year",
            ),
            models.UniqueConstraint(
                fields=["place", "number", "number_year", "number_turn"],
                condition=~Q(number="") & Q(place__isnull=False),
                name="certificates_district_number_once_a_year",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.subject

    def get_absolute_url(self) -> str:
        """The decision's own page."""
        return reverse("certificates:decision", args=[self.key])

    def number_on(self, at: datetime) -> str:
        """Its number as it was known to be right at a moment."""
        known = [one for one in self.corrections.all() if one.what == Wrong.NUMBER and one.at <= at]
        return known[-1].right if known else self.number

    @property
    def authority(self) -> str:
        """Whose act it is: the Chair of the province;
        before July 2025 that of the district for its 3 stars.
        """
        return self.programme.authority_name if self.place is None else district_authority(self.place)

    @property
    def is_recognition(self) -> bool:
        """Whether it recognises 3 and 4 stars."""
        return self.kind == DecisionKind.RECOGNITION

    @property
    def gives_certificates(self) -> bool:
        """Whether each of its products gets a certificate."""
        return self.kind in GIVES_CERTIFICATES

    @property
    def is_replacement(self) -> bool:
        """Whether it gives certificates in place of others."""
        return self.kind == DecisionKind.REPLACEMENT

    @property
    def is_signed(self) -> bool:
        """Whether it is in force."""
        return self.state == DecisionState.SIGNED


class DecisionItem(models.Model):
    """One product of a decision with the council's total and the stars decided.

    `printed` is what decision and certificate say of it (names and place as they were at signing), `photo`
    the photograph on the certificate; both are frozen by the signature. An item that was taken out is no
    longer live. `answer`: decided on the central result instead of the council's (article 7(4)(g));
    `replaces`: the certificate in whose place a new one is given.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="items")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decision_items")
    product = models.ForeignKey(Product, models.PROTECT, related_name="decision_items")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    stars = models.PositiveSmallIntegerField(_("hạng sao"))
    total = models.DecimalField(_("điểm"), max_digits=5, decimal_places=2)
    is_live = models.BooleanField(default=True, editable=False)
    answer = models.ForeignKey(
        "certificates.CentralAnswer", models.PROTECT, null=True, blank=True, related_name="decision_items"
    )
    replaces = models.ForeignKey(
        "certificates.Certificate", models.PROTECT, null=True, blank=True, related_name="replacements"
    )
    printed = models.JSONField(default=dict, editable=False)
    photo = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = DecisionItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("sản phẩm trong quyết định")
        verbose_name_plural = _("sản phẩm trong quyết định")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision", "item"], name="certificates_item_once_a_decision"),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(is_live=True, answer__isnull=True, replaces__isnull=True),
                name="certificates_item_in_one_live_decision",
            ),
            models.UniqueConstraint(
                fields=["answer"], condition=Q(is_live=True), name="certificates_answer_used_once"
            ),
            models.UniqueConstraint(
                fields=["replaces"], condition=Q(is_live=True), name="certificates_replaced_once"
            ),
            models.CheckConstraint(
                condition=Q(stars__gte=3, stars__lte=5), name="certificates_item_from_three_stars"
            ),
            models.CheckConstraint(
                condition=Q(total__gte=50, total__lte=100), name="certificates_item_from_50_points"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} ({self.stars})"

    @property
    def commune_words(self) -> str:
        """Kind and name of the commune, without its province."""
        commune: str = self.printed["commune"]
        return commune.partition(",")[0]
