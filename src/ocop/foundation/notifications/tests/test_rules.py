"""Waiting after failures."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ocop.foundation.notifications.rules import LONGEST_WAIT, MOST_ATTEMPTS, wait_after


def test_waits_double_from_a_minute_and_stop_growing_at_six_hours():
    minutes = [wait_after(attempts) / timedelta(minutes=1) for attempts in range(1, 12)]
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]


def test_a_mail_is_tried_for_about_two_days():
    total = sum((wait_after(attempts) for attempts in range(1, MOST_ATTEMPTS)), timedelta())
    assert timedelta(days=1) < total < timedelta(days=3)


@given(st.integers(0, 10_000))
def test_waits_never_shrink_nor_leave_their_bounds(attempts):
    assert timedelta(minutes=1) <= wait_after(attempts) <= wait_after(attempts + 1) <= LONGEST_WAIT
