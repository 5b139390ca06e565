"""Rows of a register of recognised products as somebody typed them:
read, checked, with the fault of each cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.faults import Fault
from ocop.registers.producers.rules import LegalForm
from ocop.registers.products.rules.kinds import Kind, Precision, RecordStatus

REGISTER_COLUMNS = (
    "product",  # name, needed
    "producer",  # name, needed
    "legal_form",  # a word of LegalForm; empty where unknown
    "commune",  # the code of today's commune; empty where unknown
    "leaf",  # key of the classification, such as I.1.a; empty where unknown
    "stars",  # 1 to 5; empty where unknown
    "year",  # of the recognition, needed
    "kind",  # first, upgrade, renewal; empty where unknown
    "authority",  # who decided; empty where unknown
    "number",  # of the decision; empty where unknown
    "decided_on",  # 2021-12-14, 2021-12, 2021 or empty
    "status_code",  # a word of RecordStatus, needed
    "source",  # where the fact comes from
    "note",
)
FIRST_YEAR = 2018  # the programme began with Decision 490/2018
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True)
class RegisterRow:
    """One recognition of one product, read. Dates are only there where they are known to the day."""

    product: str
    producer: str
    legal_form: str
    commune: str
    leaf: str
    stars: int | None
    year: int
    kind: str
    authority: str
    number: str
    decided_on: date | None
    precision: Precision
    status_code: RecordStatus
    source: str
    note: str

    @property
    def valid_from(self) -> date | None:
        """A certificate runs from the day of its decision;
        of a revoked one only the revocation is on record.
        """
        return self.decided_on if self.status_code == RecordStatus.RECOGNISED else None

    @property
    def expires_on(self) -> date | None:
        """The term of the law in force on that day (article 4(3))."""
        return certificate_expiry(self.valid_from) if self.valid_from else None


def read_row(row: Mapping[str, str | None], line: int, today: date) -> RegisterRow | list[Fault[str]]:
    """The row, or every fault of it."""
    cells = {name: " ".join((row.get(name) or "").split()) for name in REGISTER_COLUMNS}
    faults = [Fault(column, code, cells[column], line) for column, code in _faults(cells, today)]
    if faults:
        return faults
    decided_on, precision = _decided(cells["decided_on"])
    return RegisterRow(
        product=cells["product"], producer=cells["producer"], legal_form=cells["legal_form"],
        commune=cells["commune"], leaf=cells["leaf"], stars=int(cells["stars"]) if cells["stars"] else None,
        year=int(cells["year"]), kind=cells["kind"], authority=cells["authority"], number=cells["number"],
        decided_on=decided_on, precision=precision, status_code=RecordStatus(cells["status_code"]),
        source=cells["source"], note=cells["note"],
    )  # fmt: skip


def _faults(cells: Mapping[str, str], today: date) -> Iterator[tuple[str, str]]:
    for column in ("product", "producer", "year", "status_code"):
        if not cells[column]:
            yield column, "missing"
    for column, words in (("legal_form", LegalForm), ("kind", Kind), ("status_code", RecordStatus)):
        if cells[column] and cells[column] not in list(words):
            yield column, "unknown_word"
    for column, longest in (
        ("product", 200),
        ("producer", 200),
        ("number", 80),
        ("authority", 200),
        ("source", 300),
    ):
        if len(cells[column]) > longest:
            yield column, "too_long"
    if cells["commune"] and not re.fullmatch(r"\d{5}", cells["commune"], re.ASCII):
        yield "commune", "not_a_code"
    yield from _star_faults(cells)
    yield from _date_faults(cells, today)


def _star_faults(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    stars = cells["stars"]
    if stars and not re.fullmatch("[1-5]", stars):
        yield "stars", "not_stars"
    elif cells["status_code"] == RecordStatus.RECOGNISED and (not stars or int(stars) < 3):
        yield "stars", "recognised_from_three"


def _date_faults(cells: Mapping[str, str], today: date) -> Iterator[tuple[str, str]]:
    year = cells["year"]
    if year and not (re.fullmatch(r"\d{4}", year, re.ASCII) and FIRST_YEAR <= int(year) <= today.year):
        yield "year", "not_a_year"
    if not cells["decided_on"]:
        return
    try:
        decided_on, _precision = _decided(cells["decided_on"])
    except ValueError:
        yield "decided_on", "not_a_date"
        return
    if decided_on and decided_on > today:
        yield "decided_on", "in_the_future"
    if year and cells["decided_on"][:4] != year:
        yield "decided_on", "another_year"


def _decided(text: str) -> tuple[date | None, Precision]:
    """The day where it is known, and how precisely it is known. ValueError where it is none."""
    if not text:
        return None, Precision.YEAR
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    date(int(year), int(month or 1), int(day or 1))  # raises for a month or day that no calendar has
    if day:
        return date(int(year), int(month), int(day)), Precision.DAY
    return None, Precision.MONTH if month else Precision.YEAR
