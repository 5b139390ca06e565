"""What the acts of this package are about: a round that the law wants, one beyond it, a limit day.

Whoever may not, is told so before what there is.
"""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, ensure
from ocop.registers.programme.about import programme_here
from ocop.registers.programme.models import Programme
from ocop.registers.rounds.models import Round
from ocop.registers.rounds.permissions import refuse_manage
from ocop.registers.rounds.selectors import Boundary, RoundToOpen, boundaries, rounds_to_open


def find_programme(who: Who) -> Programme:
    """The programme, for whoever opens its rounds."""
    ensure(refuse_manage(who))
    return programme_here()


def find_round(who: Who, year: int, number: int) -> RoundToOpen | Round:
    """The round of this year and number: one to open, or one that somebody has opened."""
    programme = find_programme(who)
    to_open = rounds_to_open(programme, timezone.localdate(who.at))
    known: list[RoundToOpen | Round] = [*to_open, *programme.rounds.filter(year=year, number=number)]
    for one in known:
        if (one.year, one.number) == (year, number):
            return one
    raise Http404


def find_limit_day(who: Who, day: str) -> Boundary:
    """The limit day of this address."""
    limits = boundaries(find_programme(who), timezone.localdate(who.at))
    found = next((one for one in limits if one.on.isoformat() == day), None)
    if found is None:
        raise Http404(_("Không có ngày giáp mốc này."))
    return found


OF_THE_LAW = Matter(
    space="rounds",
    address="dot-danh-gia/mo/<int:year>/<int:number>/",
    find=find_round,
    keys=lambda one: {"year": one.year, "number": one.number},
    back=lambda _one: reverse("rounds:choose"),
)
BEYOND = Matter(
    space="rounds",
    address="dot-danh-gia/mo-bo-sung/",
    find=find_programme,
    back=lambda _programme: reverse("rounds:choose"),
)
LIMIT_DAY = Matter(
    space="rounds",
    address="dot-danh-gia/giap-moc/<str:day>/",
    find=find_limit_day,
    keys=lambda day: {"day": day.on.isoformat()},
    back=lambda _day: reverse("rounds:boundaries"),
)
