"""The advisory team, who is on it, what they declared, reported and scored."""

from ocop.casework.advisory.models.reports import Interest, Report
from ocop.casework.advisory.models.sheets import TeamSheet
from ocop.casework.advisory.models.teams import Team, TeamSeat

__all__ = ["Interest", "Report", "Team", "TeamSeat", "TeamSheet"]
