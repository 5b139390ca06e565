"""Amending what is known of a producer, one page of facts at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask, ask_kept
from ocop.registers.producers.about import visible_producer
from ocop.registers.producers.acts import AMEND, amend_producer, share_contact
from ocop.registers.producers.forms import SECTION_FORMS, AsksFacts
from ocop.registers.producers.labels import SECTIONS
from ocop.registers.producers.models import Producer

KEPT = {"about"}
"""What somebody writes at length; what is private of a person is left on no machine."""


def amend(request: PersonRequest, slug: str, section: str) -> HttpResponse:
    """One page of facts. While registering (`?tiep=1`) each page leads to the next one."""
    who = request.who
    producer = visible_producer(who, slug)
    ensure(AMEND.refuse(who, producer))
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

    def make(data: Any) -> AsksFacts:
        if request.method == "POST":
            producer.refresh_from_db(fields=["history", "organisation", "local_capital_over_half"])
        return SECTION_FORMS[section](data, who=who, thing=producer)

    def save(form: AsksFacts) -> HttpResponse:
        _save(request, producer, form)
        return done(producer)

    def done(_producer: Producer) -> HttpResponse:
        messages.success(request, str(AMEND.said))
        return redirect(onward)

    template = "producers/amend.html"
    if section in KEPT:
        return ask_kept(request, who.at, make, save, context, template=template)
    form = SECTION_FORMS[section](request.POST or None, who=who, thing=producer)
    return ask(request, form, lambda _data: _save(request, producer, form), done, context, template=template)


def _onward(producer: Producer, section: str) -> str:
    """The next page of facts while registering; after the last one the producer's own page."""
    order = list(SECTIONS)
    later = order[order.index(section) + 1 :]
    if not later:
        return producer.get_absolute_url()
    return f"{reverse('producers:amend', args=[producer.slug, later[0]])}?tiep=1"


def _save(request: PersonRequest, producer: Producer, form: AsksFacts) -> Producer:
    known: dict[str, Any] = {"by": request.user, "at": request.who.at}
    amended = amend_producer(producer, **form.given(), **known)
    if "is_public" in form.cleaned_data:
        share_contact(amended, is_public=form.cleaned_data["is_public"], **known)
    return amended
