"""The way of a page that asks before it does, for packages whose acts have no file of their own yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocop.foundation.refusals import Refused
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
    """Shows the form; a refusal of the act stands above it, and what was typed stays."""
    if request.method == "POST" and form.is_valid():
        try:
            made = do(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, ValidationError(str(refused.refusal), code=refused.refusal.code))
            ask_again(form, refused.refusal.code)
        else:
            return done(made)
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)
