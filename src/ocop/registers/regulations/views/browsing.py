"""The rubric browser, open to everyone: any regulation, any set, what each star needs, criteria by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.kernel.calendar.applicable import applicable
from ocop.kernel.law import Regulation
from ocop.kernel.law.model import Anomaly
from ocop.kernel.law.readings import heading_rules
from ocop.registers.programme.selectors import decisions_for, references_for
from ocop.registers.regulations import selectors
from ocop.registers.regulations.labels import LEVELS

LONGEST_QUERY = 80


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every regulation with its dates; the sets of the one in force."""
    regulations = selectors.regulations()
    today = timezone.localdate()
    in_force = next((r for r in regulations if r.effective_from <= today and not _ended(r)), regulations[0])
    return render(request, "regulations/index.html", {"regulations": regulations, **_page(in_force, request)})


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """One regulation: its sets by sector, the search over its criteria, its bands,
    its procedure step by step.
    """
    regulation = _regulation(code)
    context = {"procedures": selectors.procedures(regulation), "levels": LEVELS, **_page(regulation, request)}
    return render(request, "regulations/detail.html", context)


@require_safe
def rubric(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One rubric: parts, sections, criteria, options, star minimums, conditions, doubts."""
    regulation = _regulation(code)
    product_set = regulation.sets.get(number)
    if product_set is None:
        raise Http404
    found = selectors.doubts(regulation, number)
    context = {
        "regulation": regulation,
        "set": product_set,
        "excluding": heading_rules(product_set),
        "needs": selectors.needs(product_set),
        "doubts": found,
        "settled": references_for(regulation.code) if _can_be_decided(found) else {},
        "official": selectors.official_wording(code, number),
        "others": selectors.same_set(regulation, product_set),
    }
    return render(request, "regulations/rubric.html", context)


def settled_doubts(regulation: Regulation, doubts: Mapping[str, Sequence[Anomaly]]) -> dict[str, str]:
    """Those of a set's doubts that the office has settled, as scoring wants them;
    asks only where one can be.
    """
    known = _can_be_decided(doubts)
    return (
        {name: value for name, value in decisions_for(regulation.code).items() if name in known}
        if known
        else {}
    )


def _can_be_decided(doubts: Mapping[str, Sequence[Anomaly]]) -> set[str]:
    return {anomaly.id for group in doubts.values() for anomaly in group if anomaly.can_be_decided}


def _page(regulation: Regulation, request: HttpRequest) -> dict[str, object]:
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    sets = sorted(regulation.sets.values(), key=lambda one: one.number)
    sectors = [(label, list(group)) for label, group in groupby(sets, key=lambda one: one.sector)]
    return {
        "regulation": regulation,
        "sectors": sectors,
        "query": query,
        "hits": selectors.search(regulation, query) if query else [],
        "is_over": _ended(regulation),
    }


def is_in_force(regulation: Regulation) -> bool:
    """Whether a dossier that is made today follows this regulation."""
    today = timezone.localdate()
    return applicable("first", today, today).regulation.code == regulation.code


def _ended(regulation: Regulation) -> bool:
    return regulation.effective_to is not None and regulation.effective_to < timezone.localdate()


def _regulation(code: str) -> Regulation:
    regulation = selectors.find_regulation(code)
    if regulation is None:
        raise Http404
    return regulation
