"""Numbers and dates as Vietnamese papers print them: 1.234,5 and 15/03/2029."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction

DECIMALS_WITHOUT_END = 2  # a third is printed 0,33


def number_vi(value: int | Decimal | Fraction | str, decimals: int | None = None) -> str:
    """A number with points between thousands and a decimal comma: `1234.5` is `1.234,5`.

    `decimals` rounds half up, away from zero, for print only. Without it every digit of the value is kept,
    and a fraction without end gets two. TypeError for floats and booleans, ValueError for what is no finite
    number.
    """
    exact, own_decimals = _exact(value)
    places = own_decimals if decimals is None else decimals
    if places < 0:
        raise ValueError("a number has no less than zero decimals")
    units = int(abs(exact) * 10**places + Fraction(1, 2))
    whole, rest = divmod(units, 10**places)
    sign = "-" if exact < 0 and units else ""
    tail = f",{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", ".") + tail


def date_vi(day: date) -> str:
    """A date as `15/03/2029`. TypeError for a moment: its local date has to be chosen first."""
    if isinstance(day, datetime):
        raise TypeError("a moment has no date before its time zone is chosen")
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_words_vi(day: date) -> str:
    """A date as papers write it behind “ngày”: `22 tháng 5 năm 2026`, `05 tháng 02 năm 2026`.

    A zero stands before days under 10 and before January and February alone (Decree 30/2020, annex I).
    TypeError for a moment, as above.
    """
    if isinstance(day, datetime):
        raise TypeError("a moment has no date before its time zone is chosen")
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year:04d}"


def _exact(value: int | Decimal | Fraction | str) -> tuple[Fraction, int]:
    """The value as a fraction and how many decimals it is written with."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction | str):
        raise TypeError(f"{type(value).__name__} is not an exact number")
    if isinstance(value, str):
        return _written(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is not a finite number")
        return Fraction(value), max(0, -int(value.as_tuple().exponent))
    exact = Fraction(value)
    return exact, _decimals_needed(exact)


def _written(text: str) -> tuple[Fraction, int]:
    try:
        return _exact(Fraction(text) if "/" in text else Decimal(text))
    except (InvalidOperation, ZeroDivisionError) as error:
        raise ValueError(f"{text!r} is not a number") from error


def _decimals_needed(value: Fraction) -> int:
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else DECIMALS_WITHOUT_END
