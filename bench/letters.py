"""Every character there is, printed and folded: `script/bench letters`."""

from __future__ import annotations

import sys
from pathlib import Path

from ocop.foundation.documents.tests.test_letters import SHOWING_NOTHING, of_no_typeface_and_lost
from ocop.kernel.text import fold


def bench(_folder: Path) -> dict[str, object]:
    """Whether each becomes something that a typeface has, or nothing where it shows nothing;
    and whether folding it twice changes nothing.
    """
    codes = range(sys.maxunicode + 1)
    uncovered, lost = of_no_typeface_and_lost(codes)  # type: ignore[no-untyped-call]  # of a test
    unfolded = [code for code in codes if fold(fold(chr(code))) != fold(chr(code))]
    return {
        "characters": len(codes),
        "of_no_typeface": uncovered,
        "categories_that_show_nothing": sorted(lost),
        "folded_differently_the_second_time": unfolded,
        "is_proven": (uncovered, lost, unfolded) == ([], SHOWING_NOTHING, []),
    }
