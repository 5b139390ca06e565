"""Loại sản phẩm, ghi nhận: grounds and findings of the set's sheet."""

from __future__ import annotations

import pytest

from ocop.casework.review import acts
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.tests.cast import refused
from ocop.kernel.law import load_regulations


def test_facts_of_the_sheet_only(room, at):
    """This sheet has grounds to exclude by, and nothing else to record: the page is not offered."""
    item = room.item(room.scoring())
    known = {"value": True, "reason": "x", "at": at}
    assert refused(acts.record_fact, item, name="dossier_forged", by=room.thu, **known) == "nothing_to_record"
    assert refused(acts.record_fact, item, name="anything", by=room.hoa, **known) == "not_keeper"


@pytest.mark.parametrize(
    ("code", "number", "doubt"),
    [("qd-26-2026", 7, None), ("qd-26-2026", 26, "26-2026-45"), ("qd-148-2023", 3, "148-2023-14"),
     ("qd-1048-2019", 26, "1048-2019-07")],
)  # fmt: skip
def test_the_council_may_always_find_forgery_by_the_line_or_by_a_reading(code, number, doubt):
    found = {one.name: one for one in findings(load_regulations()[code].set(number))}["dossier_forged"]
    assert (found.excludes, found.printed_at) == (True, None)
    clause = (
        ""
        if doubt is None
        else f"; phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống ({doubt})"
    )
    assert found.label.vi == f"Bị loại nếu giả mạo hồ sơ{clause}"


def test_a_chair_with_a_conflict_decides_nothing_about_that_product(room, at):
    item = room.item(room.scoring(conflicts=[room.chair]))
    known = {"fact": "unacceptable_impurities", "reason": "x", "at": at}
    assert refused(acts.exclude_item, item, by=room.son, **known) == "own_interest"
    assert refused(acts.tally_item, item, by=room.son, at=at) == "own_interest"
