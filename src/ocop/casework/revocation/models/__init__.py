"""Revocations, the recognitions that they take back, and what ends before any decision."""

from ocop.casework.revocation.models.cessations import Cessation
from ocop.casework.revocation.models.revocations import Revocation, RevocationItem

__all__ = ["Cessation", "Revocation", "RevocationItem"]
