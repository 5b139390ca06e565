"""Star minimums over several members: the four ways in which a council may combine its sheets on a marked criterion.

`placed` is one column of a panel: the rung of every member. Inside a ladder rungs follow the printed order, so a mark
is met by its own rung and every later one. A mark binds only inside its own case: a member of another case is measured
by that case's mark, and meets the minimum if it has none. Nothing ticked (rung 0) fails every minimum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ocop.kernel.scoring.columns import Column, Minimum, Row

Check = Callable[[Minimum, Column, Row, int], bool]
"""Is the minimum met by these rungs? The last argument is the agreed rung, read by the rule `agreed` only."""


def is_met_by_mean(minimum: Minimum, column: Column, placed: Row, agreed: int) -> bool:
    """The mean of the members' points is at least the marked option's points and somebody ticked something.

    Where members chose different cases, the marks of all the cases they chose are asked for.
    """
    points = column.points
    total = sum([points[rung] for rung in placed])
    if minimum.points is not None:
        return total >= minimum.points * len(placed) and (total > 0 or any(placed))
    marks = _binding(minimum, column, placed)
    return any(placed) and all(total >= points[mark] * len(placed) for mark in marks)


def is_met_by_majority(minimum: Minimum, column: Column, placed: Row, agreed: int) -> bool:
    """More than half of the members are at the mark or past it."""
    meets = minimum.meets
    return 2 * sum([meets[rung] for rung in placed]) > len(placed)


def is_met_by_all(minimum: Minimum, column: Column, placed: Row, agreed: int) -> bool:
    """Every member is at the mark or past it."""
    meets = minimum.meets
    return all(meets[rung] for rung in placed)


def is_met_by_agreement(minimum: Minimum, column: Column, placed: Row, agreed: int) -> bool:
    """The place that the council agreed is at the mark or past it, whatever the sheets say."""
    return minimum.meets[agreed]


CHECKS: Mapping[str, Check] = {
    "mean": is_met_by_mean,
    "majority": is_met_by_majority,
    "all": is_met_by_all,
    "agreed": is_met_by_agreement,
}


@dataclass(frozen=True)
class Block:
    """An unmet minimum: the criterion, the star, the marked place and the highest place that the rule would accept.

    Places are numbers; in a criterion with two cases they are written with their case ("b.2"); 0 is none.
    """

    criterion: str
    stars: int
    needs: int | str
    has: int | str

    def as_json(self) -> dict[str, int | str]:
        """The block as promised to the outside."""
        return {"criterion": self.criterion, "stars": self.stars, "needs": self.needs, "has": self.has}


def block(minimum: Minimum, column: Column, placed: Row, agreed: int, rule: str) -> Block:
    """How a minimum is missed (or met): what it needs and what these sheets have."""
    is_met = CHECKS[rule]
    marks = sorted(_binding(minimum, column, placed) or minimum.marked.values())
    mark = marks[0]
    if len(marks) > 1:  # the first in printed order that is not reached in a case that somebody chose
        mark = next((mark for mark in marks if not is_met(column.asked[mark], column, placed, agreed)), mark)
    case = column.rungs[mark].case
    for index in range(len(column.rungs) - 1, 0, -1):
        if column.rungs[index].case == case and is_met(column.asked[index], column, placed, agreed):
            return Block(minimum.criterion, minimum.stars, _place(column, mark), _place(column, index))
    return Block(minimum.criterion, minimum.stars, _place(column, mark), 0)


def _binding(minimum: Minimum, column: Column, placed: Row) -> list[int]:
    """The marks that bind: those of the cases that somebody chose, or the only one there is."""
    if minimum.points is not None:
        return list(minimum.marked.values())
    chosen = {column.rungs[rung].case for rung in placed if rung}
    return [mark for case, mark in minimum.marked.items() if case in chosen]


def _place(column: Column, index: int) -> int | str:
    rung = column.rungs[index]
    return rung.place if rung.case is None else f"{rung.case}.{rung.place}"
