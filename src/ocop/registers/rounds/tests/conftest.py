"""What the tests of rounds share."""

from datetime import date

import pytest

from ocop.foundation.documents.actions import file_paper
from ocop.registers.programme.tests.conftest import programme, refused, tuan

__all__ = ["programme", "refused", "tuan"]


@pytest.fixture
def papers(tuan, at):
    """The working rules and the plan of an extra round."""
    common = {"issuer": "UBND tỉnh Lào Cai", "subject": "Đợt bổ sung", "by": tuan, "at": at}
    return {
        "rules": file_paper(kind="working_rules", number="01/QC", issued_on=date(2026, 8, 1), **common),
        "plan": file_paper(kind="plan", number="02/KH", issued_on=date(2026, 8, 2), **common),
    }
