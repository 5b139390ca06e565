"""Amending what is known of a product, one page of facts at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.registers.products.about import visible_product
from ocop.registers.products.acts import AMEND, amend_product
from ocop.registers.products.forms import SECTION_FORMS, AsksFacts
from ocop.registers.products.labels import SECTIONS


def amend(request: PersonRequest, slug: str, section: str) -> HttpResponse:
    """One page of facts."""
    who = request.who
    product = visible_product(who, slug)
    ensure(AMEND.refuse(who, product))
    context = {
        "heading": SECTIONS[section],
        "kicker": product.name,
        "kicker_url": product.get_absolute_url(),
        "cancel_url": product.get_absolute_url(),
    }

    def make(data: Any) -> AsksFacts:
        if request.method == "POST":
            product.refresh_from_db(fields=list(SECTION_FORMS[section].base_fields))
        return SECTION_FORMS[section](data, who=who, thing=product)

    def save(form: AsksFacts) -> HttpResponse:
        amended = amend_product(product, **form.given(), by=request.user, at=who.at)
        messages.success(request, str(AMEND.said))
        return redirect(amended)

    return ask_kept(request, who.at, make, save, context, template="products/amend.html")
