"""What the line of a product in lists holds, from the product and its recognitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ocop.kernel.calendar import CertificateEvent, EventKind
from ocop.kernel.law import load_regulations
from ocop.kernel.text import searchable
from ocop.registers.products.rules.kinds import PUBLIC_STATUSES
from ocop.registers.products.rules.standings import term_of

SORT_LENGTH = 240
_MOST_DAYS = 10_000_000


def newest(recognitions: Iterable[Any]) -> Any | None:
    """The newest recognition that everyone may know: by year, by day (without a day is older), as entered."""
    known = [one for one in recognitions if one.status_code in PUBLIC_STATUSES]
    return max(known, key=lambda one: (recency(one.year, one.decided_on), one.pk), default=None)


def recency(year: int, decided_on: date | None) -> int:
    """One number to sort by: the year, then the day of the decision, where it is known."""
    return year * _MOST_DAYS + (decided_on.toordinal() if decided_on else 0)


def listing_facts(
    product: Any, recognition: Any | None, events: Sequence[Any], place: Any | None
) -> dict[str, Any]:
    """The columns of a product's listing, by name.

    `recognition` is its newest public one, `events` what happened to that, by day and as recorded; `place` is
    the unit of today where it is made, so that a place that was merged is counted once, by its present name.
    """
    home = product.producer.commune
    return {
        "producer_id": product.producer_id,
        "set_number": product.set_number or 0,
        "months": product.months,
        "commune_id": place.pk if place else None,
        "producer_commune_id": product.producer.commune_id,
        "source": product.source,
        "name": product.name,
        "producer_name": product.producer.name,
        "place_name": home.name if home else "",
        "sort_key": product.search_text[:SORT_LENGTH],
        **_recognition_facts(recognition, events),
    }


def made_at(product: Any) -> Any | None:
    """Where it is made; where that is not recorded, where its producer is."""
    return product.commune or product.producer.commune


def words_of_product(product: Any, place: Any | None) -> str:
    """What a product is found by: its name, its producer, where it is, former names of the place included;
    in English what its set is called, so that `tea` finds tea.
    """
    where = made_at(product)
    places = (one.words for one in (where, place) if one)
    kinds = english_kinds(product.regulation_code, product.leaf, product.set_number)
    return searchable(*places, name=product.name, holder=product.producer.name, english=kinds)


def english_kinds(code: str, leaf: str, number: int | None) -> list[str]:
    """What the law that classified a product, or else the newest, calls its kind in English:
    leaf, set, group, sector.
    """
    laws = load_regulations()
    law = laws.get(code) or list(laws.values())[-1]
    known: list[Any] = [one for one in (law.leaves.get(leaf), law.sets.get(number or 0)) if one]
    return [label.en for one in known for label in (one.label, one.group, one.sector)]


def _recognition_facts(one: Any | None, events: Sequence[Any]) -> dict[str, Any]:
    if one is None:
        days = dict.fromkeys(("decided_on", "valid_from", "expires_on", "stops_on"))
        return days | dict.fromkeys(("stars", "year", "recency"), 0) | {
            "recognition_id": None, "ending_id": None, "status_code": "",
        }  # fmt: skip
    happened = [CertificateEvent(event.on, EventKind(event.kind)) for event in events]
    term = term_of(one.valid_from, one.expires_on, happened)
    ended = term and term.ending
    return {
        "recognition_id": one.pk,
        "ending_id": events[happened.index(ended)].pk if ended else None,
        "status_code": one.status_code,
        "stars": one.stars or 0,
        "year": one.year,
        "decided_on": one.decided_on,
        "valid_from": one.valid_from,
        "expires_on": one.expires_on,
        "stops_on": term.stops_on if term else None,
        "recency": recency(one.year, one.decided_on),
    }
