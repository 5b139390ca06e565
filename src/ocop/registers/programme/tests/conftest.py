"""What the tests of the programme share."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ocop.foundation.accounts.rules import Role
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.foundation.refusals import Refused
from ocop.registers.programme import acts
from ocop.registers.programme.acts import set_up_programme


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


OLD_DAY = date(2022, 3, 1)
TARGET = {
    "name": "Sản phẩm mới",
    "unit": "sản phẩm",
    "value": 30,
    "bound": "at_least",
    "count_rule": "new_products",
}
BY_HAND = {"name": "Thẩm định cơ sở", "unit": "cơ sở", "value": None, "bound": "all_due", "count_rule": ""}


@pytest.fixture
def old_province(db):
    """Lào Cai as it was until 30 June 2025."""
    return place("10", "province", OLD_DAY)


@pytest.fixture
def sa_pa(old_province):
    """A district of it."""
    return Place.objects.get(parent=old_province, level="district", name="Sa Pa")


@pytest.fixture
def draft(programme, old_province, tuan, at):
    """The plan of 2022, being written."""
    return acts.write_plan(old_province, year=2022, name="Kế hoạch OCOP năm 2022", by=tuan, at=at)


@pytest.fixture
def filled(draft, tuan, at):
    """With two targets, a task and a budget line."""
    counted = acts.add_target(draft, fields=TARGET, by=tuan, at=at)
    acts.add_target(draft, fields=BY_HAND, by=tuan, at=at)
    task = acts.add_task(
        draft, by=tuan, at=at, targets=[counted],
        fields={"name": "Mở lớp tập huấn", "agency": "Sở Nông nghiệp", "due_on": date(2022, 6, 30)},
    )  # fmt: skip
    line = {"name": "Tập huấn", "source": "province", "amount": 500_000_000, "task": task}
    acts.add_budget_line(draft, fields=line, by=tuan, at=at)
    return draft


@pytest.fixture
def issued(filled, tuan, at):
    """In force since 1 March 2022."""
    return acts.issue_plan(
        filled, number="100/KH-UBND", issued_on=OLD_DAY, signer_name="Hoàng Quốc Khánh",
        signer_title="Phó Chủ tịch",
        by=tuan, at=at,
    )  # fmt: skip


@pytest.fixture
def refused():
    """The code with which an action is refused."""

    def code_of(action, *args, **given):
        with pytest.raises(Refused) as found:
            action(*args, **given)
        return found.value.refusal.code

    return code_of


@pytest.fixture
def png():
    """A picture as a browser sends it."""
    out = BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, "PNG")
    return SimpleUploadedFile("to-trinh.png", out.getvalue(), "image/png")
