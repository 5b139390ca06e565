"""Handing in, the receipt, what changed since, taking back."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.documents import read_changes, receipt_link
from ocop.casework.dossiers.forms.producer import ReasonForm, StatementForm
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.rules.changes import changes
from ocop.casework.dossiers.rules.completeness import GapCode
from ocop.casework.dossiers.selectors import missing
from ocop.casework.dossiers.views.case import clock
from ocop.casework.dossiers.views.loading import head, tabs, visible
from ocop.casework.dossiers.views.steps import lacks
from ocop.foundation.documents.engines import qr
from ocop.foundation.ui.refusals import ensure
from ocop.kernel.canonical import short_code


def submit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything that is missing, each thing with its link; then the statement and handing in."""
    at = timezone.now()
    dossier = visible(request, key, at)
    form = StatementForm(request.POST if request.method == "POST" else None, initial={"request_key": uuid4()})
    if request.method == "POST" and form.is_valid():
        submission = _submitted(request, dossier, form.cleaned_data["request_key"], at)
        if submission is not None:
            return redirect(submission)
    ensure(permissions.refuse_submit(request.user, dossier, at))
    gaps = [
        gap
        for gap in missing(dossier, person=request.user, at=at)
        if gap.code is not GapCode.STATEMENT_MISSING
    ]
    context = head(dossier) | {
        "form": form,
        "lacks": lacks(dossier, gaps),
        "cancel_url": reverse("dossiers:detail", args=[dossier.key]),
        "has_earlier": dossier.submissions.exists(),
    }
    return render(request, "dossiers/submit.html", context, status=422 if form.errors else 200)


def _submitted(request: HttpRequest, dossier: Dossier, request_key: UUID, at: Any) -> Submission | None:
    """The receipt; None when something is missing, which the page then names."""
    try:
        return actions.submit(dossier, request_key=request_key, declared_true=True, by=request.user, at=at)
    except actions.Incomplete as incomplete:
        messages.warning(request, str(incomplete.refusal.what))
        return None


def receipt(request: HttpRequest, key: UUID, code: str) -> HttpResponse:
    """The receipt of one handing-in: code, time, hash, due date."""
    at = timezone.now()
    dossier = visible(request, key, at)
    submission = get_object_or_404(Submission.objects.select_related("by"), dossier=dossier, code=code)
    context = head(dossier) | {
        "submission": submission,
        "qr": mark_safe(qr.svg(receipt_link(submission))),  # noqa: S308 - drawn by our own engine
        "short_hash": short_code(submission.content_hash),
        **clock(dossier, at),
    }
    return render(request, "dossiers/receipt.html", context)


def compare(request: HttpRequest, key: UUID) -> HttpResponse:
    """What changed between two handings-in; by default the last two."""
    at = timezone.now()
    dossier = visible(request, key, at)
    filed = list(dossier.submissions.order_by("number"))
    pairs = [
        (new, read_changes(changes(old.content, new.content), new.content)) for old, new in pairwise(filed)
    ]
    context = head(dossier) | {"tabs": tabs(request, dossier), "pairs": pairs[::-1]}
    return render(request, "dossiers/changes.html", context)


def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks why, then takes the dossier back."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_withdraw(request.user, dossier, at))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(dossier, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, _("Đã rút hồ sơ. Bạn có thể mở hồ sơ mới cho sản phẩm này."))
        return redirect(dossier)
    context = {
        "heading": _("Rút hồ sơ"),
        "question": _("Hồ sơ dừng lại và không được đánh giá. Nội dung đã nộp vẫn được lưu."),
        "submit": _("Rút hồ sơ"),
        "cancel_url": reverse("dossiers:detail", args=[dossier.key]),
        "form": form,
        "danger": True,
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)
