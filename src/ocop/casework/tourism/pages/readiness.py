"""How ready a place is on the product set of community tourism: a working page of its people."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from ocop.casework.tourism import about
from ocop.casework.tourism.acts import write_readiness
from ocop.casework.tourism.forms import ReadinessForm, chosen
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.casework.tourism.rules import SET_NUMBER
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.kernel.law import Regulation
from ocop.kernel.scoring import partial
from ocop.registers.regulations import rules, selectors


def readiness(request: PersonRequest, slug: str) -> HttpResponse:
    """Every criterion with its choices; beside it what is reached and what is lacking for each star."""
    who = request.who
    spot = about.find_spot(who, slug)
    about.see(who, spot)
    ensure(refuse_keep_spot(who, spot))
    regulation = regulation_of(spot)
    product_set = regulation.sets[SET_NUMBER]
    rubric = selectors.practice_rubric(regulation, SET_NUMBER)
    context = {
        "heading": gettext("Mức sẵn sàng theo bộ tiêu chí số 26"),
        "kicker": spot.name,
        "kicker_url": spot.get_absolute_url(),
        "cancel_url": spot.get_absolute_url(),
        "outcome": selectors.outcome(
            rubric, partial(regulation, SET_NUMBER, rules.unpack(product_set, spot.sheet), {})
        ),
        "is_scored": bool(spot.sheet),
    }

    def make(data: Any) -> ReadinessForm:
        if request.method == "POST":
            spot.refresh_from_db(fields=["sheet"])
        known = chosen(product_set, spot.sheet)
        return ReadinessForm(data, product_set=product_set, rubric=rubric, initial=known)

    def save(form: ReadinessForm) -> HttpResponse:
        write_readiness(spot, regulation_code=regulation.code, sheet=form.sheet(), by=request.user, at=who.at)
        messages.success(request, gettext("Đã lưu phiếu tự chấm."))
        return redirect(request.path)

    return ask_kept(request, who.at, make, save, context, template="tourism/readiness.html")


def regulation_of(spot: Spot) -> Regulation:
    """The regulation of its sheet, else the newest."""
    known = selectors.find_regulation(spot.regulation_code) if spot.regulation_code else None
    return known or selectors.regulations()[0]
