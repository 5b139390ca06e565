"""Revocations and the recognitions that they take back."""

from ocop.casework.revocation.models.revocations import Revocation, RevocationItem

__all__ = ["Revocation", "RevocationItem"]
