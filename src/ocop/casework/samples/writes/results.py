"""A laboratory's report goes on record with its verdict; whoever calls has asked who may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.labels import VERDICTS
from ocop.casework.samples.models import Indicator, Sample, TestReport, TestResult
from ocop.casework.samples.permissions import REPORT_FILES
from ocop.casework.samples.rules import Verdict, judge, read_value, whole
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import transition, vouch, words
from ocop.foundation.documents.actions import store
from ocop.foundation.notifications.actions import tell
from ocop.kernel.text import one_line
from ocop.registers.producers.selectors import people_of


@dataclass(frozen=True)
class Paper:
    """What a report says of itself and of the sample that it is about."""

    number: str
    issued_on: date
    code: str
    contest_until: date
    seal_no: str = ""
    name: str = ""


def write_report(
    sample: Sample, paper: Paper, values: Mapping[Indicator, str], file: Any, *, by: Person, at: datetime
) -> TestReport:
    """The report, a row for each value, the sample's move, the producer and the officers told. Every value
    can be read.
    """
    rows = [_result(indicator, text) for indicator, text in values.items()]
    report = TestReport.objects.create(
        sample=sample,
        number=one_line(paper.number),
        issued_on=paper.issued_on,
        file=store(file, owner=REPORT_FILES, by=by, at=at) if file else None,
        verdict=whole(Verdict(one.verdict) for one in rows).value,
        stops=any(one.verdict == Verdict.FAIL and one.indicator.is_safety for one in rows),
        contest_until=paper.contest_until,
        at=at,
        by=by,
    )
    for row in rows:
        row.report = report
    vouch(TestResult.objects.bulk_create(rows))
    data = {"report": report.number, "verdict": report.verdict, "stops": report.stops}
    transition(sample, "report", by=by, at=at, data=data)
    _tell(sample, report, at=at)
    return report


def _result(indicator: Indicator, text: str) -> TestResult:
    reading = read_value(text, indicator.unit)
    assert reading is not None  # noqa: S101 - asked by who calls
    return TestResult(indicator=indicator, text=one_line(text), verdict=judge(indicator.limit, reading).value)


def _tell(sample: Sample, report: TestReport, *, at: datetime) -> None:
    dossier = sample.demand.dossier
    told = {
        *people_of(dossier.product.producer, at),
        *people_holding(Role.PROVINCE_OFFICER, at, place=dossier.commune),
        *people_holding(Role.SECRETARY, at, place=dossier.commune),
    }
    tell(
        told,
        kind="samples.tested",
        subject=words(
            _("Kết quả kiểm nghiệm “%(product)s”: %(verdict)s"), product=dossier.product.name,
            verdict=VERDICTS[Verdict(report.verdict)],
        ),
        body=words(
            _("Phiếu %(number)s. Đề nghị kiểm nghiệm mẫu đối chứng, nếu có, đến hết ngày %(day)s."),
            number=report.number, day=date_format(report.contest_until, "d/m/Y"),
        ),
        url=sample.get_absolute_url(),
        at=at,
    )  # fmt: skip
