"""What a row of the register means beside what is on record already."""

from ocop.registers.recognitions.rules.forms import form_of, set_of
from ocop.registers.recognitions.rules.likeness import Alike
from ocop.registers.recognitions.rules.matching import (
    Found,
    KnownRecognition,
    Match,
    Outcome,
    ProducerRef,
    ProductRef,
    Register,
    spelt,
)
from ocop.registers.recognitions.rules.rows import doubts_of, faults_of, row_of

__all__ = [
    "Alike",
    "Found",
    "KnownRecognition",
    "Match",
    "Outcome",
    "ProducerRef",
    "ProductRef",
    "Register",
    "doubts_of",
    "faults_of",
    "form_of",
    "row_of",
    "set_of",
    "spelt",
]
