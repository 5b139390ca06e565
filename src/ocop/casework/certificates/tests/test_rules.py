"""How numbers of decisions and letters are written, and what goes to the ministry."""

from __future__ import annotations

import pytest

from ocop.casework.certificates.rules import PackagePart, is_decision_no, is_paper_no, package_parts


@pytest.mark.parametrize(
    ("number", "mark", "is_right"),
    [
        ("15/QĐ-UBND", "", True),
        ("123456/QĐ-UBND-SNNMT", "", True),
        ("15-MH/QĐ-UBND", "-MH", True),
        ("15-MH/QĐ-UBND", "", False),  # an example's number on a real decision
        ("15/QĐ-UBND", "-MH", False),  # and the other way round
        ("5/QĐ-UBND", "", False),
        ("1234567/QĐ-UBND", "", False),
        ("15/QD-UBND", "", False),
        ("15/QĐ-ubnd", "", False),
        ("15/QĐ-UBND ", "", False),
        ("", "", False),
    ],
)
def test_the_number_of_a_decision(number: str, mark: str, is_right: bool) -> None:
    assert is_decision_no(number, mark) is is_right


@pytest.mark.parametrize(
    ("number", "mark", "is_right"),
    [
        ("15/TTr-SNNMT", "", True),
        ("15-MH/TTr-SNNMT", "-MH", True),
        ("15/TB-VP&TH", "", True),
        ("15-MH/TTr-SNNMT", "", False),
        ("15/TTr-SNNMT", "-MH", False),
        ("15/Ttr-SNNMT", "", False),
        ("1/TTr-SNNMT", "", False),
        ("", "", False),
    ],
)
def test_the_number_of_a_letter(number: str, mark: str, is_right: bool) -> None:
    assert is_paper_no(number, mark) is is_right


FIRST = (
    PackagePart.TEAM_REPORT,
    PackagePart.COUNCIL_REPORT,
    PackagePart.APPROVAL,
    PackagePart.DOSSIER,
    PackagePart.EXTRA_TESTS,
)
AGAIN = (PackagePart.BODY_REPORT, PackagePart.DOSSIER, PackagePart.EXTRA_TESTS)


@pytest.mark.parametrize(("again", "parts"), [(False, FIRST), (True, AGAIN)])
def test_what_goes_to_the_ministry(again: bool, parts: tuple[PackagePart, ...]) -> None:
    assert package_parts(again=again, has_samples=False) == parts
    assert package_parts(again=again, has_samples=True) == (*parts, PackagePart.SAMPLES)
