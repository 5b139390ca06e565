"""Counting a plan: one definition for every number, used by pages, command, papers and tests alike."""

from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.progress import Progress, at_risk, progress_of
from ocop.outlets.reports.counting.registry import counters

__all__ = ["Counter", "Extent", "Progress", "Record", "at_risk", "counters", "progress_of"]
