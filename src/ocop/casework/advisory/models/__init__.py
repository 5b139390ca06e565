"""The advisory team, who is on it, what they declared and reported."""

from ocop.casework.advisory.models.reports import Interest, Report
from ocop.casework.advisory.models.teams import Team, TeamSeat

__all__ = ["Interest", "Report", "Team", "TeamSeat"]
