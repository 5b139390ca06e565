"""Reads of rounds: which are still to be opened."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import FilteredRelation, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.ui.waiting import Waiting, WaitingItem
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme.models import Programme
from ocop.registers.rounds.labels import round_words
from ocop.registers.rounds.rules import LegalDates, legal_dates, legal_numbers

NOTICE = timedelta(days=60)


@dataclass(frozen=True)
class RoundToOpen:
    """A round that the law wants and that is not open yet."""

    regulation_code: str
    year: int
    number: int
    dates: LegalDates


def rounds_to_open(programme: Programme, on: date) -> list[RoundToOpen]:
    """The rounds of this year and the next that nobody has opened, those that are over left out."""
    opened = programme.rounds.filter(year__in=_years(on)).values_list("year", "number")
    return _not_opened(set(opened), on)


def _years(on: date) -> tuple[int, int]:
    return on.year, on.year + 1


def _not_opened(opened: Container[tuple[int | None, int | None]], on: date) -> list[RoundToOpen]:
    """The rounds that the law wants of this year and the next, without these and those that are over."""
    regulation = regulation_on(on)
    if regulation is None:
        return []
    found = [
        RoundToOpen(regulation.code, year, number, dates)
        for year in _years(on)
        for number in legal_numbers(regulation)
        if (year, number) not in opened and (dates := legal_dates(regulation, year, number)) is not None
    ]
    return [one for one in found if one.dates.held_before > on]


def _opened(on: date) -> set[tuple[int | None, int | None]]:
    """Year and number of the rounds of these years that are open in the programme set up last; a pair of None
    where it has none, empty without a programme. One query.
    """
    last = Programme.objects.order_by("-pk").values("pk")[:1]
    near = FilteredRelation("rounds", condition=Q(rounds__year__in=_years(on)))
    found = Programme.objects.filter(pk__in=last).annotate(near=near)
    return set(found.values_list("near__year", "near__number"))


def waiting(person: Any, at: datetime) -> list[Waiting]:
    """For officers of the province: rounds of this year to open,
    named from two months before they become urgent.
    """
    today = timezone.localdate(at)
    opened = _opened(today) if holds(person, Role.PROVINCE_OFFICER, at) else set()
    if not opened:
        return []
    items = [
        WaitingItem(
            round_words(one.number, one.year),
            _("Mỗi năm ít nhất hai đợt (Điều 5)"),
            reverse("rounds:open", args=[one.year, one.number]),
            one.dates.plan_due_on,
            (one.dates.plan_due_on - today).days,
        )
        for one in _not_opened(opened, today)
        if one.dates.plan_due_on <= today + NOTICE
    ]
    if not items:
        return []
    late = sum(1 for item in items if item.is_late)
    return [
        Waiting("programme.rounds", _("Đợt đánh giá cần mở"), len(items), reverse("rounds:list"), late, items)
    ]
