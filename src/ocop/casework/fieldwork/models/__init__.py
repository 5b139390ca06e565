"""Visits, who goes, what was photographed and signed there."""

from ocop.casework.fieldwork.models.records import FurtherReport, Signature, VisitPhoto
from ocop.casework.fieldwork.models.visits import Inspector, Visit

__all__ = ["FurtherReport", "Inspector", "Signature", "Visit", "VisitPhoto"]
