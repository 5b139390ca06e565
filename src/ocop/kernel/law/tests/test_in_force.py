"""A period that no regulation sets is named, not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.kernel.law.in_force import NoPeriodError, legal_period
from ocop.kernel.text import Label


def test_a_period_that_no_regulation_sets():
    with pytest.raises(NoPeriodError) as refused:
        legal_period("tea_break", date(2026, 11, 23), {})
    assert refused.value.label == Label(
        "Không quy định nào trong dữ liệu ghi thời hạn “tea_break”. "
        "Chạy “ocop law check” để xem còn thiếu gì.",
        "No regulation of the data sets the period “tea_break”. “ocop law check” says what is missing.",
    )
    assert str(refused.value) == refused.value.label.en
