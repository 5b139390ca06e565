"""Tables of ideas; one file per noun."""

from ocop.casework.ideas.models.idea import Idea
from ocop.casework.ideas.models.sheet import IdeaSheet
from ocop.casework.ideas.models.visible import IdeaQuerySet

__all__ = ["Idea", "IdeaQuerySet", "IdeaSheet"]
