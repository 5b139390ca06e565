"""Questions about places. Every one names a date, for a code means different units at different times."""

from ocop.foundation.places.selectors.finding import (
    MOST_FOUND,
    Choice,
    Found,
    choices_of,
    find,
    find_communes,
)
from ocop.foundation.places.selectors.grounds import ground_of, grounds_of, inside, places_read_once
from ocop.foundation.places.selectors.units import (
    communes_of,
    formerly,
    full_name,
    kind_on,
    names_for_search,
    parts_of,
    place,
    provinces,
    reaching,
    same_code,
    today_of,
    today_of_each,
    words_of,
)

__all__ = [
    "MOST_FOUND",
    "Choice",
    "Found",
    "choices_of",
    "communes_of",
    "find",
    "find_communes",
    "formerly",
    "full_name",
    "ground_of",
    "grounds_of",
    "inside",
    "kind_on",
    "names_for_search",
    "parts_of",
    "place",
    "places_read_once",
    "provinces",
    "reaching",
    "same_code",
    "today_of",
    "today_of_each",
    "words_of",
]
