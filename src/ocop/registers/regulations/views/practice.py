"""Practice score: anyone tries a rubric, without signing in; nothing is kept but the address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocop.kernel.law import ProductSet, Regulation
from ocop.kernel.scoring import partial
from ocop.kernel.scoring.conditions import ZERO_POINTS
from ocop.registers.regulations import rules, selectors
from ocop.registers.regulations.labels import WORDS
from ocop.registers.regulations.views.browsing import is_in_force, settled_doubts


@require_safe
def practice(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The sheet with everything ticked that stands in the address, and the kernel's result of it."""
    regulation, product_set = scored_set(code, number)
    choices = rules.unpack(product_set, request.GET.get("c", "")) | rules.read_tokens(
        product_set, request.GET.dict()
    )
    facts = rules.read_facts(product_set, request.GET.getlist("k"))
    decisions = settled_doubts(regulation, selectors.doubts(regulation, number))
    rubric = selectors.practice_rubric(regulation, number, frozenset(decisions))
    result = partial(regulation, number, choices, facts, decisions=decisions)
    context = {
        "regulation": regulation,
        "set": product_set,
        "answers": selectors.answers(rubric),
        "chosen": {
            criterion: rules.token_of(product_set.criteria[criterion], c) for criterion, c in choices.items()
        },
        "conditions": rules.conditions(product_set),
        "ticked": facts,
        "outcome": selectors.outcome(rubric, result),
        "zero_rule": next((scope.exclusion for scope in rubric.zero_scopes), None),
        "zero_code": ZERO_POINTS,
        "live": {
            "data": selectors.practice_data(rubric),
            "words": {key: str(text) for key, text in WORDS.items()},
        },
        "may_start": is_in_force(regulation),
        "link": request.build_absolute_uri(request.path + _query(product_set, choices, facts)),
    }
    return render(request, "regulations/practice.html", context)


def scored_set(code: str, number: int) -> tuple[Regulation, ProductSet]:
    """A set whose rubric is in the data; 404 otherwise."""
    regulation = selectors.find_regulation(code)
    product_set = regulation.sets.get(number) if regulation else None
    if regulation is None or product_set is None or not product_set.has_rubric:
        raise Http404
    return regulation, product_set


def _query(product_set: ProductSet, choices: dict, facts: dict) -> str:
    word = rules.pack(product_set, choices)
    pairs = [*([f"c={word}"] if word else []), *(f"k={fact}" for fact in facts)]
    return "?" + "&".join(pairs) if pairs else ""
