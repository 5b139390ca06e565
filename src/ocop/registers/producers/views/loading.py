"""What every page of a producer needs:
the producer that one may see, the province, the form that is acted on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ocop.foundation.ui.refusals import Refused
from ocop.registers.producers.models import Producer
from ocop.registers.programme.selectors import current


def visible(request: HttpRequest, slug: str, at: datetime) -> Producer:
    """The producer if this person may see it; else a page not found, as for one that does not exist."""
    return get_object_or_404(Producer.objects.visible_to(request.user, at).with_places(), slug=slug)


def province_code(producer: Producer | None = None) -> str:
    """The code of the province whose communes a form offers: the programme's;
    failing that the producer's own.
    """
    programme = current()
    if programme is not None:
        return programme.province.code
    return producer.commune.province.code if producer and producer.commune else ""


def act(
    request: HttpRequest,
    form: BaseForm,
    save: Callable[[dict[str, Any]], Any],
    done: Callable[[Any], HttpResponse],
    context: dict[str, Any],
    *,
    template: str = "ui/form.html",
) -> HttpResponse:
    """Shows the form; a refusal of the action stands above it, and what was typed stays."""
    if request.method == "POST" and form.is_valid():
        try:
            result = save(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
        else:
            return done(result)
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)
