"""Doubtful places of the law: what is printed, what is used, and the office's decisions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import SettleForm
from ocop.registers.programme.labels import printed, suggested
from ocop.registers.programme.models import AnomalyDecision
from ocop.registers.programme.selectors import Doubt
from ocop.registers.programme.views.rounds import programme_or_404


@require_safe
def doubts(request: PersonRequest) -> HttpResponse:
    """Every doubt that the office may settle, with the decision where there is one."""
    ensure(permissions.refuse_settle(request.user, timezone.now()))
    found = selectors.doubts(programme_or_404())
    return render(request, "programme/doubts.html", {"doubts": [_shown(one) for one in found]})


def _shown(doubt: Doubt) -> dict[str, Any]:
    language = get_language() or "vi"
    number = doubt.anomaly.set_number
    product_set = doubt.regulation.sets[number] if number else None
    criterion = product_set.criteria.get(doubt.anomaly.criterion or "") if product_set else None
    return {
        "doubt": doubt,
        "set": product_set.label.text(language) if product_set else "",
        "criterion": criterion.label.text(language) if criterion else "",
        "why": doubt.anomaly.why.text(language),
        "published": printed(doubt.anomaly.published),
        "used": printed(doubt.anomaly.used),
        "suggested": suggested(doubt.anomaly),
    }


def settle(request: PersonRequest, regulation: str, anomaly: str) -> HttpResponse:
    """Records by which paper the suggested value is used from now on."""
    at = timezone.now()
    ensure(permissions.refuse_settle(request.user, at))
    programme = programme_or_404()
    found = selectors.doubt(programme, regulation, anomaly)
    if found is None:
        raise Http404
    context = {
        **_shown(found),
        "heading": _("Quyết định điểm chưa rõ"),
        "submit": _("Ghi quyết định"),
        "cancel_url": reverse("programme:doubts"),
    }

    def save(data: dict[str, Any]) -> AnomalyDecision:
        return actions.settle_anomaly(
            programme, regulation_code=regulation, anomaly_id=anomaly, **data, by=request.user, at=at
        )

    def done(_decision: AnomalyDecision) -> HttpResponse:
        messages.success(request, _("Đã ghi. Từ nay chấm điểm theo giá trị này; phiếu đã chốt giữ nguyên."))
        return redirect("programme:doubts")

    return ask(
        request, SettleForm(request.POST or None), save, done, context, template="programme/settle.html"
    )
