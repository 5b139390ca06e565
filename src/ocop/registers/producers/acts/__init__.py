"""Acts of this package that have a file of their own, in the order of the work."""

from ocop.registers.producers.acts.issue_code import ISSUE_CODE, issue_code_to_own

ACTS = (ISSUE_CODE,)

__all__ = ["ACTS", "ISSUE_CODE", "issue_code_to_own"]
