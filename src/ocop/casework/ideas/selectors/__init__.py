"""Reads of ideas that pages, counts and other packages share."""

from ocop.casework.ideas.selectors.ideas import (
    ideas_approved,
    ideas_to_decide,
    waiting_ideas,
)

__all__ = ["ideas_approved", "ideas_to_decide", "waiting_ideas"]
