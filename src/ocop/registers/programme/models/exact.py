"""A number of a plan: whole as it mostly is, or with a decimal comma; never a binary float."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models

MOST_DIGITS, DECIMALS = 15, 4


def exact(value: Any) -> int | Decimal | None:
    """A whole number as one, every other without zeros at its end."""
    if value is None:
        return None
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return int(number) if number == number.to_integral_value() else number.normalize()


class ExactField(models.DecimalField):
    """A decimal of four places that gives whole numbers as whole numbers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_digits", MOST_DIGITS)
        options.setdefault("decimal_places", DECIMALS)
        super().__init__(*args, **options)

    def from_db_value(self, value: Any, *_: Any) -> int | Decimal | None:
        """What the database holds, as it is used."""
        return exact(value)
