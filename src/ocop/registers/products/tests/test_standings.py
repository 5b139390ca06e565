"""What can truthfully be said of a recognition on a day, without a database."""

from datetime import date

import pytest

from ocop.kernel.calendar import CertificateEvent
from ocop.registers.products.rules import EventKind, Standing, StandingKind, standing

FROM, UNTIL = date(2024, 5, 6), date(2027, 5, 6)
REVOKED = [CertificateEvent(date(2025, 3, 4), EventKind.REVOKED)]


@pytest.mark.parametrize(
    ("status", "valid_from", "expires_on", "events", "on", "said", "is_good"),
    [
        ("recognised", FROM, UNTIL, [], date(2024, 5, 5), Standing(StandingKind.NOT_YET, FROM), False),
        ("recognised", FROM, UNTIL, [], FROM, Standing(StandingKind.VALID, UNTIL), True),
        ("recognised", FROM, UNTIL, [], UNTIL, Standing(StandingKind.VALID, UNTIL), True),
        ("recognised", FROM, UNTIL, [], date(2027, 5, 7), Standing(StandingKind.EXPIRED, UNTIL), False),
        (
            "recognised", FROM, UNTIL, REVOKED, date(2025, 3, 4),
            Standing(StandingKind.REVOKED, date(2025, 3, 3)), False,
        ),
        ("revoked", None, None, [], FROM, Standing(StandingKind.REVOKED), False),
        ("revoked", None, UNTIL, [], FROM, Standing(StandingKind.REVOKED), False),
        ("revoked", FROM, None, [], FROM, Standing(StandingKind.REVOKED), False),
        ("recognised", None, None, [], FROM, Standing(StandingKind.UNKNOWN), False),
        ("recognised", None, UNTIL, [], FROM, Standing(StandingKind.UNKNOWN), False),
        ("recognised", FROM, None, [], FROM, Standing(StandingKind.UNKNOWN), False),
        ("council_result", FROM, UNTIL, [], FROM, Standing(StandingKind.NOT_RECOGNISED), False),
        ("candidate", None, None, [], FROM, Standing(StandingKind.NOT_RECOGNISED), False),
    ],
)  # fmt: skip
def test_what_holds_on_a_day(status, valid_from, expires_on, events, on, said, is_good):
    found = standing(status, valid_from, expires_on, events, on)
    assert (found, found.is_good) == (said, is_good)


def test_an_extended_recognition_is_good():
    assert Standing(StandingKind.EXTENDED, UNTIL).is_good is True
