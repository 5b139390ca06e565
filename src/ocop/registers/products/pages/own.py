"""The producer's products: the list, and the page of one with what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.parts import Happening, Todo
from ocop.kernel.law import load_regulations
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products import permissions, selectors
from ocop.registers.products.about import visible_product
from ocop.registers.products.authority import managed_by
from ocop.registers.products.labels import ACTS, SECTIONS, STANDING_KINDS, STANDINGS
from ocop.registers.products.models import Product, Recognition

LATEST = 12


@require_safe
def own(request: PersonRequest) -> HttpResponse:
    """My products, each with its picture and where it stands."""
    at = request.who.at
    products = selectors.products_of(request.user, at).prefetch_related(
        selectors.shown_photos(), selectors.public_recognitions()
    )
    today = timezone.localdate(at)
    context = {
        "products": [
            (product, _shown(product.public_recognitions, today))  # type: ignore[attr-defined]
            for product in products
        ],
        "has_producer": producers_of(request.user, at).exists(),
    }
    return render(request, "products/own.html", context)


def _shown(recognitions: list[Recognition], today: date) -> dict[str, Any] | None:
    """The recognition that stands for the product, with its standing in words."""
    recognition = selectors.current_recognition(recognitions, today)
    if recognition is None:
        return None
    standing = selectors.standing_of(recognition, today)
    return {
        "recognition": recognition,
        "word": STANDINGS[standing.kind],
        "kind": STANDING_KINDS[standing.kind],
        "until": standing.until,
        "is_good": standing.is_good,
    }


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """One product: what is known, what is missing, what comes next, what happened."""
    who = request.who
    at = who.at
    product = visible_product(who, slug)
    recognitions = list(product.recognitions.prefetch_related("events"))
    today = timezone.localdate(at)
    may_amend = permissions.refuse_amend(who, product) is None
    closed = permissions.refuse_classify(who, product) if may_amend else None
    missing = selectors.missing_facts(product)
    context = {
        "product": product,
        "may_amend": may_amend,
        "is_own": selectors.products_of(request.user, at).filter(pk=product.pk).exists(),
        "photos": product.photos.filter(is_withdrawn=False).select_related("file"),
        "steps": steps_of(product, missing, may_amend=may_amend, closed=closed),
        "missing": len(missing),
        "warning": _form_warning(product),
        "holder_ended": selectors.holder_ended(product),
        "recognitions": [_shown([one], today) for one in recognitions],
        "shown": _shown([one for one in recognitions if one.status_code in selectors.PUBLIC_STATUSES], today),
        "managed_by": _managed_by(product, recognitions, today),
        "dossiers": product.dossiers.visible_to(request.user, at),
        "entries": [_entry(row) for row in history(product)[:LATEST]],
    }
    return render(request, "products/detail.html", context)


def _managed_by(product: Product, recognitions: list[Recognition], today: date) -> str | None:
    """Who answers today for the newest recognition; districts and old provinces answer no more."""
    newest = next((one for one in recognitions if one.status_code in selectors.PUBLIC_STATUSES), None)
    return managed_by(newest.stars, product.place, today) if newest else None


def _form_warning(product: Product) -> Refusal | None:
    regulation = load_regulations().get(product.regulation_code)
    if regulation is None or product.set_number is None:
        return None
    return permissions.refuse_form(product.producer, regulation, product.set_number)


def steps_of(
    product: Product, missing: list[str], *, may_amend: bool, closed: Refusal | None = None
) -> list[Todo]:
    """The pages of facts with what is done and what is missing.
    `closed`: why another set cannot be chosen now.
    """
    empty = {
        "story": not product.has_story, "season": not product.months,
        "trace": not (product.gtin or product.trace_url),
    }  # fmt: skip
    steps = []
    for section, label in SECTIONS.items():
        state = "todo" if section in missing else "optional" if empty.get(section) else "done"
        note, is_open = "", may_amend
        if section == "classification":
            note, is_open = (
                f"{product.set_name}. {closed.why}" if closed else product.set_name,
                may_amend and not closed,
            )
        steps.append(Todo(label, state, _url(product, section) if is_open else "", note))
    return steps


def _url(product: Product, section: str) -> str:
    pages = {"photos": "products:photos", "classification": "products:classify"}
    if section in pages:
        return reverse(pages[section], args=[product.slug])
    return reverse("products:amend", args=[product.slug, section])


def _entry(row: Any) -> Happening:
    return Happening(ACTS.get(row.action, row.action), row.at, row.by_name, row.reason)
