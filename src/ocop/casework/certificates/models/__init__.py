"""Tables of certificates; one file per noun."""

from ocop.casework.certificates.models.certificates import Certificate
from ocop.casework.certificates.models.corrections import Correction
from ocop.casework.certificates.models.decisions import Decision, DecisionItem
from ocop.casework.certificates.models.letters import Proposal, ResultNotice
from ocop.casework.certificates.models.lookups import Lookup

__all__ = ["Certificate", "Correction", "Decision", "DecisionItem", "Lookup", "Proposal", "ResultNotice"]
