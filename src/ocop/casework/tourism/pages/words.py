"""The page on which the words of a route or a chain are written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from ocop.casework.tourism.acts import write_words
from ocop.casework.tourism.forms import WordsForm
from ocop.casework.tourism.models import Chain, Route
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.ui.asking import ask_kept


def edit_words(request: PersonRequest, thing: Route | Chain, heading: str) -> HttpResponse:
    """What is typed is kept until it is saved."""
    context = {
        "heading": heading,
        "kicker": thing.name,
        "kicker_url": thing.get_absolute_url(),
        "cancel_url": thing.get_absolute_url(),
    }

    def make(data: Any) -> WordsForm:
        if request.method == "POST":
            thing.refresh_from_db(fields=["name", "about"])
        return WordsForm(data, initial={"name": thing.name, "about": thing.about})

    def save(form: WordsForm) -> HttpResponse:
        write_words(thing, **form.cleaned_data, by=request.user, at=request.who.at)
        messages.success(request, gettext("Đã lưu. Mọi người chưa thấy cho đến khi bạn cho xem."))
        return redirect(thing)

    return ask_kept(request, request.who.at, make, save, context, template="tourism/edit.html")
