"""The page that every act has: it asks, and does what it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ocop.foundation.acts.asks import Asks
from ocop.foundation.acts.model import Act
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.ui.refusals import Refusal, Refused, Text, ensure


def page_of(act: Act) -> Callable[..., HttpResponse]:
    """The view: asks on GET, does it on POST. Whoever may not, or comes too late, reads why."""

    def page(request: HttpRequest, **address: Any) -> HttpResponse:
        who = request.who  # type: ignore[attr-defined]  # set by the middleware of accounts
        thing = act.about.find(who, **address)
        if act.is_done is not None and act.is_done(thing):
            return redirect(_next(act, thing, None))
        if request.method == "POST":
            form = act.form(request.POST, request.FILES, who=who, thing=thing, query=request.GET)
            done, made = carry_out(act, form) if form.is_valid() else (False, None)
            if done:
                if said := act.said(thing, made) if callable(act.said) else act.said:
                    messages.success(request, str(said))
                return redirect(_next(act, thing, made))
            thing = act.about.find(who, **address)
        else:
            form = act.form(who=who, thing=thing, query=request.GET)
        ensure(refuse_now(act, who, thing))
        return render(request, act.template, context_of(act, form), status=422 if form.is_bound else 200)

    page.act = act  # type: ignore[attr-defined]  # `ocop addresses` names its file
    page.__doc__, page.__module__ = act.do.__doc__, act.do.__module__
    return page


def refuse_now(act: Act, who: Any, thing: Any) -> Refusal | None:
    """Why this person cannot do it now: who may first, then the state."""
    refusal = act.refuse(who, thing)
    if refusal is None and not act.is_open(thing):
        refusal = refuse_state(thing, act.label)
    return refusal


def carry_out(act: Act, form: Asks) -> tuple[bool, Any]:
    """Does the act with what the form gives: whether it was done, and what came of it.

    A refusal stands in the form, and nothing typed is lost; a conflict with somebody else is raised on.
    """
    things = () if form.thing is None else (form.thing,)
    try:
        return True, act.do(*things, **form.given(), by=form.who.person, at=form.who.at)
    except Refused as refused:
        if refused.refusal.is_conflict:
            raise
        form.add_error(form.field_of(refused.refusal.code), str(refused.refusal))
        return False, None


def context_of(act: Act, form: Asks) -> dict[str, Any]:
    """What the page shows; `show` may say anything better."""
    thing = form.thing
    return {
        **act.about.head(thing),
        "back": act.about.back(thing),
        "heading": _text(act.heading, thing) or act.label,
        "lead": _text(act.lead, thing),
        "submit": act.confirm or act.label,
        "danger": act.danger,
        "form": form,
        **act.show(form),
    }


def _next(act: Act, thing: Any, made: Any) -> str:
    return act.then(thing, made) if act.then is not None else act.about.back(thing)


def _text(words: Text | Callable[[Any], Text], thing: Any) -> Text:
    return words(thing) if callable(words) else words
