"""What is looked at on the spot: visits before the council and after award, an inspection after a shopper's
report, its corrective order and the answer.
"""

from __future__ import annotations

from datetime import date, datetime

from ocop.casework.fieldwork import acts as visits
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.selectors.targets import Goal
from ocop.casework.inspections import acts
from ocop.casework.inspections.acts import Demand, Told
from ocop.casework.inspections.models import CorrectiveOrder, Inspection, MisuseReport
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.outlets.demo.helping.artwork import board
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.life.visiting import carry_out
from ocop.outlets.demo.moments import day
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

WATCHED = "tao-meo"
STARS = "Nhãn in 5 sao, giấy chứng nhận 4 sao."


def note_checks(stage: Stage) -> None:
    """A workshop is visited before the council; a label with a star too many is reported and corrected."""
    note = stage.diary.note
    note("10-28 16:00", lambda at: _plan(stage, at))
    note("10-30 10:40", lambda at: _visit(stage, at))
    note("11-05 20:15", lambda at: _tell(stage, "1", "Chợ phiên Bắc Hà", STARS, at))
    note("11-06 08:30", lambda at: _inspect(stage, at))
    note("11-10 15:00", lambda at: _conclude(stage, at))
    note("11-18 20:00", lambda at: _answer(stage, at))
    note("11-19 14:00", lambda at: _plan_next(stage, at))
    note(
        "11-22 18:20",
        lambda at: _tell(stage, "2", "Cửa hàng ở phường Lào Cai", "Gắn logo lên chai khác.", at),
    )


def _plan(stage: Stage, at: datetime) -> None:
    """The dried plums: the commune proposed them, where the workshop stands is unclear."""
    _arrange(stage, Goal(stage.products["man-say"], stage.dossiers["man-say"]), "10-30", at)


def _arrange(
    stage: Stage, goal: Goal, when: str, at: datetime, kind: VisitKind = VisitKind.VERIFICATION
) -> None:
    assert stage.programme is not None  # noqa: S101
    (made,) = visits.plan_visits(
        stage.programme, kind=kind, day=day(when), goals=[goal], inspectors=[stage.people["tam"]],
        reason="Minh hoạ: minh chứng về nhà xưởng chưa rõ.", by=stage.people["phuc"], at=at,
    )  # fmt: skip
    stage.visits[goal.product.name] = made


def _visit(stage: Stage, at: datetime) -> None:
    visit = stage.visits[stage.products["man-say"].name]
    code = visit.lines[0].code
    carry_out(
        visit, by=stage.people["tam"], officer=stage.people["phuc"], at=at,
        met="Mẫu Seo Dình, chủ trang trại", report_no=f"03{MARK}/BB-KTTT",
        differs={code: "Minh hoạ: một phần ba mận mua của xã bên."},
    )  # fmt: skip


def _plan_next(stage: Stage, at: datetime) -> None:
    """A check after award that is still to come; the producer knows."""
    known = recognition_of(stage, "nep-cam")
    _arrange(stage, Goal(known.product, None, known), "12-03", at, VisitKind.POST_CHECK)
    visits.announce_visit(stage.visits[known.product.name], by=stage.people["phuc"], at=at)


def _tell(stage: Stage, mark: str, where: str, text: str, at: datetime) -> None:
    """A shopper has no account; the second report waits for an officer."""
    assert stage.programme is not None  # noqa: S101
    code = recognition_of(stage, WATCHED).product_code
    told = Told(
        once=mark * 32, code=code, kind="wrong_stars", seen_at=where, text=f"Minh hoạ: {text}", is_proven=True
    )
    acts.file_report(stage.programme, told, at=at)


def _inspect(stage: Stage, at: datetime) -> None:
    acts.inspect_reported(
        MisuseReport.objects.get(once="1" * 32), recognitions=[recognition_of(stage, WATCHED)],
        starts_on=date(2026, 11, 10), team=[stage.people["phuc"], stage.people["tam"]],
        reason="Minh hoạ: người mua báo nhãn in sai hạng sao.", by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _conclude(stage: Stage, at: datetime) -> None:
    """Everything is as it was recognised but the stars on the label."""
    inspection, by = Inspection.objects.get(reports__once="1" * 32), stage.people["tam"]
    for name in ("phuc", "tam"):
        acts.declare_tie(inspection, relation="none", by=stage.people[name], at=at)
    bad = "1_stars"
    typed = {f"result_{one.name}": "kept" for one in seen_of(inspection)}
    typed |= {f"result_{bad}": "not_kept", f"note_{bad}": f"Minh hoạ: {STARS}"}
    acts.save_findings(inspection, typed=typed, by=by, at=at)
    demand = Demand("Minh hoạ: thu nhãn in sai, in lại đúng 4 sao, báo kèm ảnh.", date(2026, 12, 10))
    acts.conclude_inspection(
        Inspection.objects.get(pk=inspection.pk), conclusions={1: "to_correct"}, demands={bad: demand},
        number=f"09{MARK}/KL-SNNMT", issued_on=at.date(), letter_no=f"10{MARK}/YC-SNNMT", by=by, at=at,
    )  # fmt: skip


def _answer(stage: Stage, at: datetime) -> None:
    acts.answer_order(
        CorrectiveOrder.objects.get(), text="Minh hoạ: đã huỷ 1.200 nhãn cũ, in nhãn mới 4 sao; gửi kèm ảnh.",
        proofs=[board("Nước táo mèo ★★★★")], by=stage.people["pua"], at=at,
    )  # fmt: skip
