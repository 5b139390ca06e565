"""Keeping a form while it is being filled: what autosave.js sends, and what it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse

from ocop.foundation.ui.refusals import Refused

REFUSED = 422


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script sends some fields of a form in between."""
    return request.method == "POST" and request.headers.get("X-Requested-With") == "autosave"


def answer(request: HttpRequest, form: BaseForm, save: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """Saves the fields that were sent and can be read; says field by field what was refused."""
    names = [name for name in request.POST.getlist("autosave") if name in form.fields]
    errors = {name: list(form.errors[name]) for name in names if name in form.errors}
    good = {name: form.cleaned_data[name] for name in names if name not in errors}
    if good:
        try:
            save(good)
        except Refused as refused:
            errors |= {name: [str(refused)] for name in good}
    return JsonResponse({"errors": errors}, status=REFUSED) if errors else HttpResponse(status=204)
