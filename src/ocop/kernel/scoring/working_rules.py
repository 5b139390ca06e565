"""The working rules of a council, as far as they change a result:
minimums, rounding, spread limit, extremes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown

MINIMUMS = ("mean", "majority", "all", "agreed")
ROUNDINGS = ("none", "before_band")
BOUNDARIES = ("over", "reached")
EXTREMES = ("kept", "dropped")
WORDS = {"minimum": MINIMUMS, "rounding": ROUNDINGS, "spread_boundary": BOUNDARIES, "extremes": EXTREMES}
MOST_DECIMALS = 12
LEAST_TO_DROP = 5


@dataclass(frozen=True)
class WorkingRules:
    """How one council combines its sheets. The decree leaves this to the council; the defaults round nothing.

    `minimum`: mean, majority, all or agreed. `rounding`: none or before_band (half up, to `decimals`).
    `spread_limit`: points between the highest and the lowest member with which the council scores again, once
    they are `over` it or already `reached` (`spread_boundary`). `extremes`: kept or dropped; with five
    members or more one highest and one lowest total then leave the mean, but not the minimums nor the spread.
    Refuses (ValueError) other words, decimals outside 0..12 and a negative limit.
    """

    minimum: str = "mean"
    rounding: str = "none"
    decimals: int = 2
    spread_limit: Fraction = Fraction(10)
    spread_boundary: str = "over"
    extremes: str = "kept"

    def __post_init__(self) -> None:
        for name, words in WORDS.items():
            if getattr(self, name) not in words:
                raise ValueError(f"{name}: {getattr(self, name)!r}")
        if not 0 <= self.decimals <= MOST_DECIMALS:
            raise ValueError(f"decimals: {self.decimals!r}")
        if self.spread_limit < 0:
            raise ValueError(f"spread_limit: {self.spread_limit!r}")

    def reading(self, total: Fraction) -> Fraction:
        """The figure on which a band is read:
        the exact mean, or the rounded one where the council rounds first.
        """
        return rounded(total, self.decimals) if self.rounding == "before_band" else total

    def asks_again(self, spread: Fraction) -> bool:
        """Whether the members are so far apart that the council scores again."""
        return (
            spread >= self.spread_limit if self.spread_boundary == "reached" else spread > self.spread_limit
        )

    def drops_extremes(self, members: int) -> bool:
        """Whether one highest and one lowest total leave the mean of so many members."""
        return self.extremes == "dropped" and members >= LEAST_TO_DROP

    def needed(self, least: int, members: int) -> int:
        """The fewest points, summed over the members of the mean, with which it reads as `least` or more."""
        if self.rounding == "none":
            return least * members
        halves = (
            2 * 10**self.decimals
        )  # half up: from half a unit of the last digit below, the figure is rounded up
        return -(members * (1 - least * halves) // halves)


DEFAULT_RULES = WorkingRules()


def rounded(value: Fraction, decimals: int) -> Fraction:
    """`value` rounded half up to `decimals` places,
    exactly (Python's own round() goes to the even neighbour).
    """
    scale = 10**decimals
    return Fraction((2 * value.numerator * scale + value.denominator) // (2 * value.denominator), scale)


def printed(value: Fraction, decimals: int) -> str:
    """`value` for print: rounded half up, always with `decimals` digits after the point."""
    scale = 10**decimals
    whole = (2 * value.numerator * scale + value.denominator) // (2 * value.denominator)
    if not decimals:
        return str(whole)
    return f"{whole // scale}.{whole % scale:0{decimals}}"


def read_working_rules(values: object) -> tuple[WorkingRules, list[SheetFault]]:
    """Working rules from their written form; what cannot be used is a fault and keeps its default.

    The names must have been read before: an unknown one is KeyError here.
    """
    if values is None:
        return DEFAULT_RULES, []
    if not isinstance(values, Mapping):
        return DEFAULT_RULES, [_wrong_type("rules", values, "một đối tượng", "an object")]
    read: dict[str, object] = {}
    faults: list[SheetFault] = []
    for name, value in values.items():
        outcome = READERS[name](name, value)
        if isinstance(outcome, SheetFault):
            faults.append(outcome)
        else:
            read[name] = outcome
    return WorkingRules(**read), faults  # type: ignore[arg-type]


def _read_word(name: str, value: object) -> str | SheetFault:
    words = WORDS[name]
    if isinstance(value, str) and value in words:
        return value
    return _unknown(name, value, " | ".join(words), " | ".join(words))


def _read_decimals(name: str, value: object) -> int | SheetFault:
    if type(value) is not int:
        return _wrong_type(name, value, "một số nguyên", "a whole number")
    if not 0 <= value <= MOST_DECIMALS:
        return _unknown(name, value, f"số từ 0 đến {MOST_DECIMALS}", f"a number from 0 to {MOST_DECIMALS}")
    return value


def _read_limit(name: str, value: object) -> Fraction | SheetFault:
    """A number as it was written: 7.5 is read from its digits,
    so that no binary remainder decides a rescore.
    """
    if type(value) not in (int, float, Fraction) or not re.fullmatch(r"-?[0-9./e+-]+", str(value)):
        return _wrong_type(name, value, "một số", "a number")
    limit = Fraction(str(value))
    if limit < 0:
        return _unknown(name, value, "một số từ 0 trở lên", "a number of 0 or more")
    return limit


READERS: Mapping[str, Callable[[str, object], object]] = {
    **dict.fromkeys(WORDS, _read_word),
    "decimals": _read_decimals,
    "spread_limit": _read_limit,
}


def _unknown(name: str, value: object, expected_vi: str, expected_en: str) -> SheetFault:
    values = {"name": name, "value": shown(value), "expected_vi": expected_vi, "expected_en": expected_en}
    return SheetFault(FaultCode.UNKNOWN_RULE, values=values)


def _wrong_type(name: str, value: object, expected_vi: str, expected_en: str) -> SheetFault:
    values = {"part": name, "value": shown(value), "expected_vi": expected_vi, "expected_en": expected_en}
    return SheetFault(FaultCode.WRONG_TYPE, values=values)
