"""Help with short steps, for each kind of person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.outlets.catalogue.helping import HEIGHT, HELP, PICTURE, WIDTH


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Who are you? One way for each kind of person."""
    return render(request, "catalogue/help.html", {"roles": HELP.items()})


@require_safe
def help_of(request: HttpRequest, role: str) -> HttpResponse:
    """The steps of one kind of person."""
    if role not in HELP:
        raise Http404
    context = {
        "help": HELP[role], "picture": PICTURE.format(role=role), "width": WIDTH, "height": HEIGHT,
    }  # fmt: skip
    return render(request, "catalogue/help_of.html", context)
