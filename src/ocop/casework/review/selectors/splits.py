"""Minimums on which the members are split, in the words of the options that they chose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice, Result


@dataclass(frozen=True)
class Side:
    """Those who chose the same option: whether it meets the minimum, and which sheets."""

    choice: Choice
    meets: bool
    members: tuple[str, ...]


@dataclass(frozen=True)
class Split:
    """A minimum that some sheets meet and others do not. `met` is what the working rules make of it."""

    criterion: Criterion
    stars: int
    needs: int | str
    met: bool
    sides: tuple[Side, ...]

    @property
    def name(self) -> str:
        """The criterion in words."""
        return name(self.criterion)

    @property
    def needs_words(self) -> str:
        """The option that the minimum asks for, in its own words."""
        return chosen(self.criterion, True if self.criterion.is_boolean else self.needs)

    @property
    def side_words(self) -> list[tuple[str, int, bool]]:
        """Each side in the option's own words, how many chose it, and whether it meets the minimum."""
        return [(chosen(self.criterion, side.choice), len(side.members), side.meets) for side in self.sides]

    def as_record(self) -> dict[str, Any]:
        """As the result keeps it."""
        return {
            "criterion": self.criterion.code, "stars": self.stars, "met": self.met,
            "sides": [
                {"choice": side.choice, "meets": side.meets, "seats": [int(one) for one in side.members]}
                for side in self.sides
            ],
        }  # fmt: skip


def splits(result: Result) -> list[Split]:
    """Every minimum of 3, 4 and 5 stars on which the sheets differ, in printed order."""
    return list(_splits(result))


def _splits(result: Result) -> Iterator[Split]:
    panel = result.panel
    if panel is None:
        return
    workings = {row.criterion.code: row for row in result.criteria}
    met = {(row.criterion, row.stars): row.met for level in result.levels for row in level.minimums}
    needs = {(row.criterion, row.stars): row.needs for level in result.levels for row in level.minimums}
    for minimum in panel.rubric.minimums:
        key = (minimum.criterion, minimum.stars)
        placed = panel.placed[minimum.column]
        answers = [minimum.meets[rung] for rung in placed]
        if key not in met or len(set(answers)) < 2:
            continue
        sides: dict[str, list[Any]] = {}
        for member, meets in zip(workings[minimum.criterion].members, answers, strict=True):
            side = sides.setdefault(repr(member.choice), [member.choice, meets, []])
            side[2].append(member.member)
        found = [Side(choice, meets, tuple(members)) for choice, meets, members in sides.values()]
        found.sort(key=lambda side: -len(side.members))
        criterion = workings[minimum.criterion].criterion
        yield Split(criterion, minimum.stars, needs[key], met[key], tuple(found))
