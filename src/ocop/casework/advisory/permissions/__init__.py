"""Who sets up the team, who reports and scores, who reads; each gives the reason to refuse, or None."""

from ocop.casework.advisory.permissions.sheets import (
    own_sheet,
    refuse_score,
    register_council,
    sees_points,
    wants_sheets,
)
from ocop.casework.advisory.permissions.team import (
    BEFORE_THE_RESULT,
    READERS,
    advises,
    every_interest_of,
    every_seat_of,
    interests,
    is_kept_from,
    own_interest,
    reads_advice,
    refuse_declare,
    refuse_see_team,
    refuse_set_up,
    refuse_write,
    team_seat,
)

__all__ = [
    "BEFORE_THE_RESULT",
    "READERS",
    "advises",
    "every_interest_of",
    "every_seat_of",
    "interests",
    "is_kept_from",
    "own_interest",
    "own_sheet",
    "reads_advice",
    "refuse_declare",
    "refuse_score",
    "refuse_see_team",
    "refuse_set_up",
    "refuse_write",
    "register_council",
    "sees_points",
    "team_seat",
    "wants_sheets",
]
