"""A programme whose office settles doubts,
and pages in Vietnamese whatever language the test before ended in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.utils import translation

from ocop.registers.programme.acts import set_up_programme, settle_anomaly


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.fixture
def settle(cast, at) -> Callable[[str], None]:
    """Lets the province settle a doubt of Decision 26/2026."""
    cast.appoint(cast.minh, "province_officer")
    names = {"name": "OCOP", "agency_name": "Văn phòng", "authority_name": "UBND tỉnh", "seat": "Lào Cai"}
    fields = {"province": cast.province, **names}
    programme = set_up_programme(fields=fields, by=cast.minh, at=at)

    def decide(anomaly: str) -> None:
        settle_anomaly(
            programme, regulation_code="qd-26-2026", anomaly_id=anomaly, reference="01/QĐ-UBND",
            decided_on=date(2026, 11, 1), by=cast.minh, at=at,
        )  # fmt: skip

    return decide
