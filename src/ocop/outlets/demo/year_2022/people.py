"""Offices and invented people of old Lào Cai and its districts, until all of them ended on 30 June 2025."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.foundation.accounts.acts import appoint, open_account, open_office
from ocop.foundation.accounts.models import Office, Person
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.people import installer_of
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.reading import PROVINCE, YEAR, ground, rows

BEGINS = "2022-01-04 07:30"
ENDS = "2025-07-01 00:00"
BASIS = "Quyết định phân công (minh hoạ)"
OFFICES = {
    "committee": ("people_committee", "Ủy ban nhân dân tỉnh Lào Cai"),
    "department": ("agriculture_department", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Lào Cai"),
}


def key_of(key: str) -> str:
    """The key on the stage of somebody or something of that year."""
    return f"{YEAR}/{key}"


def person(stage: Stage, key: str) -> Person:
    """Somebody of that year."""
    return stage.people[key_of(key)]


def note_old_people(stage: Stage) -> None:
    """Everybody is there from the first working day of the year. Nobody of them signs in today."""
    stage.diary.note(BEGINS, lambda at: _open(stage, at))


def _open(stage: Stage, at: datetime) -> None:
    installer = installer_of(stage, at)
    for number, row in enumerate(rows("people")):
        stage.people[key_of(row["key"])] = open_account(
            username=row["username"], full_name=row["name"], email=f"{row['username']}@example.org",
            phone=f"0900000{301 + number}", by=installer, at=at,
        )  # fmt: skip
    for row in rows("people"):
        if "office" in row:
            _appoint(stage, row, installer, at)


def _appoint(stage: Stage, row: dict[str, Any], installer: Person, at: datetime) -> None:
    appoint(
        person=person(stage, row["key"]), office=_office(stage, row["office"], installer, at),
        role=row["role"],
        title=row["title"], starts_at=at, ends_at=moment(ENDS), by=installer, at=at,
        reason=BASIS,
    )  # fmt: skip


def _office(stage: Stage, key: str, by: Person, at: datetime) -> Office:
    if key_of(key) not in stage.offices:
        place = ground(PROVINCE if key in OFFICES else key)
        body, name = OFFICES.get(key) or ("people_committee", f"Ủy ban nhân dân {place.kind} {place.name}")
        stage.offices[key_of(key)] = open_office(
            level=place.level, body=body, place=place, name=name, by=by, at=at
        )
    return stage.offices[key_of(key)]
