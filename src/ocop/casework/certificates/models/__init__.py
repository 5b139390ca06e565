"""Tables of certificates; one file per noun."""

from ocop.casework.certificates.models.central import CentralAnswer, Redo
from ocop.casework.certificates.models.certificates import Certificate
from ocop.casework.certificates.models.corrections import Correction
from ocop.casework.certificates.models.decisions import Decision, DecisionItem
from ocop.casework.certificates.models.letters import Proposal, ResultNotice
from ocop.casework.certificates.models.lookups import Lookup
from ocop.casework.certificates.models.proofs import Proof

__all__ = [
    "CentralAnswer",
    "Certificate",
    "Correction",
    "Decision",
    "DecisionItem",
    "Lookup",
    "Proof",
    "Proposal",
    "Redo",
    "ResultNotice",
]
