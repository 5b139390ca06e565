"""A cited paper keeps its days as text in the frozen content and gives them back as days."""

from datetime import date

import pytest

from ocop.casework.dossiers.selectors import CitedPaper


@pytest.mark.parametrize(
    ("issued_on", "expires_on", "days"),
    [("2026-04-10", "", (date(2026, 4, 10), None)), ("", "2027-01-31", (None, date(2027, 1, 31)))],
)
def test_days_of_a_cited_paper(issued_on, expires_on, days):
    paper = CitedPaper(1, "f", "k", "t", "n", "i", issued_on, expires_on, "x.pdf", ("3.5",))
    assert (paper.issue_day, paper.last_day) == days
