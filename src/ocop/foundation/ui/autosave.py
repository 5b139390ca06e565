"""Keeping a form while it is being filled: what autosave.js sends, and what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse

from ocop.foundation.refusals import Refused
from ocop.foundation.ui.turns import OVERTAKEN, take_turn

REFUSED = 422
SUPERSEDED = 409


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script sends some fields of a form in between."""
    return request.method == "POST" and request.headers.get("X-Requested-With") == "autosave"


@contextmanager
def in_order(request: HttpRequest, at: datetime) -> Iterator[None]:
    """Around what stores the form, some fields of it or all: refused when its page sent a later save that was
    taken.

    A form that was sent without scripts has no number and is always taken.
    """
    with transaction.atomic():
        if (turn := _turn(request)) is not None:
            take_turn(*turn, is_whole=not is_autosave(request), at=at)
        yield


def _turn(request: HttpRequest) -> tuple[UUID, int] | None:
    """The page as its script calls it and the number of this save."""
    page, number = request.POST.get("autosave-page", ""), request.POST.get("autosave-number", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    try:
        return UUID(page), int(number)
    except ValueError:
        return None


def answer(
    request: HttpRequest, form: BaseForm, save: Callable[[dict[str, Any]], object], at: datetime
) -> HttpResponse:
    """Saves the fields that were sent and can be read; says field by field what was refused."""
    names = [name for name in request.POST.getlist("autosave") if name in form.fields]
    errors = {name: list(form.errors[name]) for name in names if name in form.errors}
    good = {name: form.cleaned_data[name] for name in names if name not in errors}
    if good:
        try:
            with in_order(request, at):
                save(good)
        except Refused as refused:
            if refused.refusal.code == OVERTAKEN:
                return JsonResponse({"superseded": True, "errors": errors}, status=SUPERSEDED)
            errors |= {name: [str(refused)] for name in good}
    return JsonResponse({"errors": errors}, status=REFUSED) if errors else HttpResponse(status=204)
