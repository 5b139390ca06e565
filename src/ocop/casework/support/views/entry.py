"""Entering an activity and amending it: first the plan that it serves, then one form."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support import actions, permissions
from ocop.casework.support.forms.activity import ActivityForm, Ground
from ocop.casework.support.models import Activity
from ocop.casework.support.models.visible import places_of
from ocop.casework.support.rules import Kind
from ocop.casework.support.views.loading import head, kind_at, visible
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on, holds
from ocop.foundation.audit.recording import recording
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.parts import Tab
from ocop.foundation.ui.words import said
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Plan
from ocop.registers.programme.selectors import current, plans_visible_to

MOST_PLANS = 4
PLAN_PARAM = "ke-hoach"
TEMPLATE = "support/activity_form.html"


def plan(request: PersonRequest, kind: str) -> HttpResponse:
    """A new activity of a kind."""
    at, row = timezone.now(), kind_at(kind)
    ensure(permissions.refuse_plan(request.user, at))
    chosen = _plan_of(request, at)
    ground = _ground(request, chosen, None, at)
    product = _product_named(request, at)
    known = _known(request, row, product)

    def make(data: Any) -> ActivityForm:
        return ActivityForm(data, kind=row, ground=ground, plan=chosen, initial=known)

    def do(form: ActivityForm) -> HttpResponse:
        with recording():
            activity = actions.plan_activity(kind=row.key, **form.values(), by=request.user, at=at)
            if product is not None:
                actions.add_beneficiary(activity, product=product, by=request.user, at=at)
        messages.success(request, _("Đã ghi hoạt động."))
        return redirect(activity)

    page = {"row": row, "kind_name": said(row.label), "heading": _("Ghi hoạt động"), "product": product}
    page["tabs"] = _tabs(request, chosen, at)
    return ask_kept(request, at, make, do, page, template=TEMPLATE, kind="new")


def _known(request: PersonRequest, row: Kind, product: Product | None) -> dict[str, Any]:
    """What the address already says, the own agency, and the place of the product that shall be helped."""
    offices = [one.office.name for one in appointments_on(request.user, timezone.now())]
    known = {"agency": offices[0] if offices else "", "name": request.GET.get("ten", "")[:300]}
    if product is None:
        return known
    name = f"{said(row.label)}: {known['name'] or product.name}"
    return known | {
        "name": name[:300],
        "place": product.producer.commune_id,
        "starts_on": timezone.localdate(),
    }


def _product_named(request: PersonRequest, at: datetime) -> Product | None:
    """The product that a suggestion wants helped, if it is on the own desk; it is added with the activity."""
    slug = request.GET.get("san-pham", "")
    return Product.objects.on_desk_of(request.user, at).select_related("producer").filter(slug=slug).first()


def edit(request: PersonRequest, key: UUID) -> HttpResponse:
    """Amends an activity; its plan may change as long as nothing was paid."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_change(request.user, activity, at))
    chosen = _plan_of(request, at, activity)
    ground = _ground(request, chosen, activity, at)

    def make(data: Any) -> ActivityForm:
        now = visible(request, key, at)  # as it is when nobody else saves it
        known = ActivityForm.initial_of(now)
        return ActivityForm(data, kind=now.row, ground=ground, plan=chosen, initial=known)

    def do(form: ActivityForm) -> HttpResponse:
        actions.edit_activity(activity, **form.values(), by=request.user, at=at)
        messages.success(request, _("Đã lưu."))
        return redirect(activity)

    page = head(activity) | {"kind_name": activity.kind_name, "heading": _("Sửa thông tin")}
    page["tabs"] = _tabs(request, chosen, at)
    return ask_kept(request, at, make, do, page, template=TEMPLATE, kind="new")


def _plan_of(request: PersonRequest, at: datetime, activity: Activity | None = None) -> Plan | None:
    """The plan that the address names (0: none); else the activity's, else that of the year."""
    plans = plans_visible_to(request.user, at)
    asked = request.GET.get(PLAN_PARAM, "")
    if asked.isascii() and asked.isdigit() and len(asked) < 10:
        return plans.filter(pk=int(asked)).first()
    if activity is not None:
        return activity.plan
    return plans.filter(year=timezone.localdate(at).year).first() or plans.first()


def _tabs(request: PersonRequest, chosen: Plan | None, at: datetime) -> list[Tab]:
    """The newest plans to choose from, the chosen one among them, and none."""
    plans = list(plans_visible_to(request.user, at)[:MOST_PLANS])
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


def _ground(request: PersonRequest, plan: Plan | None, activity: Activity | None, at: datetime) -> Ground:
    """The province of the plan at the end of its year, else that of the activity,
    else the own one of today.
    """
    today = timezone.localdate(at)
    if plan is not None:
        province, on = plan.place, min(today, plan.last_day)
    elif activity is not None:
        province, on = activity.place.province, activity.starts_on
    else:
        province, on = _home(request, at), today
    is_whole = holds(request.user, Role.PROVINCE_OFFICER, at, place=province)
    on = min(on, province.valid_to) if province.valid_to else on
    stands = on == today and province.stands(today)
    return Ground(province, on, is_whole, places_of(request.user, at), stands)


def _home(request: PersonRequest, at: datetime) -> Place:
    """The programme's province, else that of the own office."""
    programme = current()
    if programme is not None:
        return programme.province
    return next(one.office.place.province for one in appointments_on(request.user, at) if one.office.place)
