"""What the tests of products come to: which result counts, what it says. A few statements for any number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from ocop.casework.samples.labels import OUTCOME_KINDS, OUTCOMES, VERDICTS
from ocop.casework.samples.models import Demand, Sample, TestReport, TestResult
from ocop.casework.samples.rules import OutcomeKind, Verdict
from ocop.casework.samples.states import DemandState, SampleState


@dataclass(frozen=True)
class Outcome:
    """Where the test of a product stands. `report` is the one that counts, where one does."""

    demand: Demand
    kind: OutcomeKind
    samples: Sequence[Sample]
    sample: Sample | None = None
    report: TestReport | None = None

    @property
    def word(self) -> str:
        """Where it stands, in a few words."""
        return str(OUTCOMES[self.kind])

    @property
    def css(self) -> str:
        """How that looks."""
        return OUTCOME_KINDS[self.kind]

    @property
    def stops(self) -> bool:
        """Whether it stops recognition, whatever the points."""
        return self.kind is OutcomeKind.FAILED

    @property
    def is_settled(self) -> bool:
        """Whether there is a result that counts and says something."""
        return self.kind in {OutcomeKind.FAILED, OutcomeKind.PASSED}

    @property
    def has_impurity(self) -> bool:
        """Whether what fails is an impurity, which the sheets of some sets exclude by themselves."""
        return any(one.indicator.is_impurity and one.verdict == Verdict.FAIL for one in self.results)

    @property
    def results(self) -> list[TestResult]:
        """What was found, in the report that counts."""
        return [] if self.report is None else list(self.report.results.all())

    @property
    def sentence(self) -> str:
        """In a sentence: what was found, of which sample, by which report; and what is not met."""
        words = self.word
        if self.report is None:
            return words
        told = {"what": words, "sample": self.sample, "report": self.report.number,
                "day": f"{self.report.issued_on:%d/%m/%Y}"}  # fmt: skip
        text = _("%(what)s (mẫu %(sample)s, phiếu %(report)s ngày %(day)s)") % told
        failing = [result_words(one) for one in self.results if one.verdict != Verdict.PASS]
        return f"{text}: {'; '.join(failing)}" if failing else text

    def as_record(self) -> dict[str, Any]:
        """What a final result keeps of it."""
        report = self.report
        return {
            "kind": self.kind.value,
            "sample": "" if self.sample is None else self.sample.code,
            "report": "" if report is None else report.number,
            "issued_on": "" if report is None else report.issued_on.isoformat(),
            "words": self.sentence,
            "results": [
                {"indicator": one.indicator.name, "value": one.text, "limit": one.indicator.limit_words,
                 "standard": one.indicator.standard, "verdict": one.verdict}
                for one in self.results
            ],
        }  # fmt: skip


def result_words(result: TestResult) -> str:
    """One indicator with its working: value, limit, standard, verdict."""
    indicator = result.indicator
    return _("%(name)s %(value)s %(unit)s, giới hạn %(limit)s theo %(standard)s: %(verdict)s") % {
        "name": indicator.name,
        "value": result.text,
        "unit": indicator.unit,
        "limit": indicator.limit_words,
        "standard": indicator.standard,
        "verdict": str(VERDICTS[Verdict(result.verdict)]).lower(),
    }


def outcomes_of(dossiers: Iterable[int]) -> Mapping[int, Outcome]:
    """By the dossiers' keys, where a test is demanded. One statement where none is."""
    counting = TestReport.objects.filter(set_aside_reason="")
    samples = Sample.objects.exclude(state=SampleState.VOID).select_related("contested_by", "retest")
    with_reports = samples.prefetch_related(
        Prefetch("reports", counting.prefetch_related("results__indicator"), to_attr="counting")
    )
    demands = Demand.objects.live().filter(dossier__in=list(dossiers))
    found = demands.select_related("dossier__product").prefetch_related(
        Prefetch("samples", with_reports, to_attr="live_samples"), "choices"
    )
    return {demand.dossier_id: outcome_of(demand) for demand in found}


def outcome_of(demand: Demand) -> Outcome:
    """Of a demand that was read with its samples."""
    samples: list[Sample] = demand.live_samples  # type: ignore[attr-defined]
    if demand.state == DemandState.POSTPONED:
        return Outcome(demand, OutcomeKind.POSTPONED, samples)
    tested = [one for one in samples if one.state == SampleState.TESTED]
    if not tested:
        return Outcome(demand, OutcomeKind.WAITING, samples)
    if _is_contested(samples, tested):
        return Outcome(demand, OutcomeKind.CONTESTED, samples)
    sample = _counting(demand, tested)
    if sample is None:
        return Outcome(demand, OutcomeKind.UNCHOSEN, samples)
    report: TestReport = sample.counting[0]  # type: ignore[attr-defined]
    return Outcome(demand, _said(sample, report), samples, sample, report)


def _is_contested(samples: Sequence[Sample], tested: Sequence[Sample]) -> bool:
    """Whether a counter-sample was asked for that has no result yet."""
    answered = {one.retest_id for one in tested}
    asked = [getattr(one, "contested_by", None) for one in samples]
    return any(one is not None and one.pk not in answered for one in asked)


def _counting(demand: Demand, tested: Sequence[Sample]) -> Sample | None:
    """The only one, or the one that was chosen last, when all of them were there."""
    if len(tested) == 1:
        return tested[0]
    chosen = list(demand.choices.all())
    newest = max(one.counting[0].at for one in tested)  # type: ignore[attr-defined]
    if not chosen or chosen[-1].at < newest:
        return None
    return next((one for one in tested if one.pk == chosen[-1].sample_id), None)


def _said(sample: Sample, report: TestReport) -> OutcomeKind:
    if not sample.is_named:
        return OutcomeKind.OTHER_NAME
    if report.stops:
        return OutcomeKind.FAILED
    unsure = any(one.verdict == Verdict.UNSURE for one in report.results.all() if one.indicator.is_safety)
    return OutcomeKind.UNSURE if unsure else OutcomeKind.PASSED
