"""What the tests of the register share: a programme, an officer of the province, tables of products."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from ocop.foundation.accounts.rules import Role
from ocop.foundation.tables.tests.building import Page, xlsx
from ocop.registers.programme.models import Programme

HEADINGS = {
    "name": "Tên sản phẩm", "holder": "Chủ thể", "registration_no": "Mã số thuế", "place": "Địa chỉ",
    "stars": "Hạng sao", "authority": "Cơ quan công nhận", "decision_no": "Số quyết định",
    "decided_on": "Ngày quyết định", "valid_until": "Ngày hết hạn", "product_code": "Mã sản phẩm",
    "set": "Bộ sản phẩm", "holder_form": "Loại hình", "phone": "Điện thoại",
}  # fmt: skip
PINEAPPLE = {
    "name": "Mứt dứa", "holder": "HTX Dứa Bản Lầu", "registration_no": "1207000077", "place": "Bản Lầu",
    "stars": "4", "authority": "Chủ tịch UBND tỉnh Lào Cai", "decision_no": "3200/QĐ-UBND",
    "decided_on": "15/12/2024", "valid_until": "15/12/2027", "product_code": "15-02788-1-2024",
}  # fmt: skip


def table(*rows: dict) -> bytes:
    """A workbook with every column and these rows; what a row does not say is that of the pineapple jam."""
    lines = [[(PINEAPPLE | row).get(key, "") for key in HEADINGS] for row in rows]
    return xlsx(Page([list(HEADINGS.values()), *lines]))


@pytest.fixture
def programme(cast, at):
    """The programme of the province, so that its communes are known."""
    return Programme.objects.create(
        province=cast.province, name="Chương trình OCOP tỉnh Lào Cai", agency_name="Văn phòng điều phối",
        authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
    )  # fmt: skip


@pytest.fixture
def tuan(cast):
    """An officer of the province."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return tuan


def command(*words: object) -> dict:
    """What `ocop register …` tells."""
    out, code = StringIO(), 0
    try:
        call_command("register", *map(str, words), stdout=out, stderr=StringIO())
    except SystemExit as end:
        code = end.code
    told = json.loads(out.getvalue())
    assert code == bool(told["refused"])
    return told


@pytest.fixture
def bring(programme, tmp_path: Path):
    """Brings a table of these rows in by the command."""

    def bring(*rows: dict, options: tuple[str, ...] = ()) -> dict:
        path = tmp_path / "danh-ba.xlsx"
        path.write_bytes(table(*rows))
        return command("import", path, *options)

    return bring
