"""A product to be tested, and samples in any state."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.samples import acts
from ocop.casework.samples.models import Demand, Indicator, Laboratory, Sample, TestReport
from ocop.registers.programme.acts import set_up_programme
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

LEAD = {
    "name": "Chì (Pb)", "limit_text": "≤ 0,1", "unit": "mg/kg", "standard": "QCVN 8-2:2011/BYT"
}  # fmt: skip
SUGAR = {
    "name": "Đường tổng", "limit_text": "≥ 30", "unit": "g/100 g", "standard": "TCCS 01:2026",
    "is_safety": False,
}  # fmt: skip


def programme_of(cast: Any, by: Any, at: datetime) -> Programme:
    """The programme of the province, a demonstration."""
    fields = {
        "province": cast.province, "name": "OCOP Lào Cai", "agency_name": "Văn phòng điều phối",
        "authority_name": "Chủ tịch UBND tỉnh Lào Cai", "seat": "Lào Cai", "paper_mark": "-MH",
        "is_demonstration": True,
    }  # fmt: skip
    return current() or set_up_programme(fields=fields, by=by, at=at)


class Tests:
    """Phúc of the province takes and records, Thu is the secretary, Lan has the product."""

    __test__ = False  # no test of ours

    def __init__(self, cast: Any, at: datetime, dossier: Dossier | None = None, by: Any = None) -> None:
        self.cast, self.at, self.today = cast, at, at.date()
        self.scene = None if dossier is not None else Scene(cast, at)
        if self.scene is not None:
            self.lan, self.minh, self.quang = self.scene.lan, self.scene.minh, self.scene.quang
            self.phuc = self.scene.phuc
            self.thu = cast.person("thu", "Nguyễn Thu")
            cast.appoint(self.thu, "secretary")
        else:
            self.phuc = by
        self.programme = programme_of(cast, self.phuc, at)
        self.dossier = dossier or self.scene.accepted()  # type: ignore[union-attr]

    def asked(self, **facts: Any) -> Demand:
        """At the request of the advisory team."""
        known = {"cause": "council", "asked_by": "Tổ tư vấn, 12/BC-TTV", "reason": "Nghi có chì."}
        told = {"by": self.phuc, "at": self.at, **known, **facts}
        return acts.ask_for_test(self.dossier, **told)

    def taken(self, demand: Demand | None = None, **facts: Any) -> Sample:
        """Named as the product, sealed, today."""
        demand = demand or self.asked()
        count = Sample.objects.count()
        known = {
            "name_on_sample": demand.dossier.product.name, "seal_no": f"NP-{count + 1}",
            "quantity": "3 túi × 200 g", "batch": "L01, 20/11/2026", "taken_on": self.today,
            "place": "Xưởng, thôn Na Nhung", "giver": "Giàng Thị Lan", "taker": "Phạm Phúc",
        }  # fmt: skip
        return acts.take_sample(demand, **{"by": self.phuc, "at": self.at, **known, **facts})

    def laboratory(self, **facts: Any) -> Laboratory:
        """Accredited for another year."""
        known = {
            "name": "Trung tâm Kiểm nghiệm", "accreditation_no": "VILAS 301",
            "valid_until": self.today + timedelta(days=365),
        }  # fmt: skip
        fields = {**known, **facts}
        there = Laboratory.objects.filter(accreditation_no=fields["accreditation_no"]).first()
        return there or acts.add_laboratory(self.programme, by=self.phuc, at=self.at, **fields)

    def sent(self, demand: Demand | None = None, *indicators: dict[str, Any], **facts: Any) -> Sample:
        """At the laboratory, for lead unless said otherwise."""
        sample = self.taken(demand, **facts)
        for one in indicators or (LEAD,):
            acts.add_indicator(sample, by=self.phuc, at=self.at, **one)
        acts.send_sample(
            sample, laboratory=self.laboratory(), sent_on=self.today, by=self.phuc, at=self.at
        )  # fmt: skip
        return self.again(sample)

    def report(self, sample: Sample, *values: str, **facts: Any) -> TestReport:
        """Of today; a value for each indicator."""
        asked: list[Indicator] = list(sample.indicators.filter(drop_reason=""))
        known: dict[str, Any] = {
            "number": f"PKQ-{TestReport.objects.count() + 1}", "issued_on": self.today, "code": sample.code,
            "contest_until": self.today + timedelta(days=5), "values": dict(zip(asked, values, strict=True)),
        }  # fmt: skip
        return acts.record_report(sample, **{"by": self.phuc, "at": self.at, **known, **facts})

    def tested(self, value: str = "0,02", demand: Demand | None = None, **facts: Any) -> Sample:
        """With a result for lead."""
        sample = self.sent(demand, **facts)
        self.report(sample, value)
        return self.again(sample)

    def again(self, sample: Sample) -> Sample:
        """As it is stored."""
        return Sample.objects.with_names().get(pk=sample.pk)

    def day(self, days: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=days)
