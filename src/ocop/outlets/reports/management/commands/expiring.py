"""`ocop expiring --within DAYS [--on DATE]`: recognitions that end soon, as JSON lines."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.foundation.places.selectors import full_name
from ocop.kernel.calendar import renewal_window
from ocop.registers.products.authority import Authorities
from ocop.registers.products.models import Listing


class Command(BaseCommand):
    """Prints what holds on a day and ends within so many days, the soonest first."""

    help = "Prints recognitions that end within so many days, as JSON lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many days, and counted from when."""
        parser.add_argument("--within", type=_days, required=True, metavar="DAYS")
        parser.add_argument("--on", type=_day, metavar="DATE", help="such as 2026-11-30; today unless given")

    def handle(self, *args: Any, within: int, on: date | None, **options: Any) -> None:
        """One line for each recognition."""
        for line in expiring(on or timezone.localdate(), within):
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def _days(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or len(text) > 5:
        raise ArgumentTypeError(f"“{text}” is no number of days from 0 to 99999")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day as 2026-11-30") from None


def expiring(on: date, within: int) -> Iterator[dict[str, Any]]:
    """What holds on `on` and has its last day at most `within` days later; read a part at a time."""
    last = on + min(timedelta(days=within), date.max - on)
    rows = Listing.objects.ends_between(on, last).order_by("expires_on", "pk")
    authorities = Authorities(on)
    for row in rows.select_related("recognition", "ending", "commune__parent__parent").iterator(1000):
        yield _line(row, on, authorities)


def _line(row: Any, on: date, authorities: Authorities) -> dict[str, Any]:
    opens, closes = renewal_window(row.expires_on)
    standing = row.standing_on(on)
    return {
        "product": row.name,
        "holder": row.producer_name,
        "place": full_name(row.commune) if row.commune else None,
        "stars": row.stars,
        "valid_until": standing.until.isoformat(),
        "authority": row.recognition.authority or None,
        "managed_by": authorities.managing(row.stars, row.commune),
        "window_opens": opens.isoformat(),
        "window_closes": closes.isoformat(),
        "status": standing.kind.value,
    }
