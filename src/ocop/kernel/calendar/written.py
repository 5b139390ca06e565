"""The days off of a year as somebody writes them, one a line:

    01/01/2028 nghỉ Tết Dương lịch
    22/01/2028 làm bù Nghỉ bù Tết ?

The mark at the end says that the day is not certain yet. Years are four digits, or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ocop.kernel.calendar.days import SATURDAY, Certainty, DayOff, shipped
from ocop.kernel.text import Label, fold

LEAST_DAYS = 11  # Labour Code, article 112; a twelfth since 2026
LONGEST_NAME = 120
_LINE = re.compile(
    r"(?P<day>[0-9]{1,2})[./-](?P<month>[0-9]{1,2})(?:[./-](?P<year>[0-9]{4}))?"
    r"[\s:,;–-]+(?P<kind>nghỉ|nghi|làm bù|lam bu|làm|lam)\b[\s:,;–-]*(?P<name>.*?)\s*(?P<doubt>\?)?",
    re.IGNORECASE,
)
_KINDS = {"nghi": False, "lam bu": True, "lam": True}


@dataclass(frozen=True)
class Unreadable:
    """A line that is no day of the year, and why in words; `number` counts lines from 1, 0 is the whole."""

    number: int
    why: Label


def read_days(text: str, year: int) -> tuple[list[DayOff], list[Unreadable]]:
    """The days that a text lists for a year, in their order, and what of it cannot be taken."""
    days: dict[date, DayOff] = {}
    wrong: list[Unreadable] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        read = _read(line, year)
        if isinstance(read, DayOff) and read.on in days:
            read = Label("Ngày này đã có ở dòng trên.", "This day stands in a line above.")
        if isinstance(read, DayOff):
            days[read.on] = read
        else:
            wrong.append(Unreadable(number, read))
    if not wrong and (missing := LEAST_DAYS - sum(not day.is_worked for day in days.values())) > 0:
        wrong.append(Unreadable(0, _too_few(missing)))
    return sorted(days.values(), key=lambda day: day.on), wrong


def write_days(days: Iterable[DayOff]) -> str:
    """Days as such a text: what `read_days` reads again."""
    return "\n".join(_written(day) for day in sorted(days, key=lambda day: day.on))


def first_days(year: int) -> str:
    """What of a year's days can be known beforehand: those of the solar calendar."""
    fixed = ((1, 1, "Tết Dương lịch"), (30, 4, "Ngày Chiến thắng 30/4"), (1, 5, "Quốc tế Lao động 1/5"),
             (2, 9, "Quốc khánh"), (24, 11, "Ngày Văn hoá Việt Nam"))  # fmt: skip
    days = (
        DayOff(date(year, month, day), False, Certainty.CONFIRMED, _name(name)) for day, month, name in fixed
    )
    return write_days(days)


def _read(line: str, year: int) -> DayOff | Label:
    match = _LINE.fullmatch(" ".join(line.split()))
    if match is None:
        return Label(
            "Viết như “01/01/2028 nghỉ Tết Dương lịch” hoặc “22/01/2028 làm bù”.",
            "Write it like “01/01/2028 nghỉ Tết Dương lịch” (off) or “22/01/2028 làm bù” (worked).",
        )
    if int(match["year"] or year) != year:
        return Label(f"Ngày này không thuộc năm {year}.", f"This day is not of {year}.")
    try:
        on = date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return Label("Không có ngày này.", "There is no such day.")
    is_worked = _KINDS[fold(match["kind"])]
    if is_worked and on.weekday() < SATURDAY:
        return Label("Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.", "A day worked instead is on a weekend.")
    certainty = Certainty.PROVISIONAL if match["doubt"] else Certainty.CONFIRMED
    return DayOff(on, is_worked, certainty, _name(match["name"][:LONGEST_NAME]))


def _name(text: str) -> Label:
    """The name as written, with the English one where the program knows the day by the same name."""
    known = {day.label.vi: day.label.en for day in shipped().days.values()}
    return Label(text, known.get(text, text))


def _written(day: DayOff) -> str:
    kind = "làm bù" if day.is_worked else "nghỉ"
    doubt = "" if day.certainty is Certainty.CONFIRMED else "?"
    return " ".join(filter(None, (f"{day.on:%d/%m/%Y}", kind, day.label.vi, doubt)))


def _too_few(missing: int) -> Label:
    return Label(
        f"Còn thiếu {missing} ngày nghỉ: Bộ luật Lao động (Điều 112) cho nghỉ ít nhất {LEAST_DAYS} ngày, "
        f"kể cả ngày rơi vào cuối tuần.",
        f"{missing} days off are missing: article 112 of the Labour Code gives at least {LEAST_DAYS}, "
        f"those on weekends included.",
    )


def lines_of(wrong: Iterable[Unreadable], language: str) -> Iterator[str]:
    """What cannot be taken, in words, with the lines."""
    for one in wrong:
        where = "" if not one.number else f"{'Dòng' if language == 'vi' else 'Line'} {one.number}: "
        yield where + one.why.text(language)
