"""What must hold of samples and their results."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from ocop.casework.samples.models import Sample, TestReport
from ocop.casework.samples.rules import Verdict, judge, read_limit, read_value, same_words, whole
from ocop.casework.samples.states import SampleState
from ocop.foundation.invariants import Invariant

CHUNK = 200


def verdict_faults() -> Iterator[str]:
    """Every verdict is what its value and limit give, and the report's what its rows give."""
    rows = TestReport.objects.prefetch_related("results__indicator").order_by("pk")
    for report in rows.iterator(CHUNK):
        results = list(report.results.all())
        for one in results:
            limit, reading = read_limit(one.indicator.limit_text), read_value(one.text, one.indicator.unit)
            if limit is None or reading is None or judge(limit, reading).value != one.verdict:
                yield f"report {report.number}: “{one.indicator}” is not {one.verdict}"
        stops = any(one.verdict == Verdict.FAIL and one.indicator.is_safety for one in results)
        if report.stops != stops or report.verdict != whole(Verdict(one.verdict) for one in results):
            yield f"report {report.number}: its verdict is not that of its values"


def sample_faults() -> Iterator[str]:
    """One with a result has one report that counts and was sent; the name differs where it says so."""
    rows = Sample.objects.prefetch_related("reports", "handovers").select_related("dispatch")
    for sample in rows.order_by("pk").iterator(CHUNK):
        counting = [one for one in sample.reports.all() if not one.set_aside_reason]
        if bool(counting) != (sample.state == SampleState.TESTED):
            yield f"sample {sample.code}: {sample.state} with {len(counting)} reports"
        if not list(sample.handovers.all()):
            yield f"sample {sample.code}: not in the receipt book"
        if sample.name_differs == same_words(sample.product_name, sample.name_on_sample):
            yield f"sample {sample.code}: its name"
    for sample in Sample.objects.filter(Q(state=SampleState.SENT) | Q(state=SampleState.TESTED)).filter(
        dispatch__isnull=True
    ):
        yield f"sample {sample.code}: sent nowhere"


INVARIANTS = (
    Invariant("verdicts of laboratories", verdict_faults),
    Invariant("samples", sample_faults),
)
"""Run by `ocop verify_all`."""
