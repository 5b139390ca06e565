"""Plans, inspections, an order and a report for the tests of the whole house, about the one certificate."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop.casework.inspections import acts
from ocop.casework.inspections.acts import Demand, Told
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Inspection,
    InspectionPlan,
    MinistryInspection,
    MisuseReport,
)
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.foundation.printing.making import make_due
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage
from ocop.registers.products.models import Recognition


def tell_inspections(stage: Stage) -> None:
    """A plan of this year with its inspection and an order, a draft for the next, a surprise under way, a
    report with a photograph.
    """
    at, phuc = moment("11-14 10:00"), stage.people["phuc"]
    plan = acts.draw_plan(stage.programme, year=2026, visits=3, by=phuc, at=at)
    acts.issue_plan(plan, number=f"31{MARK}/KH-SNNMT", issued_on=at.date(), by=phuc, at=at)
    acts.draw_plan(stage.programme, year=2027, visits=3, by=phuc, at=at)
    recognition = Recognition.objects.get(product=stage.products["che-shan"])
    told = {"recognitions": [recognition], "starts_on": at.date(), "team": [phuc], "by": phuc, "at": at}
    _conclude(acts.open_inspection(stage.programme, **told), phuc)
    acts.record_ministrys(
        stage.programme, recognition=recognition, agency="Bộ Nông nghiệp và Môi trường",
        inspected_on=at.date(), number=f"88{MARK}/BC-BNNMT", issued_on=at.date(), because="Có tin báo.",
        findings="Nhãn thiếu ngày.", demand="In lại nhãn.", due_on=date(2027, 12, 15), by=phuc, at=at,
    )  # fmt: skip
    make_due(lambda: moment("11-14 16:30"))
    surprise = acts.open_inspection(stage.programme, **told, because="Có tin báo.")
    acts.declare_tie(surprise, relation="none", by=phuc, at=at)
    seen = {"kind": "wrong_stars", "seen_at": "Chợ Cốc Lếu", "photo": b"RIFF", "is_proven": True}
    code = recognition.certificate_code or ""
    acts.file_report(stage.programme, Told(once="a" * 32, code=code, **seen), at=at)


def _conclude(inspection: Inspection, phuc: Any) -> None:
    at, due = moment("11-14 16:00"), date(2027, 12, 15)
    acts.declare_tie(inspection, relation="none", by=phuc, at=at)
    typed = {f"result_{one.name}": "kept" for one in seen_of(inspection)}
    typed |= {"result_1_pack": "not_kept", "note_1_pack": "Khác ảnh đã công nhận."}
    acts.save_findings(inspection, typed=typed, by=phuc, at=at)
    acts.conclude_inspection(
        inspection, conclusions={1: "to_correct"}, demands={"1_pack": Demand("In lại nhãn.", due)},
        by=phuc, at=at,
    )  # fmt: skip


def inspection_places() -> dict[str, tuple[Any, ...]]:
    """What stands in the addresses of the matrix."""
    draft = InspectionPlan.objects.get(year=2027)
    report = MisuseReport.objects.get()
    return {
        "inspection-plan": (InspectionPlan.objects.get(year=2026).key,),
        "inspection-draft": (draft.key,),
        "inspection-line": (draft.key, draft.lines.get().pk),
        "inspection": (Inspection.objects.get(state="concluded").key,),
        "inspection-open": (Inspection.objects.get(state="open").key,),
        "ministrys": (MinistryInspection.objects.get().key,),
        "order": (CorrectiveOrder.objects.get().key,),
        "misuse": (report.key,),
        "misuse-ticket": (report.ticket,),
    }
