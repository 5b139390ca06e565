"""Reads of ideas that pages, counts and other packages share."""

from ocop.casework.ideas.selectors.ideas import (
    ideas_approved,
    ideas_to_decide,
    waiting_ideas,
)
from ocop.casework.ideas.selectors.made import Made, made_of, register_made

__all__ = ["Made", "ideas_approved", "ideas_to_decide", "made_of", "register_made", "waiting_ideas"]
