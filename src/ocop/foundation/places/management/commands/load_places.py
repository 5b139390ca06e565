"""`load_places`: fills or renews the register of places. Safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand

from ocop.foundation.places.actions import load


class Command(BaseCommand):
    """Runs `actions.load` and says in one line what it did."""

    help = (
        "Loads provinces, districts and communes through time; "
        "run again, it changes only what the tables changed."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads and reports."""
        loaded = load()
        self.stdout.write(
            f"places: {loaded.created} new, {loaded.changed} changed, {loaded.unchanged} unchanged"
        )
