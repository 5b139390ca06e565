"""Samples of the small province: one at the laboratory, with all that leads to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples import acts
from ocop.casework.samples.models import Indicator, Laboratory, Sample
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.stage import Stage

PRODUCT = "mat-ong"


def note_samples(stage: Stage) -> None:
    """The advisory team has honey tested: taken, two indicators, sent."""
    phuc, at = stage.people["phuc"], moment("11-17 09:00")
    dossier = Dossier.objects.with_names().get(pk=stage.dossiers[PRODUCT].pk)
    demand = acts.ask_for_test(
        dossier, cause="council", asked_by="Tổ tư vấn", reason="Chưa có phiếu kiểm nghiệm.", by=phuc, at=at
    )  # fmt: skip
    sample = acts.take_sample(
        demand, name_on_sample=dossier.product.name, seal_no="NP-01", quantity="3 lọ × 500 ml", batch="L01",
        taken_on=at.date(), place="Tổ hợp tác", giver="Người giao", taker="Phạm Phúc", by=phuc, at=at,
    )  # fmt: skip
    for name, limit in (("Chì", "≤ 2"), ("Chloramphenicol", "không được có")):
        acts.add_indicator(
            sample, name=name, limit_text=limit, unit="mg/kg", standard="QCVN 8-2:2011/BYT", by=phuc, at=at
        )  # fmt: skip
    laboratory = acts.add_laboratory(
        stage.programme, name="Trung tâm Kiểm nghiệm", accreditation_no="VILAS 301",
        valid_until=date(2030, 12, 31), by=phuc, at=at,
    )  # fmt: skip
    acts.send_sample(sample, laboratory=laboratory, sent_on=at.date(), by=phuc, at=at)


def sample_places() -> dict[str, tuple[Any, ...]]:
    """What stands in the addresses of samples."""
    sample, indicator = Sample.objects.get(), Indicator.objects.earliest("pk")
    return {
        "demand": (sample.demand.key,),
        "sample": (sample.key,),
        "sample/indicator": (sample.key, indicator.pk),
        "laboratory": (Laboratory.objects.get().key,),
    }
