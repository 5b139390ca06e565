"""The programme of the old province, whose councils met and whose authority signed until June 2025."""

from __future__ import annotations

from datetime import datetime

from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import person
from ocop.outlets.demo.year_2022.reading import PROVINCE, YEAR, ground
from ocop.registers.programme.acts import set_up_programme


def note_old_programme(stage: Stage) -> None:
    """Set up on the first working day; that of today's province follows in 2026."""
    stage.diary.note("2022-01-04 10:00", lambda at: _set_up(stage, at))


def _set_up(stage: Stage, at: datetime) -> None:
    fields = {
        "province": ground(PROVINCE),
        "name": "Chương trình OCOP tỉnh Lào Cai đến 30/6/2025 (minh hoạ)",
        "agency_parent": "Ủy ban nhân dân tỉnh Lào Cai",
        "agency_name": "Sở Nông nghiệp và Phát triển nông thôn",
        "authority_name": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "seat": "Lào Cai",
        "paper_mark": MARK,
        "help_phone": "0900 000 000",
        "is_demonstration": True,
    }
    stage.programmes[YEAR] = set_up_programme(fields=fields, by=person(stage, "so"), at=at)
