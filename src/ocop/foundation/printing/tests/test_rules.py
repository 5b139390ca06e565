"""When a paper is tried again."""

from __future__ import annotations

from datetime import timedelta

from ocop.foundation.printing.rules import LONGEST_WAIT, MOST_TRIES, wait_after


def test_it_waits_twice_as_long_each_time_up_to_two_hours():
    waits = [wait_after(tries) for tries in range(1, MOST_TRIES)]
    assert waits[:4] == [
        timedelta(seconds=30),
        timedelta(minutes=1),
        timedelta(minutes=2),
        timedelta(minutes=4),
    ]
    assert waits[-4:] == [timedelta(minutes=64), *[LONGEST_WAIT] * 3]
    assert sum(waits, timedelta()) < timedelta(hours=9)
    assert wait_after(0) == timedelta(seconds=30)
