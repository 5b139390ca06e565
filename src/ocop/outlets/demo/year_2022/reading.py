"""The data files of the year, and the places as they stood then."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import Any

from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.cast import DATA

YEAR = 2022
PROVINCE = "10"
FOLDER = DATA / "year_2022"
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}


def rows(name: str) -> list[dict[str, Any]]:
    """A JSON file of the year."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


def target_rows() -> list[dict[str, str]]:
    """The published targets of the plan, as far as they are known."""
    return _table("plan_2022.csv")


def product_rows() -> list[dict[str, str]]:
    """The invented products of old Lào Cai with the decision that first recognised them."""
    return _table("year_2022/products.csv")


def _table(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def ground(code: str) -> Place:
    """A unit as it stood in 2022: a province (two digits), a district (three) or a commune (five)."""
    found = place(code, _LEVELS[len(code)], date(YEAR, 6, 30))
    assert found is not None, code  # noqa: S101
    return found
