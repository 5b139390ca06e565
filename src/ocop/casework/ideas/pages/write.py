"""Writing the answers: a page that keeps itself while it is filled in."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from ocop.casework.ideas.about import find_idea
from ocop.casework.ideas.acts.write import WRITE, save_idea
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import Asks
from ocop.foundation.acts.page import context_of, refuse_now
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui import autosave


def write(request: PersonRequest, key: UUID) -> HttpResponse:
    """Keeps what a script sends in between, and the whole on the way to the last page."""
    who, idea = request.who, find_idea(request.who, key)
    form = WRITE.form(request.POST if request.method == "POST" else None, who=who, thing=idea)
    if autosave.is_autosave(request):
        ensure(refuse_now(WRITE, who, idea))
        return autosave.answer(request, form, partial(_keep, form), who.at)
    if form.is_valid() and _is_kept(request, form):
        return redirect("ideas:submit", idea.key)
    if form.is_bound:
        form.thing = find_idea(who, key)
    ensure(refuse_now(WRITE, who, form.thing))
    context = context_of(WRITE, form) | {"autosave_url": request.path}
    return render(request, WRITE.template, context, status=422 if form.is_bound else 200)


def _keep(form: Asks, some: dict[str, Any]) -> None:
    save_idea(form.thing, fields=some, by=form.who.person, at=form.who.at)


def _is_kept(request: PersonRequest, form: Asks) -> bool:
    """Whether the whole form was stored; a refusal stands above it, and what was typed stays."""
    try:
        with autosave.in_order(request, form.who.at):
            _keep(form, form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused.refusal))
        return False
    return True
