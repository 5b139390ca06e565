"""What a vote of the council on one marked criterion settles. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ocop.casework.review.rules.words import CastingVote, VoteMajority

ABSTAINED = ""


def winner(
    votes: Mapping[int, str],
    chair: int | None,
    majority: VoteMajority = VoteMajority.NOT_STATED,
    casting: CastingVote = CastingVote.NOT_STATED,
) -> tuple[str | None, bool]:
    """The place that the vote settles, in its word, and whether the chair's vote decided; None without one.

    `votes`: by seat the word voted for, empty for who abstained. More than half of the votes given settle it,
    unless the working rules want more than half, or two thirds, of those present. Where two places have half
    each, the chair's vote decides, unless the rules say that nobody's does.
    """
    given = Counter(word for word in votes.values() if word != ABSTAINED)
    if not given:
        return None, False
    most = max(given.values())
    foremost = [word for word, count in given.items() if count == most]
    if len(foremost) == 1 and _is_enough(most, given.total(), len(votes), majority):
        return foremost[0], False
    base = len(votes) if majority == VoteMajority.OF_PRESENT else given.total()
    is_equal = len(foremost) == 2 and 2 * most == base and majority != VoteMajority.TWO_THIRDS
    chosen = ABSTAINED if chair is None else votes.get(chair, ABSTAINED)
    if is_equal and chosen in foremost and casting != CastingVote.NOBODY:
        return chosen, True
    return None, False


def _is_enough(most: int, given: int, present: int, majority: VoteMajority) -> bool:
    if majority == VoteMajority.TWO_THIRDS:
        return 3 * most >= 2 * present
    return 2 * most > (present if majority == VoteMajority.OF_PRESENT else given)
