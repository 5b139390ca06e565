"""Samples of what reached 50 points before the district's council, tested before that of the province."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from ocop.casework.samples import acts
from ocop.casework.samples.models import Demand, Sample
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import person
from ocop.outlets.demo.year_2022.reading import YEAR

TAKEN, TESTED = "2022-11-02", "2022-11-18"
CONTESTED = timedelta(days=7)
LEAD: dict[str, Any] = {
    "name": "Chì (Pb)", "limit_text": "≤ 2", "unit": "mg/kg", "standard": "QCVN 8-2:2011/BYT"
}  # fmt: skip


def note_old_samples(stage: Stage) -> None:
    """Taken and sent on one day, the results some two weeks later."""
    stage.diary.note(f"{TAKEN} 08:30", lambda at: _take(stage, at))
    stage.diary.note(f"{TESTED} 14:00", lambda at: _report(stage, at))


def _take(stage: Stage, at: datetime) -> None:
    by = person(stage, "so")
    laboratory = acts.add_laboratory(
        stage.programmes[YEAR], name="Phòng thử nghiệm minh hoạ", accreditation_no="VILAS MH-01",
        valid_until=date(2025, 12, 31), by=by, at=at,
    )  # fmt: skip
    for number, demand in enumerate(Demand.objects.filter(state="due").order_by("pk"), start=1):
        sample = acts.take_sample(
            demand, name_on_sample=demand.dossier.product.name, seal_no=f"MH-{number:02}",
            quantity="3 gói × 200 g", batch="Lô minh hoạ", taken_on=at.date(), place="Cơ sở mẫu (minh hoạ)",
            giver="Người giao (minh hoạ)", taker="Mẫu Văn Lương", by=by, at=at,
        )  # fmt: skip
        acts.add_indicator(sample, **LEAD, by=by, at=at)
        acts.send_sample(sample, laboratory=laboratory, sent_on=at.date(), by=by, at=at)


def _report(stage: Stage, at: datetime) -> None:
    by = person(stage, "so")
    for number, sample in enumerate(Sample.objects.filter(state="sent").order_by("pk"), start=1):
        acts.record_report(
            sample, number=f"{number:02}-MH/KQ", issued_on=at.date(), code=sample.code,
            contest_until=at.date() + CONTESTED, values=dict.fromkeys(sample.indicators.all(), "0,05"),
            by=by, at=at,
        )  # fmt: skip
