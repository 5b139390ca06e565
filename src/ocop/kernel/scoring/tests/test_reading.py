"""The quick way to read a sheet: the row of a sheet without a fault, and nothing where there may be one.

Where it fails, the careful way answers as well, a hundred times slower: so it is asked by itself.
"""

import pytest

from ocop.kernel.scoring.reading import _quick_row
from ocop.kernel.scoring.shelf import rubric_for

from .regulations import ALL_AT_TOP, CONDITIONAL_AT_TOP, SMALL


@pytest.mark.parametrize(
    ("number", "choices", "row"),
    [
        (1, ALL_AT_TOP, (4, 1, 3, 4, 3)),
        (1, {**ALL_AT_TOP, "1.1": None, "1.2": False, "3": "a.1"}, (0, 0, 3, 1, 3)),
        (2, CONDITIONAL_AT_TOP, (3, 2, 2, 2, 2, 2, 2, 2, 3)),
        (6, {"1": 71}, (71,)),
        (6, {"1": 102}, None),
        (1, {**ALL_AT_TOP, "1.2": 1}, None),
        (1, {**ALL_AT_TOP, "9.9": 1}, None),
        (1, {code: choice for code, choice in ALL_AT_TOP.items() if code != "4"}, None),
    ],
)
def test_the_row_of_a_sheet_without_a_fault(number, choices, row):
    assert _quick_row(rubric_for(SMALL, number, {}, frozenset()), choices) == row
