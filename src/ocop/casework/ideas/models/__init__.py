"""Tables of ideas; one file per noun."""

from ocop.casework.ideas.models.idea import Idea, IdeaQuerySet
from ocop.casework.ideas.models.sheet import IdeaSheet

__all__ = ["Idea", "IdeaQuerySet", "IdeaSheet"]
