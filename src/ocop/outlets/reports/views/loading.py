"""What every page of the reports begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.places.models import Place
from ocop.foundation.refusals import ensure
from ocop.outlets.reports.counting import Progress, progress_of
from ocop.outlets.reports.permissions import commune_of, refuse_read
from ocop.registers.programme.models import Plan
from ocop.registers.programme.selectors import plan_at


@dataclass(frozen=True)
class Desk:
    """From where somebody reads: today, and the one commune of an officer of a commune."""

    today: date
    within: Place | None


def desk_of(request: HttpRequest) -> Desk:
    """Refused for whoever reads no figures."""
    at = timezone.now()
    ensure(refuse_read(request.user, at))
    return Desk(timezone.localdate(at), commune_of(request.user, at))


def plan_of(request: HttpRequest, place: str, year: int) -> Plan:
    """The plan of an address. Http404 where there is none, or none for this person."""
    plan = plan_at(place, year, request.user, timezone.now())
    if plan is None:
        raise Http404(_("Không có kế hoạch này."))
    return plan


def progress_of_key(plan: Plan, key: str, desk: Desk) -> Progress:
    """One target with its records. Http404 for a key that the plan does not have."""
    found = progress_of(plan, desk.today, within=desk.within, key=key)
    if not found:
        raise Http404(_("Kế hoạch không có chỉ tiêu này."))
    return found[0]
