"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, ensure
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.labels import printed, suggested
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import Doubt
from ocop.registers.programme.selectors.days_off import KnownYear, known_year


def programme_here() -> Programme:
    """The programme of this database; a page not found before it is set up."""
    programme = selectors.current()
    if programme is None:
        raise Http404
    return programme


def find_doubt(who: Who, regulation: str, anomaly: str) -> Doubt:
    """The doubt of this address. Whoever may not settle it, is told so before what there is."""
    ensure(permissions.refuse_settle(who))
    found = selectors.doubt(programme_here(), regulation, anomaly)
    if found is None:
        raise Http404
    return found


def doubt_head(doubt: Doubt) -> dict[str, Any]:
    """What is printed, what is used, what the office may settle on."""
    language = get_language() or "vi"
    number = doubt.anomaly.set_number
    product_set = doubt.regulation.sets[number] if number else None
    criterion = product_set.criteria.get(doubt.anomaly.criterion or "") if product_set else None
    return {
        "doubt": doubt,
        "set": product_set.label.text(language) if product_set else "",
        "criterion": criterion.label.text(language) if criterion else "",
        "why": doubt.anomaly.why.text(language),
        "published": printed(doubt.anomaly.published),
        "used": printed(doubt.anomaly.used),
        "suggested": suggested(doubt.anomaly),
    }


def find_year(who: Who, year: int) -> KnownYear:
    """The year of this address, as it is known."""
    ensure(permissions.refuse_days_off(who))
    found = known_year(year)
    if found is None:
        raise Http404
    return found


DOUBT = Matter(
    space="programme",
    address="diem-chua-ro/<slug:regulation>/<slug:anomaly>/",
    find=find_doubt,
    keys=lambda doubt: {"regulation": doubt.regulation.code, "anomaly": doubt.anomaly.id},
    back=lambda _doubt: reverse("programme:doubts"),
    head=doubt_head,
)
DAYS_OFF = Matter(space="programme", address="ngay-nghi/", back=lambda _none: reverse("programme:days_off"))
YEAR_OF_DAYS_OFF = Matter(
    space="programme",
    address="ngay-nghi/<int:year>/",
    find=find_year,
    keys=lambda known: {"year": known.year},
    back=lambda _known: reverse("programme:days_off"),
)
