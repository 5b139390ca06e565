"""What the package keeps."""

from ocop.casework.paperwork.models.handovers import Handover
from ocop.casework.paperwork.models.papers import MeetingPaper

__all__ = ["Handover", "MeetingPaper"]
