"""`ocop cells`: draws the cells of the map anew from the places' data."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ocop.foundation.places.cells import cells

PACKAGE = Path(__file__).parents[2]
PLACES = PACKAGE / "data" / "places_2025.csv"
FOLDER = PACKAGE / "static" / "places" / "cells"


class Command(BaseCommand):
    """One small file for each province, kept with the package; after a change of the places' data."""

    help = "Draws the cells of the map anew from the places' data."

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes every file."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        for province, text in drawn().items():
            (FOLDER / f"{province}.json").write_text(text, encoding="utf-8")
            self.stdout.write(f"{province} {len(text)}")


def drawn() -> dict[str, str]:
    """The text of the file of every province, by its code."""
    points: dict[str, dict[str, tuple[float, float]]] = {}
    with PLACES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "commune" and row["latitude"] and row["kind"] != "đặc khu":
                where = (float(row["latitude"]), float(row["longitude"]))
                points.setdefault(row["parent"], {})[row["code"]] = where
    return {
        province: json.dumps(cells(found), separators=(",", ":"))
        for province, found in sorted(points.items())
    }
