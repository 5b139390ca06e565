"""What several acts write; nothing here asks who may."""

from ocop.casework.ideas.writes.use import use_idea

__all__ = ["use_idea"]
