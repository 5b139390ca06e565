"""Star minimums over several members: the four ways in which a council may combine its sheets on a marked
criterion.

Inside a ladder rungs follow the printed order, so a mark is met by its own rung and every later one. A mark
binds only inside its own case: a member of another case is measured by that case's mark, and meets the
minimum if it has none. Nothing ticked (rung 0) fails every minimum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ocop.kernel.scoring.columns import Column, Minimum, Row


class Votes(NamedTuple):
    """What the members gave on one criterion: the rung of each, the sum of their points, and the agreed rung.

    The agreed rung is read by the rule `agreed` only; it is 0 where nothing was agreed.
    """

    column: Column
    placed: Row
    total: int
    agreed: int


Check = Callable[[Minimum, Votes], bool]


def is_met_by_mean(minimum: Minimum, votes: Votes) -> bool:
    """The mean of the members' points is at least the marked option's points and somebody ticked something.

    Where members chose different cases, the marks of all the cases they chose are asked for.
    """
    column, placed, total, _ = votes
    if minimum.points is not None:
        return total >= minimum.points * len(placed) and (total > 0 or any(placed))
    marks = _binding(minimum, votes)
    return any(placed) and all(total >= column.points[mark] * len(placed) for mark in marks)


def is_met_by_majority(minimum: Minimum, votes: Votes) -> bool:
    """More than half of the members are at the mark or past it."""
    meets = minimum.meets
    return 2 * sum([meets[rung] for rung in votes.placed]) > len(votes.placed)


def is_met_by_all(minimum: Minimum, votes: Votes) -> bool:
    """Every member is at the mark or past it."""
    meets = minimum.meets
    return all(meets[rung] for rung in votes.placed)


def is_met_by_agreement(minimum: Minimum, votes: Votes) -> bool:
    """The place that the council agreed is at the mark or past it, whatever the sheets say."""
    return minimum.meets[votes.agreed]


CHECKS: Mapping[str, Check] = {
    "mean": is_met_by_mean,
    "majority": is_met_by_majority,
    "all": is_met_by_all,
    "agreed": is_met_by_agreement,
}


@dataclass(frozen=True)
class Block:
    """An unmet minimum: the criterion, the star, the marked place and the highest place that the rule would
    accept.

    Places are numbers; in a criterion with two cases they are written with their case ("b.2"); 0 is none.
    """

    criterion: str
    stars: int
    needs: int | str
    has: int | str

    def as_json(self) -> dict[str, int | str]:
        """The block as promised to the outside."""
        return {"criterion": self.criterion, "stars": self.stars, "needs": self.needs, "has": self.has}


def block(minimum: Minimum, votes: Votes, rule: str) -> Block:
    """How a minimum is missed (or met): what it needs and what these votes have."""
    is_met, column = CHECKS[rule], votes.column
    marks = sorted(_binding(minimum, votes) or minimum.marked.values())
    mark = marks[0]
    if len(marks) > 1:  # the first in printed order that is not reached in a case that somebody chose
        mark = next((mark for mark in marks if not is_met(column.asked[mark], votes)), mark)
    case = column.rungs[mark].case
    for index in range(len(column.rungs) - 1, 0, -1):
        if column.rungs[index].case == case and is_met(column.asked[index], votes):
            return Block(minimum.criterion, minimum.stars, _place(column, mark), _place(column, index))
    return Block(minimum.criterion, minimum.stars, _place(column, mark), 0)


def _binding(minimum: Minimum, votes: Votes) -> list[int]:
    """The marks that bind: those of the cases that somebody chose, or the only one there is."""
    if minimum.points is not None:
        return list(minimum.marked.values())
    chosen = {votes.column.rungs[rung].case for rung in votes.placed if rung}
    return [mark for case, mark in minimum.marked.items() if case in chosen]


def _place(column: Column, index: int) -> int | str:
    rung = column.rungs[index]
    return rung.place if rung.case is None else f"{rung.case}.{rung.place}"
