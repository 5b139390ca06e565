"""The closed lists of review: functions, agencies, kinds of meetings, recommendations, relations, facts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Function(StrEnum):
    """What a seat on a council lets a person do. The secretary never scores."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SECRETARY = "secretary"


SCORING_FUNCTIONS = frozenset({Function.CHAIR, Function.VICE_CHAIR, Function.MEMBER})
PRESIDING_FUNCTIONS = frozenset({Function.CHAIR, Function.VICE_CHAIR})


class Agency(StrEnum):
    """Where a member of a provincial council comes from (Decision 26/2026, article 7(3)(b); R26-27)."""

    LEADERSHIP = "leadership"
    AGRICULTURE = "agriculture"
    INDUSTRY = "industry"
    HEALTH = "health"
    SCIENCE = "science"
    CULTURE = "culture"
    FOOD_SAFETY = "food_safety"
    OCOP_BODY = "ocop_body"
    AGRICULTURE_UNIT = "agriculture_unit"
    EXPERT = "expert"
    OTHER = "other"


class MeetingKind(StrEnum):
    """The two ways in which a council works (R26-38)."""

    MEETING = "meeting"
    WRITTEN_OPINION = "written_opinion"


class Relation(StrEnum):
    """Why a member has a conflict of interest with a product."""

    NONE = ""
    OWNER = "owner"
    FAMILY = "family"
    EMPLOYER = "employer"
    ADVISER = "adviser"
    RIVAL = "rival"
    OTHER = "other"


class Recommendation(StrEnum):
    """What the council proposes for a product. Open: not settled yet."""

    OPEN = ""
    RECOGNISE = "recognise"
    PROPOSE = "propose_to_ministry"
    SEND_ON = "send_on"  # a district's council sends on to the province (Decisions 1048/2019 and 148/2023)
    NONE = "none"


class ResolutionKind(StrEnum):
    """What the council settled together."""

    SPREAD = "spread"
    MINIMUM = "minimum"
    STARS = "stars"
    BY_HAND = "by_hand"  # minimums that the data lacks (Decision 781/2020), confirmed by the council itself


class Cause(StrEnum):
    """Why a product's result was put aside for another one, or for none."""

    RESCORED = "rescored"
    TAKEN_BACK = "taken_back"
    LATE_CONFLICT = "late_conflict"
    REFERRED = "referred"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class MembersShown(StrEnum):
    """How the minutes name the members in the table of their scores. Not stated: by name."""

    NOT_STATED = ""
    NAMED = "named"
    NUMBERED = "numbered"


class SelfScore(StrEnum):
    """Whether members may look at the producer's own score while scoring (U-23)."""

    NO = "no"
    COLLAPSED = "collapsed"


class MinimumRule(StrEnum):
    """How members' different answers on a marked criterion combine; the words of the kernel."""

    MEAN = "mean"
    MAJORITY = "majority"
    ALL = "all"
    AGREED = "agreed"


class SpreadBoundary(StrEnum):
    """Whether a spread of just the limit is already too wide; the words of the kernel."""

    OVER = "over"
    REACHED = "reached"


class Extremes(StrEnum):
    """Whether one highest and one lowest total leave the mean of five sheets or more; the words of the
    kernel.
    """

    KEPT = "kept"
    DROPPED = "dropped"


class VoteMajority(StrEnum):
    """How many votes settle the place of a marked criterion. Not stated: more than half of those who vote."""

    NOT_STATED = ""
    OF_VOTES = "of_votes"
    OF_PRESENT = "of_present"
    TWO_THIRDS = "two_thirds"


class CastingVote(StrEnum):
    """Whether the chair's vote decides where votes are equal. Not stated: it does."""

    NOT_STATED = ""
    CHAIR = "chair"
    NOBODY = "nobody"


class Scorers(StrEnum):
    """Who of a council gives a score sheet; the secretary never does."""

    ALL = "all"
    WITHOUT_CHAIR = "without_chair"
    MEMBERS = "members"


class Rounding(StrEnum):
    """Whether the mean is rounded before the band is read; the words of the kernel."""

    NONE = "none"
    BEFORE_BAND = "before_band"


SCORE_BY: Mapping[Scorers, frozenset[Function]] = {
    Scorers.ALL: SCORING_FUNCTIONS,
    Scorers.WITHOUT_CHAIR: SCORING_FUNCTIONS - {Function.CHAIR},
    Scorers.MEMBERS: SCORING_FUNCTIONS - PRESIDING_FUNCTIONS,
}
"""The functions that give a score sheet, by the working rules."""
