"""What the values of a regulation say of themselves."""

from __future__ import annotations

import pytest

from ocop.kernel.law.model import Period
from ocop.kernel.text import Label


@pytest.mark.parametrize(
    ("amount", "unit", "vi", "en"),
    [
        (1, "days", "1 ngày", "1 day"),
        (2, "days", "2 ngày", "2 days"),
        (1, "months", "1 tháng", "1 month"),
        (36, "months", "36 tháng", "36 months"),
        (1, "working_days", "1 ngày làm việc", "1 working day"),
        (15, "working_days", "15 ngày làm việc", "15 working days"),
    ],
)
def test_how_long_a_period_is_in_words(amount, unit, vi, en):
    assert Period(amount, unit, rolls=False, article="7").words == Label(vi, en)
