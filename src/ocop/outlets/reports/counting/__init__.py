"""Counting a plan: one definition for every number, used by pages, command, papers and tests alike."""

from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.extent import Extent, Record
from ocop.outlets.reports.counting.registry import counters
from ocop.outlets.reports.counting.standing import Standing, aim, at_risk, standing

__all__ = ["Counter", "Extent", "Record", "Standing", "aim", "at_risk", "counters", "standing"]
