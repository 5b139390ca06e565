"""Registering a producer, one question after the other:
the form, the name, then what the page of the producer asks.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.ui.asking import ask
from ocop.registers.producers import permissions, selectors
from ocop.registers.producers.acts import REGISTER, register_producer
from ocop.registers.producers.acts.register import AsksName
from ocop.registers.producers.labels import LEGAL_FORM_NOTES, LEGAL_FORM_WORDS, LEGAL_FORMS
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import TOURISM_ONLY, LegalForm


@require_safe
def choose_form(request: PersonRequest) -> HttpResponse:
    """Which kind of unit is it? Each form with what it is in plain words;
    those for tourism only come last.
    """
    forms = [(form, LEGAL_FORMS[form], LEGAL_FORM_NOTES[form]) for form in LEGAL_FORM_WORDS]
    context = {
        "usual": [one for one in forms if one[0] not in TOURISM_ONLY],
        "tourism": [one for one in forms if one[0] in TOURISM_ONLY],
        "for_others": permissions.is_officer(request.user, request.who.at),
    }
    return render(request, "producers/choose_form.html", context)


def register(request: PersonRequest, legal_form: LegalForm) -> HttpResponse:
    """The name; says when a producer of nearly the same name is there already,
    then goes on with the next question.
    """
    form = AsksName(request.POST or None, who=request.who, thing=legal_form)
    alike = _alike_to_ask_about(form)
    context: dict[str, Any] = {
        "heading": LEGAL_FORMS[legal_form],
        "lead": LEGAL_FORM_NOTES[legal_form],
        "submit": REGISTER.confirm,
        "cancel_url": REGISTER.about.back(None),
        "alike": alike,
    }
    if alike:
        form.ask_whether_another()
        return render(request, "producers/register.html", {"form": form, **context}, status=422)

    def save(_data: dict[str, Any]) -> Producer:
        return register_producer(**form.given(), by=request.user, at=request.who.at)

    def done(producer: Producer) -> HttpResponse:
        messages.success(request, str(REGISTER.said))
        return redirect(f"{reverse('producers:amend', args=[producer.slug, 'registration'])}?tiep=1")

    return ask(request, form, save, done, context, template="producers/register.html")


def _alike_to_ask_about(form: AsksName) -> list[Producer]:
    """Look-alikes about which the person has not answered yet."""
    if not form.is_bound or not form.is_valid() or form.cleaned_data["is_another"]:
        return []
    return selectors.alike(form.cleaned_data["name"])


@require_safe
def alike(request: PersonRequest) -> HttpResponse:
    """For the page that is being filled in: producers whose name looks like what was typed."""
    found = selectors.alike(request.GET.get("name", "")[:200])
    return render(request, "producers/_alike.html", {"alike": found})
