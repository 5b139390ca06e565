"""Looks into a file that somebody hands in, and refuses what is empty, huge, disguised, broken or harmful."""

from ocop.foundation.documents.inspection.inspect import Findings, examine, inspect

__all__ = ["Findings", "examine", "inspect"]
