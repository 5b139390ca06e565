"""The way of a page that asks before it does and is no common page of an act: it calls one, or several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ocop.foundation.refusals import Refused
from ocop.foundation.ui import keeping
from ocop.foundation.ui.forms import ask_again


def ask(
    request: HttpRequest,
    form: BaseForm,
    do: Callable[[dict[str, Any]], Any],
    done: Callable[[Any], HttpResponse],
    context: dict[str, Any],
    *,
    template: str = "ui/form.html",
) -> HttpResponse:
    """Shows the form; a refusal of the act stands above it, and what was typed stays. What a page's script
    sends under an operation is carried out once. What is written on a long form is kept by the browser until
    it is saved.
    """
    at = timezone.now()
    if keeping.is_question(request) or not keeping.was_kept(request):
        return keeping.once(request, at, lambda: _asked(request, form, do, done, context, template))
    with keeping.turn(request, at) as turn:
        if turn.before is not None:
            return redirect(turn.before["go"])
        return turn.finish(_asked(request, form, do, done, context, template, turn))


def _asked(
    request: HttpRequest,
    form: BaseForm,
    do: Callable[[dict[str, Any]], Any],
    done: Callable[[Any], HttpResponse],
    context: dict[str, Any],
    template: str,
    turn: keeping.Turn | None = None,
) -> HttpResponse:
    is_sent = request.method == "POST" and form.is_valid()
    overtaken = keeping.settle(turn, form) if is_sent and turn is not None else []
    if is_sent and not overtaken:
        try:
            made = do(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, ValidationError(str(refused.refusal), code=refused.refusal.code))
            ask_again(form, refused.refusal.code)
        else:
            return done(made)
    kept = keeping.shown(request, form, "new", overtaken) if keeping.is_long(form) else None
    status = 409 if overtaken else 422 if form.is_bound else 200
    return render(request, template, {"form": form, "keep": kept, **context}, status=status)


def ask_kept(
    request: HttpRequest,
    at: datetime,
    make: Callable[[Any], Any],
    do: Callable[[Any], HttpResponse | None],
    context: dict[str, Any],
    *,
    template: str = "ui/form.html",
    kind: str = "drafts",
) -> HttpResponse:
    """The same for a form on which somebody writes for long: what is typed is kept until it is saved.

    `make(data)` reads what is stored and makes the form; `do(form)` saves it and leads on (None: nothing was
    saved, the page is shown again). Of the `kind` "new" the browser alone keeps what is typed.
    """
    if keeping.is_question(request):
        return keeping.told(request)
    if keeping.is_field(request):
        return keeping.answer(request, at, lambda: make(None))
    form, overtaken, status = make(None), [], 200
    if request.method == "POST":
        with keeping.turn(request, at) as turn:
            if turn.before is not None:
                return redirect(turn.before["go"])
            if "keep-discard" in request.POST:
                keeping.discard(request)
                return redirect(request.get_full_path())
            form = make(request.POST)
            is_settled = form.is_valid() and not (overtaken := keeping.settle(turn, form))
            if is_settled and (response := _done(form, do)) is not None:
                return turn.finish(response)
        is_refused = not form.is_valid() or bool(context.get("refusal"))
        status = 409 if overtaken else 422 if is_refused else 200
    kept = keeping.shown(request, form, kind, overtaken)
    shown = {"form": form, "keep": kept, **context}
    return render(request, template, shown, status=status)


def _done(form: Any, do: Callable[[Any], HttpResponse | None]) -> HttpResponse | None:
    """What came of it; a refusal stands above the form."""
    try:
        return do(form)
    except Refused as refused:
        form.add_error(None, ValidationError(str(refused.refusal), code=refused.refusal.code))
        ask_again(form, refused.refusal.code)
        return None
