"""The integrity check: a regulation must add up, and where the printed text does not,
an anomaly must say so.
"""

from ocop.kernel.law.integrity.check import check_regulation, known_mismatches
from ocop.kernel.law.integrity.mismatch import Mismatch

__all__ = ["Mismatch", "check_regulation", "known_mismatches"]
