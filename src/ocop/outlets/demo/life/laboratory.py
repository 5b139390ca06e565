"""A good score and a bad sample: the council gives points for 4 stars, the laboratory has found Salmonella.

The report comes two days before the meeting, because a meeting closes only when the time to contest is over.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from ocop.casework.samples import acts
from ocop.casework.samples.models import Demand, Sample
from ocop.casework.samples.rules import Cause
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

KEY = "lap-suon"
SALMONELLA: dict[str, Any] = {
    "name": "Salmonella", "limit_text": "Không phát hiện", "unit": "/25g", "standard": "QCVN 8-3:2012/BYT"
}  # fmt: skip
CONTESTED = timedelta(days=1)


def note_laboratory(stage: Stage) -> None:
    """Asked for when the dossier is accepted; nobody asks for the counter-sample."""
    note = stage.diary.note
    note("11-04 14:30", lambda at: _take(stage, at))
    note("11-09 14:20", lambda at: _report(stage, at))


def _take(stage: Stage, at: datetime) -> None:
    by, dossier = stage.people["phuc"], stage.dossiers[KEY]
    assert stage.programme is not None  # noqa: S101
    laboratory = acts.add_laboratory(
        stage.programme, name="Phòng thử nghiệm minh hoạ số 2", accreditation_no="VILAS MH-02",
        valid_until=date(2028, 12, 31), by=by, at=at,
    )  # fmt: skip
    demand: Demand = acts.ask_for_test(
        dossier, cause=Cause.PROVINCE, asked_by="Sở Nông nghiệp và Môi trường",
        reason="Minh hoạ: phiếu kiểm nghiệm trong hồ sơ thiếu chỉ tiêu vi sinh.", by=by, at=at,
    )  # fmt: skip
    sample = acts.take_sample(
        demand, name_on_sample=stage.products[KEY].name, seal_no="MH-2026-01", quantity="3 gói × 250 g",
        batch="Lô minh hoạ 10/2026", taken_on=at.date(), place="Kho của cơ sở mẫu (minh hoạ)",
        giver="Mẫu Thị Pua", taker="Mẫu Thanh Tâm", by=by, at=at,
    )  # fmt: skip
    acts.add_indicator(sample, **SALMONELLA, by=by, at=at)
    acts.send_sample(sample, laboratory=laboratory, sent_on=at.date(), by=by, at=at)


def _report(stage: Stage, at: datetime) -> None:
    sample = Sample.objects.get(demand__dossier=stage.dossiers[KEY])
    acts.record_report(
        sample, number=f"07{MARK}/KQ", issued_on=at.date(), code=sample.code,
        contest_until=at.date() + CONTESTED, values=dict.fromkeys(sample.indicators.all(), "Phát hiện"),
        by=stage.people["phuc"], at=at,
    )  # fmt: skip
