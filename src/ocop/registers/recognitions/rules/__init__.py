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

__all__ = [
    "Alike",
    "Found",
    "KnownRecognition",
    "Match",
    "Outcome",
    "ProducerRef",
    "ProductRef",
    "Register",
    "form_of",
    "set_of",
    "spelt",
]
