"""Recognitions of invented products by invented decisions:
before the year, in it, and their renewal later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial

from ocop.kernel.calendar import certificate_expiry
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR, ground, product_rows, rows
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Kind, Precision, RecordStatus
from ocop.registers.products.writes import record_recognition

AUTHORITY = "UBND tỉnh Lào Cai"
SOURCE = "Minh hoạ: quyết định dựng để thử chương trình"
RENEWAL_ON, RENEWAL_NO = date(2022, 6, 24), "298-MH/QĐ-UBND"
RENEWED = ("buoi-da-xanh", "man-tam-hoa-2019", "che-xanh-cao-son", "ruou-thoc", "la-tam")
LATER_ON, LATER_NO = date(2025, 6, 10), "71-MH/QĐ-UBND"
"""The sixth product of 2019: its producer let its term end."""


def note_old_recognitions(stage: Stage) -> None:
    """Earlier ones are entered in January, those of the year on the day of their decision."""
    earlier = [row for row in product_rows() if row["first_on"] < f"{YEAR}-01-01"]
    stage.diary.note("2022-01-18 09:00", partial(_enter, stage, earlier))
    stage.diary.note(f"{RENEWAL_ON} 15:00", lambda at: _renew(stage, at))
    stage.diary.note(f"{LATER_ON} 15:00", lambda at: _renew_again(stage, at))
    entered = [row for row in product_rows() if row["first_on"] >= f"{YEAR}-01-01" and row["how"] == "record"]
    for first_on in sorted({row["first_on"] for row in entered}):
        batch = [row for row in entered if row["first_on"] == first_on]
        stage.diary.note(f"{first_on} 16:00", partial(_enter, stage, batch))


def _renew_again(stage: Stage, at: datetime) -> None:
    """Three years later, what was recognised or renewed in June 2022 is renewed; the rest lets its term end.

    Decision 148/2023: 3 stars by the district, 4 stars by the province.
    """
    communes = {row["key"]: ground(row["commune"]) for row in rows("producers")}
    given = [row for row in product_rows() if row["first_on"] == "2022-06-30" or row["key"] in RENEWED]
    for row in given:
        stars = int(row["stars"])
        authority = AUTHORITY if stars > 3 else f"UBND {communes[row['producer']].parent}"
        write(stage, row["key"], stars, Kind.RENEWAL, LATER_NO, LATER_ON, at, authority=authority)


def _enter(stage: Stage, given: Iterable[dict[str, str]], at: datetime) -> None:
    for row in given:
        given_on = date.fromisoformat(row["first_on"])
        write(stage, row["key"], int(row["stars"]), Kind.FIRST, row["number"], given_on, at)


def _renew(stage: Stage, at: datetime) -> None:
    stars = {row["key"]: int(row["stars"]) for row in product_rows()}
    for key in RENEWED:
        write(stage, key, stars[key], Kind.RENEWAL, RENEWAL_NO, RENEWAL_ON, at)


def write(
    stage: Stage,
    key: str,
    stars: int,
    kind: Kind,
    number: str,
    on: date,
    at: datetime,
    authority: str = AUTHORITY,
) -> Recognition:
    """One recognition with its legal term, entered by the department."""
    fields = {
        "stars": stars, "kind": kind.value, "authority": authority, "number": number, "year": on.year,
        "decided_on": on, "date_precision": Precision.DAY, "valid_from": on,
        "expires_on": certificate_expiry(on),
        "status_code": RecordStatus.RECOGNISED, "source": SOURCE,
    }  # fmt: skip
    return record_recognition(stage.products[key_of(key)], fields=fields, by=person(stage, "so"), at=at)
