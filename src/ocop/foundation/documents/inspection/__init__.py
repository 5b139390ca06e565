"""Looks into a file that somebody hands in, and refuses what is empty, huge, disguised, broken or harmful."""

from ocop.foundation.documents.inspection.inspect import Findings, examine, faults_of, inspect

__all__ = ["Findings", "examine", "faults_of", "inspect"]
