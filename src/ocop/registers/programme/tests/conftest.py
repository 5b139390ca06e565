"""What the tests of the programme share."""

from datetime import date

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.foundation.documents.actions import file_paper
from ocop.registers.programme.actions import set_up_programme


@pytest.fixture
def tuan(cast):
    """An officer of the province."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return tuan


@pytest.fixture
def programme(cast, tuan, at):
    """The programme of the province."""
    fields = {
        "province": cast.province, "name": "Chương trình OCOP tỉnh Lào Cai", "agency_name": "Sở Nông nghiệp",
        "agency_parent": "UBND tỉnh Lào Cai", "authority_name": "Chủ tịch UBND tỉnh", "seat": "Lào Cai",
        "help_phone": "0214 000 000",
    }  # fmt: skip
    return set_up_programme(fields=fields, by=tuan, at=at)


@pytest.fixture
def papers(tuan, at):
    """The working rules and the plan of an extra round."""
    common = {"issuer": "UBND tỉnh Lào Cai", "subject": "Đợt bổ sung", "by": tuan, "at": at}
    return {
        "rules": file_paper(kind="working_rules", number="01/QC", issued_on=date(2026, 8, 1), **common),
        "plan": file_paper(kind="plan", number="02/KH", issued_on=date(2026, 8, 2), **common),
    }
