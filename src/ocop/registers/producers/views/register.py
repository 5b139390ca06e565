"""Registering a producer, one question after the other:
the form, the name, then what the page of the producer asks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.ui.asking import ask
from ocop.registers.producers import actions, permissions, selectors
from ocop.registers.producers.forms import NewNameForm
from ocop.registers.producers.labels import LEGAL_FORM_NOTES, LEGAL_FORM_WORDS, LEGAL_FORMS
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import TOURISM_ONLY, LegalForm, Source


@require_safe
def choose_form(request: PersonRequest) -> HttpResponse:
    """Which kind of unit is it? Each form with what it is in plain words;
    those for tourism only come last.
    """
    forms = [(form, LEGAL_FORMS[form], LEGAL_FORM_NOTES[form]) for form in LEGAL_FORM_WORDS]
    context = {
        "usual": [one for one in forms if one[0] not in TOURISM_ONLY],
        "tourism": [one for one in forms if one[0] in TOURISM_ONLY],
        "for_others": permissions.is_officer(request.user, timezone.now()),
    }
    return render(request, "producers/choose_form.html", context)


def register(request: PersonRequest, legal_form: LegalForm) -> HttpResponse:
    """The name; says when a producer of nearly the same name is there already,
    then goes on with the next question.
    """
    at = timezone.now()
    form = NewNameForm(request.POST or None, legal_form=legal_form)
    alike = _alike_to_ask_about(form)
    context: dict[str, Any] = {
        "heading": LEGAL_FORMS[legal_form],
        "lead": LEGAL_FORM_NOTES[legal_form],
        "submit": _("Ghi và tiếp tục"),
        "cancel_url": reverse("producers:register"),
        "alike": alike,
    }
    if alike:
        form.ask_whether_another()
        return render(request, "producers/register.html", {"form": form, **context}, status=422)

    def save(data: dict[str, Any]) -> Producer:
        fields = {
            "name": data["name"],
            "legal_form": legal_form,
            "enterprise_size": data.get("enterprise_size", ""),
        }
        return _register(request, fields, at)

    def done(producer: Producer) -> HttpResponse:
        messages.success(request, _("Đã ghi tên chủ thể. Trả lời tiếp vài câu ngắn; để sau cũng được."))
        return redirect(f"{reverse('producers:amend', args=[producer.slug, 'registration'])}?tiep=1")

    return ask(request, form, save, done, context, template="producers/register.html")


def _alike_to_ask_about(form: NewNameForm) -> list[Producer]:
    """Look-alikes about which the person has not answered yet."""
    if not form.is_bound or not form.is_valid() or form.cleaned_data["is_another"]:
        return []
    return selectors.alike(form.cleaned_data["name"])


def _register(request: PersonRequest, fields: dict[str, Any], at: datetime) -> Producer:
    """For oneself; by an officer for a producer of the own commune."""
    source = Source.SELF
    if permissions.is_officer(request.user, at):
        source = Source.OFFICE
        appointments = appointments_on(request.user, at)
        fields["commune"] = next(
            (a.office.place for a in appointments if a.role == Role.COMMUNE_OFFICER), None
        )
    return actions.register_producer(
        fields=fields, representative=None, by=request.user, at=at, source=source
    )


@require_safe
def alike(request: PersonRequest) -> HttpResponse:
    """For the page that is being filled in: producers whose name looks like what was typed."""
    found = selectors.alike(request.GET.get("name", "")[:200])
    return render(request, "producers/_alike.html", {"alike": found})
