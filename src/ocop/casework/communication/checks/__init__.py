"""What several acts refuse about what they were told."""

from ocop.casework.communication.checks.news import refuse_content, refuse_day, refuse_pictures, too_long
from ocop.casework.communication.checks.press import refuse_line

__all__ = ["refuse_content", "refuse_day", "refuse_line", "refuse_pictures", "too_long"]
