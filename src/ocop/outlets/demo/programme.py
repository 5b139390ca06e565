"""The programme of the province and its round."""

from __future__ import annotations

from datetime import datetime

from ocop.outlets.demo.moments import YEAR
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.programme.acts import set_up_programme
from ocop.registers.rounds.acts import open_round

MARK = "-MH"


def note_programme(stage: Stage) -> None:
    """Set up before anything else; the second round of the year (article 5) follows."""
    stage.diary.note("09-01 08:00", lambda at: _set_up(stage, at))
    stage.diary.note("09-01 08:30", lambda at: _open_round(stage, at))


def _set_up(stage: Stage, at: datetime) -> None:
    fields = {
        "province": stage.province,
        "name": "Chương trình OCOP tỉnh Lào Cai (minh hoạ)",
        "agency_parent": "Ủy ban nhân dân tỉnh Lào Cai",
        "agency_name": "Sở Nông nghiệp và Môi trường",
        "authority_name": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "seat": "Lào Cai",
        "paper_mark": MARK,
        "help_phone": "0900 000 000",
        "is_demonstration": True,
    }
    stage.programme = set_up_programme(fields=fields, by=stage.people["phuc"], at=at)


def _open_round(stage: Stage, at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    stage.round = open_round(
        stage.programme, regulation_code=REGULATION, year=YEAR, number=2, by=stage.people["phuc"], at=at
    )
