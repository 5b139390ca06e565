"""An annulment: why, the paper it rests on, the results and recognitions that it annuls."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.labels import ground_choices, state_choices
from ocop.casework.annulment.models.visible import AnnulmentQuerySet
from ocop.casework.annulment.states import WORKFLOW, AnnulmentState
from ocop.casework.review.models import AgendaItem
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.search.models import SearchField
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


def _person(name: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=name
    )


class Annulment(models.Model):
    """A wrong act is annulled by another, never edited (article 10(1)(b)). Who prepares does not verify, and
    neither of the two signs. One that was decided never changes.

    `basis` is the ministry's request or what shows the fault, `due_on` the day by which the ministry wants it
    done, where its paper names one; `paper` the decision, `file` its PDF; `redo`: the evaluation is done
    again.
    """

    workflow: ClassVar = WORKFLOW
    filled_later: ClassVar = ("file",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="annulments")
    ground = models.CharField(_("căn cứ"), max_length=12, choices=ground_choices)
    reason = models.TextField(_("sai ở đâu"))
    redo = models.BooleanField(_("đánh giá lại"))
    basis = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("hạn Bộ yêu cầu"), null=True, blank=True)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=AnnulmentState.PREPARED.value
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người lập đề nghị")
    )
    prepared_at = models.DateTimeField(_("lập lúc"))
    finding = models.TextField(_("kết quả xác minh"), blank=True)
    verified_by = _person(_("người xác minh"))
    verified_at = models.DateTimeField(_("xác minh lúc"), null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    signer = _person(_("người ký"))
    decided_at = models.DateTimeField(_("ghi nhận quyết định lúc"), null=True, blank=True)
    content = models.JSONField(null=True, blank=True, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    search_text = SearchField()

    objects = AnnulmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc huỷ bỏ")
        verbose_name_plural = _("việc huỷ bỏ")
        ordering: ClassVar = ["-prepared_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    state=AnnulmentState.DECIDED, paper__isnull=False, decided_at__isnull=False,
                    signer__isnull=False, content__isnull=False,
                )
                | ~Q(state=AnnulmentState.DECIDED)
                & Q(paper__isnull=True, decided_at__isnull=True, signer__isnull=True, content__isnull=True),
                name="annulment_decided_has_paper",
            ),
            models.CheckConstraint(
                condition=~Q(ground="ministry") | Q(basis__isnull=False), name="annulment_request_has_paper"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(ground="ministry"),
                name="annulment_ministry_sets_the_day",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("prepared_by")),
                name="annulment_two_people_verify",
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("prepared_by")) & ~Q(signer=F("verified_by")),
                name="annulment_third_person_signs",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        names = [item.product_name for item in self.items.all()[:2]]
        return names[0] if len(names) == 1 else f"{names[0]}, …" if names else str(self.key)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("annulment:detail", args=[self.key])


class AnnulmentItem(models.Model):
    """One wrong act: a recognition, the result of a meeting that it rests on, or a result alone. `left_out`
    says why the decision does not annul it although it was asked for.
    """

    annulment = models.ForeignKey(Annulment, models.PROTECT, related_name="items")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="annulments")
    recognition = models.ForeignKey(
        Recognition, models.PROTECT, null=True, blank=True, related_name="annulments"
    )
    position = models.PositiveSmallIntegerField()
    product_name = models.CharField(_("sản phẩm"), max_length=200)
    producer_name = models.CharField(_("chủ thể"), max_length=200)
    left_out = models.CharField(_("không huỷ bỏ vì"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sản phẩm bị huỷ bỏ")
        verbose_name_plural = _("sản phẩm bị huỷ bỏ")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["annulment", "recognition"], name="annulment_recognition_once"),
            models.UniqueConstraint(fields=["annulment", "item"], name="annulment_result_once"),
            models.CheckConstraint(
                condition=Q(item__isnull=False) | Q(recognition__isnull=False),
                name="annulment_is_about_something",
            ),
        ]

    def __str__(self) -> str:
        return self.product_name
