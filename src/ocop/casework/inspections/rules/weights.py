"""What each reason for an inspection weighs: data, with the office's own file in place of ours where it has
one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

DEFAULTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Weights:
    """Points for each reason; whole numbers, none below 0.

    `year_unchecked` counts for each whole year since the last check (or since the recognition), for at most
    `most_years`; `report` for each report of the last twelve months, at most `most_reports` of them; `ending`
    where the term ends within `ending_days`.
    """

    sectors: Mapping[str, int]
    stars: Mapping[str, int]
    year_unchecked: int
    most_years: int
    open_order: int
    report: int
    most_reports: int
    ending: int
    ending_days: int

    def as_data(self) -> dict[str, Any]:
        """As a plan keeps the weights by which it was drawn."""
        return asdict(self)


def read_weights(data: Any) -> Weights:
    """Weights from a file or a plan. ValueError for a name that is missing or unknown, and for what is no
    whole number from 0 to 100 (days: 1,000).
    """
    if not isinstance(data, dict) or data.keys() != {one.name for one in fields(Weights)}:
        raise ValueError("weights: the names must be those of the file that is shipped")
    tables = {name: data[name] for name in ("sectors", "stars")}
    if not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("weights: sectors and stars are tables")
    single = {name: value for name, value in data.items() if name not in tables}
    for name, value in [*single.items(), *(row for table in tables.values() for row in table.items())]:
        most = 1000 if name == "ending_days" else 100
        if type(value) is not int or not 0 <= value <= most:
            raise ValueError(f"weights: {name} must be a whole number from 0 to {most}")
    return Weights(**data)


@cache
def default_weights() -> Weights:
    """Those that are shipped."""
    return read_weights(json.loads(DEFAULTS.read_text("utf-8")))


def weights() -> Weights:
    """Those in force: the file named by OCOP_INSPECTION_WEIGHTS, else those that are shipped."""
    path = getattr(settings, "INSPECTION_WEIGHTS", "")
    return read_weights(json.loads(Path(path).read_text("utf-8"))) if path else default_weights()
