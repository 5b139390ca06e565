"""The producer's own pages: what is known of it, what is still missing, and amending it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask, ask_kept
from ocop.foundation.ui.forms import Form
from ocop.foundation.ui.parts import Happening, Todo
from ocop.registers.producers import actions, permissions, selectors
from ocop.registers.producers.forms import SECTION_FORMS
from ocop.registers.producers.labels import ACTS, SECTIONS
from ocop.registers.producers.models import Producer
from ocop.registers.producers.views.loading import province_code, visible

LATEST = 12
KEPT = {"about"}
"""What somebody writes at length; what is private of a person is left on no machine."""


@require_safe
def own(request: PersonRequest) -> HttpResponse:
    """My producers; with a single one, straight to its page."""
    producers = list(selectors.producers_of(request.user, timezone.now()).with_places())
    if len(producers) == 1:
        return redirect(producers[0])
    return render(request, "producers/own.html", {"producers": producers})


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """Everything about one producer, for its people and its officers."""
    at = timezone.now()
    producer = visible(request, slug, at)
    refusal = permissions.refuse_act(request.user, producer, at)
    may_see = permissions.refuse_see_representative(request.user, producer, at) is None
    context = {
        "producer": producer,
        "may_act": refusal is None,
        "is_own": permissions.acts_for(request.user, producer, at),
        "steps": steps_of(producer, may_act=refusal is None),
        "missing": len(selectors.missing_facts(producer)),
        "representative": selectors.representative(producer, person=request.user, at=at) if may_see else None,
        "may_see_representative": may_see,
        "people": selectors.people_of(producer, at),
        "products": selectors.products_shown(producer),
        "entries": [_entry(row) for row in history(producer)[:LATEST]],
    }
    return render(request, "producers/detail.html", context)


def steps_of(producer: Producer, *, may_act: bool) -> list[Todo]:
    """The pages of facts with what is done and what is missing."""
    missing = selectors.missing_facts(producer)
    is_bare = not (producer.history or producer.organisation)
    steps = []
    for section, label in SECTIONS.items():
        state = "todo" if section in missing else "optional" if section == "about" and is_bare else "done"
        url = reverse("producers:amend", args=[producer.slug, section]) if may_act else ""
        steps.append(Todo(label, state, url))
    return steps


def _entry(row: Any) -> Happening:
    return Happening(ACTS.get(row.action, row.action), row.at, row.by_name, row.reason)


def amend(request: PersonRequest, slug: str, section: str) -> HttpResponse:
    """One page of facts. While registering (`?tiep=1`) each page leads to the next one."""
    at = timezone.now()
    producer = visible(request, slug, at)
    ensure(permissions.refuse_act(request.user, producer, at))
    is_new = "tiep" in request.GET
    onward = _onward(producer, section) if is_new else producer.get_absolute_url()
    context = {
        "heading": SECTIONS[section],
        "producer": producer,
        "section": section,
        "is_new": is_new,
        "onward": onward,
        "cancel_url": producer.get_absolute_url(),
        "submit": _("Ghi và tiếp tục") if is_new else "",
    }

    def make(data: Any) -> Form:
        if request.method == "POST":
            producer.refresh_from_db(fields=["history", "organisation", "local_capital_over_half"])
        return _form(request, producer, section, at, data)

    def save(form: Form) -> HttpResponse:
        _save(request, producer, section, form.cleaned_data, at)
        return done(producer)

    def done(_producer: Producer) -> HttpResponse:
        messages.success(request, _("Đã lưu."))
        return redirect(onward)

    if section in KEPT:
        return ask_kept(request, at, make, save, context, template="producers/amend.html")
    form = _form(request, producer, section, at, request.POST or None)
    save_data = partial(_save, request, producer, section, at=at)
    return ask(request, form, save_data, done, context, template="producers/amend.html")


def _onward(producer: Producer, section: str) -> str:
    """The next page of facts while registering; after the last one the producer's own page."""
    order = list(SECTIONS)
    later = order[order.index(section) + 1 :]
    if not later:
        return producer.get_absolute_url()
    return f"{reverse('producers:amend', args=[producer.slug, later[0]])}?tiep=1"


def _form(request: PersonRequest, producer: Producer, section: str, at: datetime, data: Any) -> Form:
    known: Any = producer
    more: dict[str, Any] = {}
    if section == "representative":
        known = selectors.representative(producer, person=request.user, at=at)
    if section == "place":
        more["province"] = province_code(producer)
    form_class = SECTION_FORMS[section]
    initial = {name: getattr(known, name) for name in form_class.base_fields if hasattr(known, name)}
    if section == "contact":
        initial["is_public"] = producer.contact_is_public_since is not None
    return form_class(data, initial=initial, **more)


def _save(
    request: PersonRequest, producer: Producer, section: str, data: dict[str, Any], at: datetime
) -> Producer:
    if section == "representative":
        return actions.amend_producer(producer, fields={}, representative=data, by=request.user, at=at)
    is_public = data.pop("is_public", None)
    amended = actions.amend_producer(producer, fields=data, representative=None, by=request.user, at=at)
    if is_public is not None:
        actions.share_contact(amended, is_public=is_public, by=request.user, at=at)
    return amended
