"""Lines of the server's access log (nginx's and Apache's combined form, granian's own): which public page was
answered, in which week. Nothing else of a line is read, and no line can break anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from ocop.casework.sites.rules import Opened
from ocop.kernel.codes import is_certificate_code, normalise_crockford

LONGEST_LINE = 8192
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_ANSWERED = re.compile(r'"GET (/[^ "]*) HTTP/[0-9.]+" (?:200|304)\b')
_COMBINED = re.compile(r"\[(\d{2})/([A-Z][a-z]{2})/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\]")
_PLAIN = re.compile(r"\[(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?: ([+-])(\d{2})(\d{2}))?\]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|facebookexternalhit|monitor|curl/|python-", re.IGNORECASE
)
_PAGES = (
    (Opened.PRODUCT, re.compile(r"(?:/en)?/san-pham/([-\w]{1,220})/")),
    (Opened.SITE, re.compile(r"(?:/en)?/chu-the/([-\w]{1,220})/")),
    (Opened.CODE, re.compile(r"(?:/en)?/(?:xac-minh|v|V)/([^/]{1,60})/?")),
)


@dataclass(frozen=True)
class Opening:
    """One answer: which kind of page, under which name or code, in the week of which Monday."""

    what: Opened
    name: str
    monday: date


def read_line(line: bytes) -> Opening | None:
    """What a line says; None for everything but a page of a producer that was given to a person."""
    if len(line) > LONGEST_LINE:
        return None
    text = line.decode("utf-8", "replace")
    answered = _ANSWERED.search(text)
    if answered is None or _ROBOTS.search(text[answered.end() :]):
        return None
    page, day = _page_of(answered[1]), _day_of(text)
    if page is None or day is None:
        return None
    return Opening(*page, day - timedelta(days=day.weekday()))


def _page_of(address: str) -> tuple[Opened, str] | None:
    path = unquote(address.partition("?")[0])
    for what, pattern in _PAGES:
        if found := pattern.fullmatch(path):
            name = found[1]
            if what != Opened.CODE:
                return what, name
            return (what, normalise_crockford(name)) if is_certificate_code(name) else None
    return None


def _day_of(text: str) -> date | None:
    """The day in Vietnam; a moment without a zone is one of UTC."""
    try:
        if found := _COMBINED.search(text):
            day, month, year, *clock = found.groups()
            return _moved(int(year), _MONTHS.index(month) + 1, int(day), clock)
        if found := _PLAIN.search(text):
            year, month, day, *clock = found.groups()
            return _moved(int(year), int(month), int(day), clock)
    except (ValueError, OverflowError):
        pass
    return None


def _moved(year: int, month: int, day: int, clock: list[str]) -> date:
    hour, minute, second, sign, *zone = clock
    away = timedelta(hours=int(zone[0]), minutes=int(zone[1])) if sign else timedelta()
    place = timezone(-away if sign == "-" else away) if sign else UTC
    return (
        datetime(year, month, day, int(hour), int(minute), int(second), tzinfo=place)
        .astimezone(VIETNAM)
        .date()
    )
