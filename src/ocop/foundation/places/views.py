"""The public search for places, the page of one place, and the options of the commune picker."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.places import labels, selectors
from ocop.foundation.places.rules import level_of_code

LONGEST_QUERY = 80
EXAMPLES = ("Bản Lầu, Mường Khương", "Bát Xát", "TX Nghĩa Lộ", "Yên Bái")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What a unit, past or present, is today. Open to all, sets no cookie."""
    today = timezone.localdate()
    query = _query(request)
    results = [(found, labels.what_it_is_today(found)) for found in selectors.find(query, today)]
    context = {"query": query, "results": results, "most": selectors.MOST_FOUND, "examples": EXAMPLES}
    return render(request, "places/search.html", context)


@require_safe
def detail(request: HttpRequest, code: str, day: date) -> HttpResponse:
    """The unit that bore `code` on `day`: what it is today, what it was before, what it consists of."""
    level = level_of_code(code)
    unit = selectors.place(code, level, day) if level else None
    if unit is None:
        raise Http404
    found = selectors.Found(unit, tuple(selectors.today_of(unit, timezone.localdate())))
    context = {
        "unit": unit,
        "found": found,
        "sentence": labels.what_it_is_today(found),
        "formerly": selectors.formerly(unit),
        "parts": selectors.parts_of(unit),
        "same_code": selectors.same_code(unit),
    }
    return render(request, "places/detail.html", context)


@require_safe
def options_of_picker(request: HttpRequest) -> HttpResponse:
    """The communes of a province (`tinh`) that answer to what was typed in the box
    (named in `o`), for the picker.
    """
    province = request.GET.get("tinh", "")[:2]
    query = _query(request, request.GET.get("o", "q"))
    choices = selectors.choices_of(province, query, timezone.localdate())
    options = [(choice.place, labels.choice_label(choice)) for choice in choices]
    context = {"options": options, "query": query, "by_code": request.GET.get("gia-tri") == "ma"}
    return render(request, "places/widgets/options.html", context)


def _query(request: HttpRequest, name: str = "q") -> str:
    return " ".join(request.GET.get(name, "").split())[:LONGEST_QUERY]
