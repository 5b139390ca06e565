"""Limit days between two rounds: what the office decided, and deciding."""

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
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import BoundaryForm
from ocop.registers.programme.rules import RoundName
from ocop.registers.programme.views.rounds import programme_or_404


def _words(name: RoundName) -> str:
    return _("Đợt %(number)s năm %(year)s") % {"number": name.number, "year": name.year}


@require_safe
def boundaries(request: PersonRequest) -> HttpResponse:
    """The limit days of this year and the next, and the ministry's next rounds."""
    at = timezone.now()
    ensure(permissions.refuse_manage(request.user, at))
    today = timezone.localdate(at)
    found = selectors.boundaries(programme_or_404(), today)
    shown = [{"one": one, "this": _words(one.this), "later": _words(one.later)} for one in found]
    context = {"boundaries": shown, "ministry": selectors.ministry_rounds(today)}
    return render(request, "programme/boundaries.html", context)


def settle(request: PersonRequest, day: str) -> HttpResponse:
    """Decides one limit day, with the paper behind it."""
    at = timezone.now()
    ensure(permissions.refuse_manage(request.user, at))
    programme = programme_or_404()
    found = next(
        (one for one in selectors.boundaries(programme, timezone.localdate(at)) if one.on.isoformat() == day),
        None,
    )
    if found is None:
        raise Http404(_("Không có ngày giáp mốc này."))
    names = {f"{one.number}-{one.year}": one for one in (found.this, found.later)}
    form = BoundaryForm(request.POST or None)
    choice: Any = form.fields["round"]
    choice.choices = [(key, _words(one)) for key, one in names.items()]
    context = {
        "heading": _("Đề nghị ghi đúng ngày %(day)s vào đợt nào?") % {"day": ngay(found.on)},
        "lead": _("Luật viết “trước ngày”. Quyết định này áp dụng cho mọi hồ sơ đề nghị đúng ngày đó."),
        "submit": _("Ghi quyết định"),
        "cancel_url": reverse("programme:boundaries"),
    }

    def save(data: dict[str, Any]) -> Any:
        to = names[data["round"]]
        given = {"proposed_on": found.on, "to": to, "reference": data["reference"]}
        return actions.settle_boundary(programme, **given, by=request.user, at=at)

    def done(_decision: Any) -> HttpResponse:
        messages.success(request, _("Đã ghi quyết định."))
        return redirect("programme:boundaries")

    return ask(request, form, save, done, context)
