"""The integrity check: a regulation must add up, and where the printed text does not,
an anomaly must say so.
"""

from ocop.kernel.law.integrity.check import check_regulation, known_mismatches
from ocop.kernel.law.integrity.finding import Finding

__all__ = ["Finding", "check_regulation", "known_mismatches"]
