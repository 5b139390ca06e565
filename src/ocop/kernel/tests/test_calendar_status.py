"""The status of a certificate on a date: every kind, every boundary, and what must hold for any events."""

from datetime import date, timedelta

import pytest
from hypothesis import strategies as st

from ocop.kernel.calendar import (
    CertificateEvent,
    EventKind,
    Status,
    StatusKind,
    certificate_status,
)
from ocop.kernel.law.model import Period

DAY = timedelta(days=1)
VALID_FROM, EXPIRES_ON = date(2023, 11, 18), date(2026, 11, 18)
CAP = date(2027, 5, 17)  # 180 days on

dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
events = st.lists(st.builds(CertificateEvent, dates, st.sampled_from(EventKind)), max_size=5)
terms = st.tuples(dates, dates).map(sorted)


def status(on: str, *happened: str) -> tuple[str, str]:
    """The status on a date after events that are written `2026-11-19 extended`."""
    known = [CertificateEvent(date.fromisoformat(text[:10]), EventKind(text[11:])) for text in happened]
    found = certificate_status(VALID_FROM, EXPIRES_ON, known, date.fromisoformat(on))
    return found.kind.value, found.until.isoformat()


@pytest.mark.parametrize(
    ("on", "happened", "expected"),
    [
        # article 4(3): both ends included
        ("2023-11-17", [], ("not_yet", "2023-11-18")),
        ("2023-11-18", [], ("valid", "2026-11-18")),
        ("2026-11-18", [], ("valid", "2026-11-18")),
        ("2026-11-19", [], ("expired", "2026-11-18")),
        # article 8: from the date of the decision
        ("2025-03-03", ["2025-03-04 revoked"], ("valid", "2026-11-18")),
        ("2025-03-04", ["2025-03-04 revoked"], ("revoked", "2025-03-03")),
        ("2030-01-01", ["2025-03-04 revoked"], ("revoked", "2025-03-03")),
        ("2025-03-04", ["2025-03-04 replaced"], ("replaced", "2025-03-03")),
        ("2025-03-04", ["2025-03-04 annulled"], ("annulled", "2025-03-03")),
        ("2025-04-01", ["2025-03-04 replaced", "2025-03-01 revoked"], ("revoked", "2025-02-28")),
        ("2025-04-01", ["2025-03-04 replaced", "2025-03-04 annulled"], ("replaced", "2025-03-03")),
        ("2026-12-31", ["2026-12-01 revoked"], ("revoked", "2026-11-18")),  # it had expired before
        ("2026-11-30", ["2026-12-01 revoked"], ("expired", "2026-11-18")),
        ("2023-11-18", ["2023-11-18 annulled"], ("annulled", "2023-11-17")),  # never valid
        ("2023-11-10", ["2023-11-09 annulled"], ("annulled", "2023-11-08")),
        # article 12(3): after the expiry, until the day before the result, at most 180 days
        ("2026-11-18", ["2026-11-10 extended"], ("valid", "2026-11-18")),
        ("2026-11-19", ["2026-11-10 extended"], ("extended", "2027-05-17")),
        ("2027-05-17", ["2026-11-10 extended"], ("extended", "2027-05-17")),
        ("2027-05-18", ["2026-11-10 extended"], ("expired", "2027-05-17")),
        (
            "2026-11-20",
            ["2026-12-01 extended"],
            ("extended", "2027-05-17"),
        ),  # written down late, holds from the expiry
        ("2026-11-19", ["2026-11-10 extended", "2027-01-15 renewal_result"], ("extended", "2027-01-14")),
        ("2027-01-14", ["2026-11-10 extended", "2027-01-15 renewal_result"], ("extended", "2027-01-14")),
        ("2027-01-15", ["2026-11-10 extended", "2027-01-15 renewal_result"], ("expired", "2027-01-14")),
        ("2027-05-18", ["2026-11-10 extended", "2027-06-15 renewal_result"], ("expired", "2027-05-17")),
        ("2026-11-19", ["2026-11-10 extended", "2026-11-19 renewal_result"], ("expired", "2026-11-18")),
        ("2026-11-19", ["2026-09-10 extended", "2026-10-01 renewal_result"], ("expired", "2026-11-18")),
        ("2026-11-18", ["2026-09-10 extended", "2026-10-01 renewal_result"], ("valid", "2026-11-18")),
        ("2027-02-01", ["2026-11-10 extended", "2027-01-10 revoked"], ("revoked", "2027-01-09")),
        ("2027-08-01", ["2026-11-10 extended", "2027-07-01 revoked"], ("revoked", "2027-05-17")),
        # nothing by themselves
        ("2026-11-19", ["2026-06-01 renewal_filed"], ("expired", "2026-11-18")),
        ("2027-01-14", ["2026-11-10 extended", "2027-01-15 renewal_withdrawn"], ("extended", "2027-01-14")),
        ("2027-01-15", ["2026-11-10 extended", "2027-01-15 renewal_withdrawn"], ("expired", "2027-01-14")),
        ("2026-11-18", ["2026-09-10 extended", "2026-10-01 renewal_withdrawn"], ("valid", "2026-11-18")),
        ("2026-11-19", ["2026-12-01 renewal_result"], ("expired", "2026-11-18")),
        ("2026-07-01", ["2026-06-01 renewal_result"], ("valid", "2026-11-18")),
    ],
)
def test_status(on: str, happened: list[str], expected: tuple[str, str]) -> None:
    assert status(on, *happened) == expected


def test_the_length_of_an_extension_is_an_argument() -> None:
    extended = [CertificateEvent(EXPIRES_ON, EventKind.EXTENDED)]
    last = EXPIRES_ON + 90 * DAY
    own = {"extension_cap": Period(90, "days", False, "")}
    assert certificate_status(VALID_FROM, EXPIRES_ON, extended, last, own) == Status(
        StatusKind.EXTENDED, last
    )
    assert certificate_status(VALID_FROM, EXPIRES_ON, extended, last + DAY, own) == Status(
        StatusKind.EXPIRED, last
    )


def test_a_certificate_that_expires_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        certificate_status(EXPIRES_ON, VALID_FROM, [], EXPIRES_ON)
