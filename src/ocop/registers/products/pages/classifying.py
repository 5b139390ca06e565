"""Which kind of product: the classification by steps or by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.kernel.law import Regulation
from ocop.kernel.law.model import Leaf
from ocop.registers.producers.about import visible_producer
from ocop.registers.products import permissions
from ocop.registers.products.about import regulation_in_force, visible_product
from ocop.registers.products.rules import branches, find_leaves


@dataclass(frozen=True)
class Choice:
    """One line to choose: a branch that leads deeper, or a leaf that leads on."""

    label: str
    text: str
    url: str


@require_safe
def classify(request: PersonRequest, producer: str) -> HttpResponse:
    """Which kind of product: sector, group, subgroup of annex I, or found by its everyday name."""
    who = request.who
    owner = visible_producer(who, producer)
    ensure(permissions.refuse_register(who, owner))
    context = {"kicker": owner.name, "back": owner.get_absolute_url()}
    return _classification(request, regulation_in_force(who.at), context, "products:register_leaf", producer)


@require_safe
def reclassify(request: PersonRequest, slug: str) -> HttpResponse:
    """The same for a product that is there already."""
    who = request.who
    product = visible_product(who, slug)
    ensure(permissions.refuse_classify(who, product))
    context = {"kicker": product.name, "back": product.get_absolute_url()}
    return _classification(request, regulation_in_force(who.at), context, "products:classify_leaf", slug)


def _classification(
    request: PersonRequest, regulation: Regulation, context: dict[str, Any], leads_to: str, slug: str
) -> HttpResponse:
    prefix, query = request.GET.get("nhom", "")[:20], " ".join(request.GET.get("q", "").split())[:80]
    leaf_url = {leaf.key: reverse(leads_to, args=[slug, leaf.key]) for leaf in regulation.leaves.values()}
    language = get_language() or "vi"
    if query:
        choices = [_leaf_choice(leaf, leaf_url, language) for leaf in find_leaves(regulation, query)]
    else:
        choices = []
        for branch in branches(regulation, prefix):
            if branch.only_leaf:
                text = "" if branch.key == branch.only_leaf.key else branch.only_leaf.label.text(language)
                choices.append(Choice(branch.label.text(language), text, leaf_url[branch.only_leaf.key]))
            else:
                inside = "; ".join(
                    dict.fromkeys(_below(branch.key, leaf, language) for leaf in branch.leaves)
                )
                choices.append(Choice(branch.label.text(language), inside, f"?nhom={branch.key}"))
        if not choices:
            raise Http404
    context |= {
        "choices": choices,
        "query": query,
        "prefix": prefix,
        "up": f"?nhom={prefix.rpartition('.')[0]}" if "." in prefix else "?",
        "trail": _trail(regulation, prefix, language),
    }
    return render(request, "products/classify.html", context)


def _below(key: str, leaf: Leaf, language: str) -> str:
    """What stands under a branch: groups under a sector, leaves under a group."""
    return leaf.label.text(language) if "." in key else leaf.group.text(language)


def _leaf_choice(leaf: Leaf, urls: dict[str, str], language: str) -> Choice:
    above = dict.fromkeys([leaf.sector.text(language), leaf.group.text(language)])
    above.pop(leaf.label.text(language), None)
    return Choice(leaf.label.text(language), " › ".join(above), urls[leaf.key])


def _trail(regulation: Regulation, prefix: str, language: str) -> str:
    """ "Thực phẩm › Chè": where in the classification one stands; nothing where there is no such place, from
    which somebody may search all the same.
    """
    below = (leaf for leaf in regulation.leaves.values() if leaf.key.startswith(f"{prefix}."))
    if not prefix or (leaf := next(below, None)) is None:
        return ""
    names = [leaf.sector.text(language), leaf.group.text(language)]
    return " › ".join(names[: prefix.count(".") + 1])
