"""Choosing results, submitting, returning and dropping."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates import actions, permissions
from ocop.casework.certificates.forms import ChooseForm, ReasonForm, SubmitForm, carries_out
from ocop.casework.certificates.labels import DECISION_KINDS
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import undecided
from ocop.casework.certificates.views.loading import head, preparing, visible
from ocop.casework.review.models import AgendaItem
from ocop.foundation.ui.parts import Tab
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.registers.programme.selectors import current


def draft(request: HttpRequest) -> HttpResponse:
    """Which results go into a new decision; recognition, or approval for the ministry."""
    at = timezone.now()
    ensure(permissions.refuse_prepare(request.user, at))
    kind = _kind(request.GET.get("loai", ""))
    ready = {one: list(undecided(one, request.user, at)) for one in DecisionKind}
    initial = {"items": [str(item.pk) for item in ready[kind]]}
    form = ChooseForm(request.POST or None, choose_from=ready[kind], initial=initial)
    made: list[Any] = []

    def act() -> None:
        programme = current()
        if programme is None:
            raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
        text, items = form.cleaned_data["subject"], form.chosen()
        made.append(
            actions.draft_decision(programme, kind=kind, items=items, subject=text, by=request.user, at=at)
        )

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã soạn dự thảo. Xem lại rồi trình ký."))
        return redirect(made[0])
    url = reverse("certificates:draft")
    tabs = [
        Tab(DECISION_KINDS[one], f"{url}?loai={one}", is_current=one == kind, count=len(ready[one]))
        for one in DecisionKind
    ]
    context = {"form": form, "tabs": tabs, "is_empty": not ready[kind], "kind": kind}
    return render(request, "certificates/draft.html", context)


def _kind(text: str) -> DecisionKind:
    return DecisionKind(text) if text in set(DecisionKind) else DecisionKind.RECOGNITION


def amend(request: HttpRequest, key: UUID) -> HttpResponse:
    """Other products, another subject."""
    at = timezone.now()
    decision = preparing(request, key, at)
    inside = Q(decision_items__decision=decision, decision_items__is_live=True)
    rows = AgendaItem.objects.filter(inside).select_related(
        "meeting", "dossier__product__producer", "dossier__commune__parent__parent"
    )
    present = list(rows.order_by("meeting__closed_at", "position", "pk"))
    initial = {"items": [str(item.pk) for item in present], "subject": decision.subject}
    choices = present + list(undecided(decision.kind, request.user, at))
    form = ChooseForm(request.POST or None, choose_from=choices, initial=initial)

    def act() -> None:
        actions.amend_decision(
            decision, subject=form.cleaned_data["subject"], items=form.chosen(), by=request.user, at=at
        )

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã sửa dự thảo."))
        return redirect(decision)
    context = head(decision) | {"form": form, "heading": _("Sửa dự thảo"), "submit": _("Lưu dự thảo")}
    return render(request, "certificates/task.html", context)


def submit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Puts the draft on the signer's desk."""
    at = timezone.now()
    decision = preparing(request, key, at)
    initial = {"letter_no": decision.letter_no, "letter_on": decision.letter_on}
    form = SubmitForm(request.POST or None, initial=initial)

    def act() -> None:
        given = {name: form.cleaned_data[name] for name in ("letter_no", "letter_on")}
        actions.submit_decision(decision, **given, by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã trình. Người ký nhận được thông báo."))
        return redirect(decision)
    lead = _("Tờ trình chưa có số thì để trống hai ô; quyết định khi đó chỉ ghi tên cơ quan trình.")
    context = head(decision) | {"form": form, "heading": _("Trình ký"), "submit": _("Trình ký"), "lead": lead}
    return render(request, "certificates/task.html", context)


def return_draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """The signer sends it back."""
    at = timezone.now()
    decision = visible(request, key, at)
    ensure(permissions.refuse_sign(request.user, decision, at))
    form = ReasonForm(request.POST or None)

    def act() -> None:
        actions.return_decision(decision, reason=form.cleaned_data["reason"], by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã trả lại. Người soạn nhận được lý do."))
        return redirect(decision)
    context = head(decision) | {"form": form, "heading": _("Trả lại người soạn"), "submit": _("Trả lại")}
    return render(request, "certificates/task.html", context)


def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Gives the draft up."""
    at = timezone.now()
    decision = preparing(request, key, at)
    form = ReasonForm(request.POST or None)

    def act() -> None:
        actions.drop_decision(decision, reason=form.cleaned_data["reason"], by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã bỏ dự thảo. Sản phẩm trong đó dùng được cho quyết định khác."))
        return redirect(decision)
    context = head(decision) | {
        "form": form,
        "heading": _("Bỏ dự thảo"),
        "submit": _("Bỏ dự thảo"),
        "lead": _("Dự thảo vẫn lưu để xem lại, nhưng không dùng được nữa."),
        "danger": True,
    }
    return render(request, "certificates/task.html", context)
