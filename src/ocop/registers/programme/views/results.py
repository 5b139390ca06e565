"""Results recorded by hand for a target that no record can count."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recorded
from ocop.foundation.places.models import Place
from ocop.foundation.ui.asking import ask
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import ReasonForm, ResultForm
from ocop.registers.programme.labels import number_words
from ocop.registers.programme.views.loading import kept_file, plan_or_404, target_or_404
from ocop.registers.programme.views.plans import permitted
from ocop.registers.programme.views.showing import scope_words


@require_safe
def results(request: PersonRequest, place: str, year: int, key: str) -> HttpResponse:
    """What was recorded for a target, what was withdrawn and why."""
    at = timezone.now()
    plan = plan_or_404(request, place, year, at)
    target = target_or_404(plan, key)
    rows = list(target.results.select_related("place", "file", "by", "withdrawn_by"))
    context = {
        "plan": plan,
        "target": target,
        "number": number_words(target.bound, target.value, target.unit),
        "scope": scope_words(target),
        "rows": rows,
        "total": selectors.total_recorded(target, [row for row in rows if row.is_live]),
        "records": permissions.refuse_running(request.user, plan, at) is None and not target.is_counted,
    }
    return render(request, "programme/results.html", context)


def record(request: PersonRequest, place: str, year: int, key: str) -> HttpResponse:
    """One more result."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_running)
    target = target_or_404(plan, key)
    here = reverse("programme:results", args=[*plan.address, key])
    context = {
        "heading": _("Ghi kết quả"),
        "lead": target.name,
        "submit": _("Ghi kết quả"),
        "cancel_url": here,
    }

    @recorded
    def save(data: dict[str, Any]) -> Any:
        where = Place.objects.with_parents().get(pk=data["place_id"]) if data["place_id"] else None
        given = {name: data[name] for name in ("on", "amount", "note")}
        file = kept_file(request, data["upload"], at)
        return actions.record_result(target, **given, place=where, file=file, by=request.user, at=at)

    def done(_result: Any) -> HttpResponse:
        messages.success(request, _("Đã ghi kết quả."))
        return redirect(here)

    return ask(
        request, ResultForm(request.POST or None, request.FILES or None, plan=plan), save, done, context
    )


def withdraw(request: PersonRequest, place: str, year: int, key: str, result: int) -> HttpResponse:
    """Takes one back, with the reason."""
    at = timezone.now()
    plan = permitted(request, place, year, at, permissions.refuse_running)
    target = target_or_404(plan, key)
    found = target.results.filter(pk=result).first()
    if found is None:
        raise Http404(_("Không có kết quả này."))
    here = reverse("programme:results", args=[*plan.address, key])
    context = {
        "heading": _("Rút kết quả đã ghi?"),
        "lead": str(found),
        "submit": _("Rút kết quả"),
        "cancel_url": here,
    }

    def save(data: dict[str, Any]) -> Any:
        return actions.withdraw_result(found, **data, by=request.user, at=at)

    return ask(request, ReasonForm(request.POST or None), save, lambda _r: redirect(here), context)
