"""The register of facts: products of Lào Cai that were recognised before, as far as public news tell.

Nothing is invented about them: no contacts, no scores, no dossiers. A row without a year is kept in the data
file and not entered, because a recognition is stated with its year.
"""

from __future__ import annotations

import csv
from datetime import datetime

from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.stage import Stage
from ocop.registers.products.acts import import_register


def fact_rows() -> list[dict[str, str]]:
    """The rows of data/products.csv that can be entered."""
    with (DATA / "products.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["year"]]


def note_facts(stage: Stage) -> None:
    """The province enters them before the casework begins."""
    stage.diary.note("09-03 09:00", lambda at: _enter(stage, at))


def _enter(stage: Stage, at: datetime) -> None:
    report = import_register(fact_rows(), province=stage.province, by=stage.people["phuc"], at=at)
    if report.faults:
        raise ValueError(f"data/products.csv: {report.faults[:5]}")
