"""Regulations as data: their shape, the loader and the integrity check."""

from ocop.kernel.law.integrity import Mismatch, check_regulation
from ocop.kernel.law.loader import load_regulations, regulation
from ocop.kernel.law.model import Case, Criterion, Option, ProductSet, Regulation, Rule
from ocop.kernel.law.record import RegulationError

__all__ = [
    "Case",
    "Criterion",
    "Mismatch",
    "Option",
    "ProductSet",
    "Regulation",
    "RegulationError",
    "Rule",
    "check_regulation",
    "load_regulations",
    "regulation",
]
