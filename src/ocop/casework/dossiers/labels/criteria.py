"""Criteria, their options and their points in plain words, from the regulation."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.rules.answers import NOTHING
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import Criterion, Option
from ocop.kernel.scoring import Choice


def name(criterion: Criterion) -> str:
    """The code with its name: "1.1 Nguồn nguyên liệu"."""
    return f"{criterion.code}. {said(criterion.label)}"


def points(count: int) -> str:
    """A whole number of points in words."""
    return ngettext("%(count)s điểm", "%(count)s điểm", count) % {"count": count}


def star_mark(stars: int | None) -> str:
    """The badge of an option that is the least for a star."""
    return "" if stars is None else _("tối thiểu %(stars)s sao") % {"stars": stars}


def cards(criterion: Criterion) -> list[tuple[str, Card] | tuple[str, list[tuple[str, Card]]]]:
    """The options as large cards with points and star marks; two ladders as two groups;
    "nothing reached" last.
    """
    if criterion.is_boolean:
        mark = star_mark(criterion.min_for_stars)
        yes = Card(_("Có"), side=points(criterion.max), badge=mark)
        return [("yes", yes), ("no", Card(_("Không"), side=points(0)))]
    nothing: tuple[str, Card] = (NOTHING, Card(_("Chưa đạt mức nào"), side=points(0)))
    if not criterion.cases:
        return [*(_card(option, str(option.place)) for option in criterion.options), nothing]
    groups: list[tuple[str, Card] | tuple[str, list[tuple[str, Card]]]] = [
        (said(case.label), [_card(option, f"{case.letter}.{option.place}") for option in case.options])
        for case in criterion.cases
    ]
    return [*groups, nothing]


def _card(option: Option, word: str) -> tuple[str, Card]:
    return word, Card(said(option.label), side=points(option.points), badge=star_mark(option.min_for_stars))


def chosen(criterion: Criterion, choice: Choice) -> str:
    """A choice in words."""
    if criterion.is_boolean:
        return _("Có") if choice is True else _("Không")
    for case, ladder in criterion.ladders:
        for option in ladder:
            if choice == (option.place if case is None else f"{case}.{option.place}"):
                return said(option.label)
    return _("Chưa đạt mức nào")
