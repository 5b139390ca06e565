"""Registering a product: the producer, its place in the classification (`pages/classifying.py`), the name."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products import permissions
from ocop.registers.products.about import NEW, photos_page
from ocop.registers.products.acts import REGISTER, register_product
from ocop.registers.products.acts.register import AsksNewName


@require_safe
def choose_producer(request: PersonRequest) -> HttpResponse:
    """For which producer; with a single one straight on."""
    producers = list(producers_of(request.user, request.who.at).with_places())
    if len(producers) == 1:
        return redirect("products:register", producers[0].slug)
    return render(request, "products/choose_producer.html", {"producers": producers})


def register(request: PersonRequest, producer: str, leaf: str) -> HttpResponse:
    """The name of the product; warns where this producer could not hand in a dossier in the set
    (R26-01, R26-02).
    """
    who = request.who
    chosen = NEW.find(who, producer, leaf)
    NEW.see(who, chosen)
    ensure(REGISTER.refuse(who, chosen))
    product_set = chosen.regulation.sets[chosen.leaf.set_number]
    context = {
        "producer": chosen.producer,
        "leaf": chosen.name,
        "product_set": product_set,
        "set_label": chosen.set_label,
        "warning": permissions.refuse_form(chosen.producer, chosen.regulation, product_set.number),
        "heading": REGISTER.heading,
        "submit": REGISTER.label,
        "cancel_url": NEW.back(chosen),
    }

    def make(data: Any) -> AsksNewName:
        return AsksNewName(data, who=who, thing=chosen)

    def save(form: AsksNewName) -> HttpResponse:
        product = register_product(chosen.producer, **form.given(), by=request.user, at=who.at)
        messages.success(request, str(REGISTER.said))
        return redirect(photos_page(product))

    return ask_kept(request, who.at, make, save, context, template="products/register.html", kind="new")
