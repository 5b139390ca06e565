"""Registering a product: the producer, the classification by steps or by words, the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.kernel.law import Regulation
from ocop.kernel.law.model import Leaf
from ocop.registers.producers.about import visible_producer
from ocop.registers.producers.selectors import producers_of, province_code
from ocop.registers.products import actions, permissions
from ocop.registers.products.forms import NameForm
from ocop.registers.products.rules import branches, find_leaves
from ocop.registers.products.views.loading import regulation_in_force, visible


@require_safe
def choose_producer(request: PersonRequest) -> HttpResponse:
    """For which producer; with a single one straight on."""
    producers = list(producers_of(request.user, timezone.now()).with_places())
    if len(producers) == 1:
        return redirect("products:register", producers[0].slug)
    return render(request, "products/choose_producer.html", {"producers": producers})


@dataclass(frozen=True)
class Choice:
    """One line to choose: a branch that leads deeper, or a leaf that leads on."""

    label: str
    text: str
    url: str


@require_safe
def classify(request: PersonRequest, producer: str) -> HttpResponse:
    """Which kind of product: sector, group, subgroup of annex I, or found by its everyday name."""
    at = timezone.now()
    owner = visible_producer(request.who, producer)
    ensure(permissions.refuse_register(request.user, owner, at))
    context = {"kicker": owner.name, "back": owner.get_absolute_url()}
    return _classification(request, regulation_in_force(at), context, "products:register_leaf", producer)


@require_safe
def reclassify(request: PersonRequest, slug: str) -> HttpResponse:
    """The same for a product that is there already."""
    at = timezone.now()
    product = visible(request, slug, at)
    ensure(permissions.refuse_classify(request.user, product, at))
    context = {"kicker": product.name, "back": product.get_absolute_url()}
    return _classification(request, regulation_in_force(at), context, "products:classify_leaf", slug)


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


def _leaf(regulation: Regulation, key: str) -> Leaf:
    if key not in regulation.leaves:
        raise Http404
    return regulation.leaves[key]


def register(request: PersonRequest, producer: str, leaf: str) -> HttpResponse:
    """The name of the product; warns where this producer could not hand in a dossier in the set
    (R26-01, R26-02).
    """
    at = timezone.now()
    owner = visible_producer(request.who, producer)
    ensure(permissions.refuse_register(request.user, owner, at))
    regulation = regulation_in_force(at)
    chosen = _leaf(regulation, leaf)
    product_set = regulation.sets[chosen.set_number]
    context = {
        "producer": owner,
        "leaf": chosen.label.text(get_language() or "vi"),
        "product_set": product_set,
        "set_label": product_set.label.text(get_language() or "vi"),
        "warning": permissions.refuse_form(owner, regulation, chosen.set_number),
        "heading": _("Tên sản phẩm"),
        "submit": _("Ghi sản phẩm"),
        "cancel_url": reverse("products:register", args=[producer]),
    }

    def make(data: Any) -> NameForm:
        return NameForm(data, province=province_code(owner))

    def save(form: NameForm) -> HttpResponse:
        law = {"regulation_code": regulation.code, "leaf": leaf, "set_number": chosen.set_number}
        product = actions.register_product(owner, fields=form.cleaned_data | law, by=request.user, at=at)
        messages.success(request, _("Đã ghi sản phẩm. Thêm vài tấm ảnh để mọi người nhận ra sản phẩm."))
        return redirect("products:photos", product.slug)

    return ask_kept(request, at, make, save, context, template="products/register.html", kind="new")


def choose_leaf(request: PersonRequest, slug: str, leaf: str) -> HttpResponse:
    """Asks, then puts the product into another set."""
    at = timezone.now()
    product = visible(request, slug, at)
    ensure(permissions.refuse_classify(request.user, product, at))
    regulation = regulation_in_force(at)
    chosen = _leaf(regulation, leaf)
    if request.method == "POST":
        fields = {"regulation_code": regulation.code, "leaf": leaf, "set_number": chosen.set_number}
        actions.amend_product(product, fields=fields, by=request.user, at=at)
        messages.success(request, _("Đã lưu nhóm sản phẩm."))
        return redirect(product)
    language = get_language() or "vi"
    set_label = regulation.sets[chosen.set_number].label.text(language)
    warning = permissions.refuse_form(product.producer, regulation, chosen.set_number)
    context = {
        "heading": _("Xếp “%(product)s” vào nhóm này?") % {"product": product.name},
        "question": str(warning or ""),
        "details": [
            (_("Nhóm"), chosen.label.text(language)),
            (
                _("Bộ tiêu chí"),
                _("Bộ %(number)s: %(name)s") % {"number": chosen.set_number, "name": set_label},
            ),
        ],
        "submit": _("Chọn nhóm này"),
        "cancel_url": reverse("products:classify", args=[slug]),
    }
    return render(request, "ui/confirm.html", context)
