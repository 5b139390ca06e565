"""Which authority decides a result, by its law and the day;
what must be said where the law left that open.
"""

from __future__ import annotations

from datetime import date

from ocop.casework.certificates.models import Decision
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.models import Place
from ocop.kernel.text import Label

Authority = tuple[Level, Place | None]


def _level_named(item: AgendaItem, day: date) -> str | None:
    """The level that the law names for the stars proposed."""
    bands = {band.stars: band for band in regulation_of(item.dossier).star_bands}
    return bands[item.recommended_stars].authority_on(day) if item.recommended_stars in bands else None


def authority_of(item: AgendaItem, day: date) -> Authority:
    """Who decides: the district for its 3 stars under Decision 148/2023 while there were districts, else the
    province.

    What goes to the ministry is approved by the province first (article 7(3)(e)).
    """
    district = item.dossier.commune.parent
    if _level_named(item, day) != Level.DISTRICT or district is None:
        return Level.PROVINCE, None
    return (Level.DISTRICT, district) if _is_district(district, day) else (Level.PROVINCE, None)


def _is_district(place: Place, day: date) -> bool:
    return place.level == Level.DISTRICT and place.stands(day)


def warnings_of(decision: Decision, day: date) -> list[Label]:
    """What must be said of a decision dated this day:
    3 stars between 1 and 5 July 2025, when no district stood.
    """
    rows = decision.items.live().select_related("item__dossier__commune__parent")
    found: dict[str, Label] = {}
    for row in rows:
        warning = regulation_of(row.item.dossier).variant_on(day).warning if _holds(row.item, day) else None
        if warning is not None and _level_named(row.item, day) == Level.DISTRICT:
            found[warning.vi] = warning
    return list(found.values())


def _holds(item: AgendaItem, day: date) -> bool:
    return any(variant.holds_on(day) for variant in regulation_of(item.dossier).variants)
