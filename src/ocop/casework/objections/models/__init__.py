"""Objections and what came with them."""

from ocop.casework.objections.models.objections import Objection, ObjectionFile

__all__ = ["Objection", "ObjectionFile"]
