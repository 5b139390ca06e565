"""Annulments and the acts that they annul."""

from ocop.casework.annulment.models.annulments import Annulment, AnnulmentItem

__all__ = ["Annulment", "AnnulmentItem"]
