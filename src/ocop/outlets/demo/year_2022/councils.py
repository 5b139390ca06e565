"""The two councils of the year: that of Bảo Thắng district, which scores first, and that of the province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from ocop.casework.review import acts
from ocop.casework.review.rules import Agency, Function
from ocop.foundation.accounts.rules import Level
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR, ground, rows


@dataclass(frozen=True)
class Set:
    """A council: level, place, who keeps its minutes, the first number of its papers,
    whose seats in people.json.
    """

    key: str
    name: str
    level: Level
    place: str
    secretary: str
    number: int
    seat: str
    issuer: str


SETS = (
    Set("district", "Hội đồng OCOP huyện Bảo Thắng (minh hoạ)", Level.DISTRICT, "086", "ghi-bao-thang", 31,
        "district_seat", "Ủy ban nhân dân huyện Bảo Thắng"),
    Set("province", "Hội đồng OCOP tỉnh Lào Cai năm 2022 (minh hoạ)", Level.PROVINCE, "", "ghi", 61,
        "seat", "Ủy ban nhân dân tỉnh Lào Cai"),
)  # fmt: skip
PAPERS = (
    ("council", PaperKind.DECISION, "QĐ-UBND", "Thành lập hội đồng đánh giá"),
    ("team", PaperKind.DECISION, "QĐ-UBND", "Thành lập tổ tư vấn giúp việc hội đồng"),
    ("rules", PaperKind.WORKING_RULES, "QĐ-UBND", "Quy chế hoạt động của hội đồng"),
)


def note_old_councils(stage: Stage) -> None:
    """Established in spring, with papers of their own."""
    for number, one in enumerate(SETS):
        stage.diary.note(f"2022-03-{7 + number:02} 09:00", partial(_establish, stage, one))


def _establish(stage: Stage, one: Set, at: datetime) -> None:
    by = person(stage, "so")
    for place, (name, kind, symbol, subject) in enumerate(PAPERS):
        stage.papers[key_of(f"{one.key}-{name}")] = file_paper(
            kind=kind, number=f"{one.number + place}-MH/{symbol}", issued_on=date(YEAR, 3, 4),
            issuer=one.issuer,
            subject=f"{subject} (minh hoạ)", by=by, at=at,
        )  # fmt: skip
    papers = {name: stage.papers[key_of(f"{one.key}-{name}")] for name, *_ in PAPERS}
    council = stage.councils[one.key] = acts.establish_council(
        stage.programmes[YEAR], name=one.name, established_by=papers["council"], team_by=papers["team"],
        starts_on=at.date(), ends_on=date(YEAR, 12, 31), level=one.level,
        place=ground(one.place) if one.place else None, by=by, at=at,
    )  # fmt: skip
    acts.set_rules(
        council, issued_by=papers["rules"], effective_on=at.date(), quorum_numerator=2, quorum_denominator=3,
        quorum_least=3, spread_limit=10, by=by, at=at,
    )  # fmt: skip
    for row in rows("people"):
        if one.seat in row:
            _seat(stage, one, row["key"], Function(row[one.seat]), Agency(row["agency"]), at)
    _seat(stage, one, one.secretary, Function.SECRETARY, Agency.OCOP_BODY, at)


def _seat(stage: Stage, one: Set, key: str, function: Function, agency: Agency, at: datetime) -> None:
    acts.seat_member(
        stage.councils[one.key],
        person(stage, key),
        function=function,
        agency=agency,
        by=person(stage, "so"),
        at=at,
    )


def members(one: Set) -> list[str]:
    """The keys of those who score, the chair first."""
    return [row["key"] for row in rows("people") if one.seat in row]
