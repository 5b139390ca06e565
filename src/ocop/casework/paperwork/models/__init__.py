"""What the package keeps."""

from ocop.casework.paperwork.models.handovers import Handover
from ocop.casework.paperwork.models.papers import MeetingPaper
from ocop.casework.paperwork.models.typed import PaperEntry, PaperSheet

__all__ = ["Handover", "MeetingPaper", "PaperEntry", "PaperSheet"]
