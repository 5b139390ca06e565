"""Laboratories, demands, samples and what was found."""

from ocop.casework.samples.models.demands import Choice, Demand
from ocop.casework.samples.models.laboratories import Laboratory
from ocop.casework.samples.models.reports import TestReport, TestResult
from ocop.casework.samples.models.samples import Dispatch, Handover, Indicator, Retest, Sample

__all__ = [
    "Choice",
    "Demand",
    "Dispatch",
    "Handover",
    "Indicator",
    "Laboratory",
    "Retest",
    "Sample",
    "TestReport",
    "TestResult",
]
