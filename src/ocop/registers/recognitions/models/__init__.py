"""Imports of the register, the recognitions entered from paper, their corrections and scans."""

from ocop.registers.recognitions.models.entered import Correction, Entered, Scan
from ocop.registers.recognitions.models.imports import RegisterImport

__all__ = ["Correction", "Entered", "RegisterImport", "Scan"]
