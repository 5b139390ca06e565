"""The days of the commune's check come from the regulation's data,
as the desk says them and as they are counted.
"""

from __future__ import annotations

from datetime import date

from ocop.casework.dossiers.pages.desk import Desk
from ocop.casework.dossiers.rules.clock import commune_due
from ocop.kernel.law import regulation
from ocop.kernel.law.tests.changed import CODE, changed_law


def test_the_desk_says_the_days_that_are_counted(tmp_path, monkeypatch):
    said = "Xã có {} ngày làm việc từ ngày tiếp nhận để kiểm tra và đề nghị (khoản 2 Điều 7)."
    assert (str(Desk.lead), commune_due(date(2026, 10, 5), regulation(CODE))) == (
        said.format(15),
        date(2026, 10, 26),
    )
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))
    assert (str(Desk.lead), commune_due(date(2026, 10, 5), regulation(CODE))) == (
        said.format(10),
        date(2026, 10, 19),
    )
