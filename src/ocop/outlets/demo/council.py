"""The provincial council: its papers, its seats, its working rules."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from ocop.casework.review import acts
from ocop.casework.review.rules import Agency, Function
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.outlets.demo.cast import actors
from ocop.outlets.demo.moments import day
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

COMMITTEE = "Ủy ban nhân dân tỉnh Lào Cai"
NAME = "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Lào Cai (minh hoạ)"
PAPERS = {
    "council": (PaperKind.DECISION, f"101{MARK}/QĐ-UBND", "09-10", COMMITTEE, "Thành lập hội đồng đánh giá"),
    "team": (PaperKind.DECISION, f"102{MARK}/QĐ-UBND", "09-10", COMMITTEE,
    "Thành lập tổ tư vấn giúp việc hội đồng"),
    "rules": (PaperKind.WORKING_RULES, f"103{MARK}/QĐ-UBND", "09-14", COMMITTEE,
    "Quy chế hoạt động của hội đồng"),
    "report-1": (PaperKind.REPORT, f"01{MARK}/BC-TTV", "11-06", "Tổ tư vấn",
    "Báo cáo thẩm định hồ sơ phiên thứ nhất"),
    "report-2": (PaperKind.REPORT, f"02{MARK}/BC-TTV", "11-16", "Tổ tư vấn",
    "Báo cáo thẩm định hồ sơ phiên thứ hai"),
}  # fmt: skip


def note_council(stage: Stage) -> None:
    """Established on 10 September, with rules from 15 September."""
    for key in PAPERS:
        stage.diary.note(f"{PAPERS[key][2]} 16:00", partial(_file, stage, key))
    stage.diary.note("09-15 08:00", lambda at: _establish(stage, at))


def _file(stage: Stage, key: str, at: datetime) -> None:
    kind, number, issued, issuer, subject = PAPERS[key]
    stage.papers[key] = file_paper(
        kind=kind, number=number, issued_on=day(issued), issuer=issuer, subject=subject,
        by=stage.people["thu"], at=at,
    )  # fmt: skip


def _establish(stage: Stage, at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    papers, phuc = stage.papers, stage.people["phuc"]
    stage.council = acts.establish_council(
        stage.programme, name=NAME, established_by=papers["council"], team_by=papers["team"],
        starts_on=at.date(), by=phuc, at=at,
    )  # fmt: skip
    acts.set_rules(
        stage.council, issued_by=papers["rules"], effective_on=at.date(), quorum_numerator=3,
        quorum_denominator=4,
        quorum_least=5, spread_limit=10, by=phuc, at=at,
    )  # fmt: skip
    for actor in actors():
        if actor.seat:
            stage.seats[actor.key] = acts.seat_member(
                stage.council, stage.people[actor.key], function=Function(actor.seat),
                agency=Agency(actor.agency),
                by=phuc, at=at,
            )  # fmt: skip
