"""A forged dossier is out under every sheet: by its line, or by a reading that says that there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocop.kernel.law import Rule, regulation
from ocop.kernel.law.readings import forgery_reading, heading_rules
from ocop.kernel.text import Label

NEWEST = regulation("qd-26-2026")
UNPRINTED = NEWEST.set(26)


@pytest.mark.parametrize(("doubt", "said"), [("26-2026-45", " (26-2026-45)"), (None, "")])
def test_the_reading_says_that_no_line_is_printed_and_where_the_doubt_is_recorded(doubt, said):
    why = Label(
        f"phiếu của bộ này không in dòng đó, nên đây là cách hiểu của hệ thống{said}",
        f"the sheet of this set does not print the line, so this is a reading of the system{said}",
    )
    words = Label(f"Bị loại nếu giả mạo hồ sơ; {why.vi}", f"Excluded if the dossier is forged; {why.en}")
    reading = Rule("disqualify", "dossier_forged", words, "set", reading=why)
    sheet = replace(UNPRINTED, forgery_doubt=doubt)
    assert forgery_reading(sheet) == reading
    assert heading_rules(sheet) == (reading, *UNPRINTED.disqualifiers)


def test_a_printed_line_needs_no_reading_but_a_remark_on_forgery_is_no_such_line():
    printed = Rule("stop_evaluation", "dossier_forged", Label("giả mạo", "forged"))
    for rule, is_read in ((printed, False), (replace(printed, type="note"), True)):
        sheet = replace(UNPRINTED, disqualifiers=(rule,))
        assert (forgery_reading(sheet) is not None) == is_read
    assert heading_rules(NEWEST.set(1)) == NEWEST.set(1).disqualifiers
