"""What several acts write, and what acts of higher packages bring about; nothing here asks who may."""

from ocop.casework.dossiers.writes.exclusions import exclude_in_review
from ocop.casework.dossiers.writes.moves import conclude, evaluate, schedule, send_on, unschedule

__all__ = ["conclude", "evaluate", "exclude_in_review", "schedule", "send_on", "unschedule"]
