"""When a mail that failed is tried again. Pure."""

from datetime import timedelta

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 16  # some two days of trying
HOLD = timedelta(minutes=5)  # how long a worker may be busy with one envelope before another takes it over


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: doubling from a minute, never over six hours."""
    doublings = min(max(attempts - 1, 0), MOST_ATTEMPTS)  # more would only overflow
    return min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
