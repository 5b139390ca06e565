"""What several acts ask of what they were told, and their common refusals."""

from ocop.casework.dossiers.checks.again import refuse_again, refuse_filing
from ocop.casework.dossiers.checks.criteria import unknown_criterion
from ocop.casework.dossiers.checks.papers import refuse_ended
from ocop.casework.dossiers.checks.recognised import refuse_recognised

__all__ = ["refuse_again", "refuse_ended", "refuse_filing", "refuse_recognised", "unknown_criterion"]
