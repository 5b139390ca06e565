"""Papers of a course: the code of a day to hang up, the signature sheet,
certificates of attendance. In Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import translation

from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.selectors import Person, people_of_course
from ocop.casework.support.labels import GROUPS
from ocop.casework.support.models import Activity
from ocop.casework.support.rules.people import Group
from ocop.foundation.documents.engines import pdf, qr
from ocop.registers.programme.selectors import current

_FOLDER = Path("casework") / "courses" / "papers"
SPARE_ROWS = 15
"""Empty rows after the people whom the course knows from other days."""


def day_code_pdf(day: CourseDay, *, at: datetime) -> bytes:
    """An A4 sheet to hang up in the hall: the code of the day, and what to do with a telephone."""
    data = _frame(day.activity) | {
        "day": day.day,
        "venue": day.venue or day.activity.facts.get("venue", ""),
        "qr": qr.svg(day.sign_in_url.upper()),
        "address": day.sign_in_url.removeprefix("https://").removeprefix("http://"),
    }
    return _render("ma_diem_danh.typ", data, at)


def sheet_pdf(day: CourseDay, *, at: datetime) -> bytes:
    """The signature sheet of a day: the people known from the other days by group, then empty rows."""
    with translation.override("vi"):
        known = people_of_course(day.activity)
        groups = [
            {"title": str(GROUPS[group]), "rows": [_row(one) for one in known if one.group == group]}
            for group in Group
        ]
    data = _frame(day.activity) | {
        "day": day.day,
        "venue": day.venue or day.activity.facts.get("venue", ""),
        "groups": groups,
        "spare": SPARE_ROWS,
    }
    return _render("danh_sach_ky.typ", data, at)


def certificates_pdf(activity: Activity, people: Sequence[Person], *, at: datetime) -> bytes:
    """Certificates of attendance, a page for each. ValueError for nobody: an empty file is no paper."""
    if not people:
        raise ValueError("nobody to certify")
    with translation.override("vi"):
        rows = [_row(one) | {"days": len(one.days), "group": str(GROUPS[Group(one.group)])} for one in people]
    data = _frame(activity) | {
        "people": rows,
        "subject": activity.facts.get("subject", ""),
        "first": activity.starts_on,
        "last": activity.ends_on or activity.starts_on,
        "place": activity.place.province.name,
    }
    return _render("chung_nhan_tap_huan.typ", data, at)


def _row(person: Person) -> dict[str, Any]:
    place = "" if person.place is None else f"{person.place.kind} {person.place.name}"
    return {"name": person.name, "place": place, "unit": person.unit}


def _frame(activity: Activity) -> dict[str, Any]:
    """What every paper of a course says."""
    programme = current()
    return {
        "illustration": activity.is_illustration or bool(programme and programme.is_demonstration),
        "course": activity.name,
        "agency": activity.agency,
    }


def _render(template: str, data: dict[str, Any], at: datetime) -> bytes:
    return pdf.render(_FOLDER / template, data, at=at)
