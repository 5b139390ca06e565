"""Windows, headings and what a result changes, as tables and for every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import FormSection, sections_of
from ocop.casework.dossiers.rules.renewing import (
    Heading,
    Said,
    Timing,
    changes_nothing,
    ended,
    open_headings,
    window_of,
)
from ocop.kernel.calendar import certificate_expiry

ENDS = date(2027, 4, 22)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("before", "timing"),
    [
        (181, Timing.EARLY), (180, Timing.IN_TIME), (150, Timing.IN_TIME), (120, Timing.IN_TIME),
        (119, Timing.LATE), (0, Timing.LATE), (-30, Timing.LATE),
    ],
)  # fmt: skip
def test_both_ends_of_the_window_are_in_time(before: int, timing: Timing) -> None:
    assert window_of(ENDS).timing(ENDS - timedelta(days=before)) == timing


@given(DAYS)
def test_the_window_is_of_sixty_one_days_and_in_sight_before(ends: date) -> None:
    window = window_of(ends)
    assert (ends - window.opens).days == 180
    assert (ends - window.closes).days == 120
    assert window.sight < window.opens <= window.closes < ends


@pytest.mark.parametrize(
    ("issued", "ends"),
    [(date(2024, 2, 29), date(2027, 2, 28)), (date(2025, 2, 28), date(2028, 2, 28))],
)
def test_a_certificate_of_a_leap_day_has_a_window(issued: date, ends: date) -> None:
    assert certificate_expiry(issued) == ends
    assert window_of(certificate_expiry(issued)).opens == ends - timedelta(days=180)


SOME = st.builds(Said, st.sampled_from(["", "  ", "Mới"]), st.booleans())


@given(st.dictionaries(st.sampled_from(list(Heading)), SOME))
def test_a_heading_is_filled_or_marked_unchanged(said: dict[str, Said]) -> None:
    expected = [
        one for one in Heading if one not in said or not (said[one].text.strip() or said[one].is_unchanged)
    ]
    assert open_headings(said) == expected


def test_the_law_names_nine_headings() -> None:
    assert len(Heading) == 9


@pytest.mark.parametrize(
    ("kind", "stars", "before", "nothing"),
    [
        ("upgrade", 4, 3, False), ("upgrade", 3, 3, True), ("upgrade", 3, 4, True), ("upgrade", 2, 3, True),
        ("upgrade", None, 4, True), ("upgrade", 4, None, False), ("renewal", 3, 4, False),
        ("renewal", 2, 3, False), ("first", 3, 3, False),
    ],
)  # fmt: skip
def test_only_an_upgrade_that_does_not_rise_changes_nothing(
    kind: str, stars: int | None, before: int | None, nothing: bool
) -> None:
    assert changes_nothing(kind, stars, before) is nothing


@given(st.lists(st.tuples(st.text(max_size=3), st.none() | DAYS)), DAYS)
def test_papers_hold_on_their_last_day(papers: list[tuple[str, date | None]], on: date) -> None:
    assert ended(papers, on) == [title for title, last in papers if last is not None and last < on]


def test_each_kind_has_its_own_step() -> None:
    own = {FormSection.UPDATES, FormSection.CHANGES}
    found = {kind: own & set(sections_of(kind, 0)) for kind in DossierKind}
    assert found == {
        DossierKind.FIRST: set(),
        DossierKind.UPGRADE: {FormSection.CHANGES},
        DossierKind.RENEWAL: {FormSection.UPDATES},
    }
    assert FormSection.SAMPLES not in sections_of("first", 0)
    assert FormSection.SAMPLES in sections_of("first", 5)
