"""Entering an activity and amending it: first the plan that it serves, then one form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ocop.casework.support.about import find_activity, find_kind, head_of, see_activity
from ocop.casework.support.acts import EDIT, PLAN, add_beneficiary, edit_activity, plan_activity
from ocop.casework.support.acts.edit import AsksAmended
from ocop.casework.support.acts.plan import AsksNew
from ocop.casework.support.forms.activity import PLAN_PARAM, AsksActivity
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recording
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.parts import Tab
from ocop.foundation.ui.words import said
from ocop.registers.programme.selectors import plans_visible_to

MOST_PLANS = 4
TEMPLATE = "support/activity_form.html"


def plan(request: PersonRequest, kind: str) -> HttpResponse:
    """A new activity of a kind; the product that the address names is helped with it."""
    who = request.who
    row = find_kind(who, kind)
    ensure(PLAN.refuse(who, row))

    def make(data: Any) -> AsksNew:
        return AsksNew(data, who=who, thing=row, query=request.GET)

    def do(form: AsksNew) -> HttpResponse:
        with recording():
            activity = plan_activity(**form.given(), by=request.user, at=who.at)
            if form.product is not None:
                add_beneficiary(activity, product=form.product, by=request.user, at=who.at)
        messages.success(request, str(PLAN.said))
        return redirect(activity)

    blank = make(None)
    page = {"row": row, "kind_name": said(row.label), "heading": PLAN.label, "product": blank.product}
    page["tabs"] = _tabs(request, blank)
    return ask_kept(request, who.at, make, do, page, template=TEMPLATE, kind="new")


def edit(request: PersonRequest, key: UUID) -> HttpResponse:
    """Amends an activity; its plan may change as long as nothing was paid."""
    who = request.who
    activity = find_activity(who, key)
    see_activity(who, activity)
    ensure(EDIT.refuse(who, activity))

    def make(data: Any) -> AsksAmended:
        now = find_activity(who, key)  # as it is when nobody else saves it
        return AsksAmended(data, who=who, thing=now, query=request.GET)

    def do(form: AsksAmended) -> HttpResponse:
        edit_activity(activity, **form.given(), by=request.user, at=who.at)
        messages.success(request, str(EDIT.said))
        return redirect(activity)

    page = head_of(activity) | {"kind_name": activity.kind_name, "heading": EDIT.label}
    page["tabs"] = _tabs(request, make(None))
    return ask_kept(request, who.at, make, do, page, template=TEMPLATE, kind="new")


def _tabs(request: PersonRequest, form: AsksActivity) -> list[Tab]:
    """The newest plans to choose from, the chosen one among them, and none."""
    plans = list(plans_visible_to(request.user, request.who.at)[:MOST_PLANS])
    chosen = form.plan
    if chosen is not None and chosen not in plans:
        plans.append(chosen)
    tabs = [
        Tab(
            _("Kế hoạch %(year)s, %(place)s") % {"year": one.year, "place": one.place.name},
            _with_plan(request, one.pk),
            one == chosen,
        )
        for one in plans
    ]
    return [*tabs, Tab(_("Không theo kế hoạch"), _with_plan(request, 0), chosen is None)]


def _with_plan(request: PersonRequest, number: int) -> str:
    """This address with another plan; what it says besides stays."""
    words = request.GET.copy()
    words[PLAN_PARAM] = str(number)
    return f"{request.path}?{words.urlencode()}"
