"""The page that every act has: it asks, and does what it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ocop.foundation.acts.asks import Asks
from ocop.foundation.acts.model import Act
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.refusals import Refusal, Refused, Text, ensure
from ocop.foundation.ui import keeping
from ocop.foundation.ui.forms import ask_again


def page_of(act: Act) -> Callable[..., HttpResponse]:
    """The view: asks on GET, does it on POST. Whoever may not, or comes too late, reads why."""
    if act.at_once:
        return _named(act, require_POST(_page_at_once(act)))

    def page(request: HttpRequest, **address: Any) -> HttpResponse:
        at = request.who.at  # type: ignore[attr-defined]  # set by the middleware of accounts
        if keeping.is_question(request):
            return keeping.told(request)
        if request.method != "POST":
            return _page(act, request, address, None)
        if act.keep is not None and keeping.is_field(request):
            return keeping.answer(request, at, partial(_asked, act, request, address), act.keep)
        if not (act.keep or act.begins or keeping.was_kept(request)):
            return keeping.once(request, at, lambda: _page(act, request, address, None))
        with keeping.turn(request, at, is_own=act.begins) as turn:
            if turn.before is not None:
                return redirect(turn.before["go"])
            return turn.finish(_page(act, request, address, turn))

    return _named(act, page)


def _asked(act: Act, request: HttpRequest, address: dict[str, Any]) -> Asks:
    """The form with the field that was sent, for who may write in it now."""
    who = request.who  # type: ignore[attr-defined]
    thing = act.about.find(who, **address)
    act.about.see(who, thing)
    ensure(refuse_now(act, who, thing))
    return act.form(request.POST, who=who, thing=thing, query=request.GET)


def _page(act: Act, request: HttpRequest, address: dict[str, Any], turn: keeping.Turn | None) -> HttpResponse:
    who = request.who  # type: ignore[attr-defined]
    thing = act.about.find(who, **address)
    if _is_done(act, who, thing):
        return redirect(_next(act, thing, None))
    overtaken: list[Any] = []
    if request.method == "POST":
        form = act.form(request.POST, request.FILES, who=who, thing=thing, query=request.GET)
        try:
            is_open = form.is_valid()
            if is_open and turn is not None:
                overtaken = keeping.settle(turn, form)
            done, made = carry_out(act, form) if is_open and not overtaken else (False, None)
        except Refused:
            thing = act.about.find(who, **address)
            if not _is_done(act, who, thing):
                act.about.see(who, thing)
                raise
            return redirect(_next(act, thing, None))  # the other of two clicks did it meanwhile
        if done:
            return _done(request, act, form, made)
        # as it is stored: what a refused act had changed of the old one was taken back
        thing = form.thing = act.about.find(who, **address)
    act.about.see(who, thing)
    ensure(refuse_now(act, who, thing))
    if request.method != "POST":
        form = act.form(who=who, thing=thing, query=request.GET)
    context = context_of(act, form)
    if act.keep or act.begins or keeping.is_long(form):
        kind = "fields" if act.keep else "new"
        context["keep"] = keeping.shown(request, form, kind, overtaken)
    status = 409 if overtaken else 422 if form.is_bound else 200
    return render(request, act.template, context, status=status)


def _page_at_once(act: Act) -> Callable[..., HttpResponse]:
    """Does what a button asks for; a refusal becomes a page."""

    def page(request: HttpRequest, **address: Any) -> HttpResponse:
        who = request.who  # type: ignore[attr-defined]
        thing = act.about.find(who, **address)
        form = act.form(request.POST, who=who, thing=thing, query=request.GET)
        try:
            if form.is_valid():
                made = act.do(thing, **form.given(), by=who.person, at=who.at)
                return _done(request, act, form, made)
            ensure(refuse_now(act, who, thing))
        except Refused:
            act.about.see(who, thing)
            raise
        return redirect(act.about.back(thing))

    return page


def _named(act: Act, page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    page.act = act  # type: ignore[attr-defined]  # `ocop addresses` names its file
    page.__doc__, page.__module__ = act.do.__doc__, act.do.__module__
    return page


def _done(request: HttpRequest, act: Act, form: Asks, made: Any) -> HttpResponse:
    """Says that it was done, and goes on."""
    thing = form.thing
    said = act.said(thing, made) if callable(act.said) else act.said
    if said and keeping.files_sent(request, 1):  # of several files that go one by one the last says it
        messages.success(request, str(said))
    return redirect(form.onward() or _next(act, thing, made))


def _is_done(act: Act, who: Any, thing: Any) -> bool:
    """Whether it was done already, for somebody who may see that."""
    if act.is_done is None or not act.is_done(thing):
        return False
    act.about.see(who, thing)
    return True


def _next(act: Act, thing: Any, made: Any) -> str:
    return act.then(thing, made) if act.then is not None else act.about.back(thing)


def refuse_now(act: Act, who: Any, thing: Any) -> Refusal | None:
    """Why this person cannot do it now: who may first, then the state."""
    refusal = act.refuse(who, thing)
    if refusal is None and not act.is_open(thing):
        refusal = refuse_state(thing, act.label)
    return refusal


def carry_out(act: Act, form: Asks) -> tuple[bool, Any]:
    """Does the act with what the form gives: whether it was done, and what came of it.

    A refusal stands in the form, and nothing typed is lost; a conflict with somebody else is raised on,
    unless it is about what stands in a field.
    """
    things = () if form.thing is None else (form.thing,)
    try:
        return True, act.do(*things, **form.given(), by=form.who.person, at=form.who.at)
    except Refused as refused:
        field = form.field_of(refused.refusal.code)
        if refused.refusal.is_conflict and field is None:
            raise
        form.add_error(field, ValidationError(str(refused.refusal), code=refused.refusal.code))
        ask_again(form, refused.refusal.code)
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


def _text(words: Text | Callable[[Any], Text], thing: Any) -> Text:
    return words(thing) if callable(words) else words
