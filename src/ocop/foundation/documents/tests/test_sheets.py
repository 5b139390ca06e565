"""Templates of tables: titles, hints, lists of what is taken, an example that is never read."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from ocop.foundation.documents.engines.sheets import Column, template

COLUMNS = [
    Column("name", "Tên sản phẩm", is_required=True, longest=40),
    Column("code", "Mã xã", is_required=True, digits=5, choices=("02788 – xã Bản Lầu",)),
    Column("note", "Ghi chú"),
]
HEADER = ["STT", "Tên sản phẩm *", "Mã xã *", "Ghi chú"]
EXAMPLE = {"name": "Dứa sấy", "code": "02788"}


def test_the_template_offers_its_choices_and_keeps_codes_as_text() -> None:
    book = load_workbook(io.BytesIO(template("Ý tưởng", COLUMNS, example=EXAMPLE)))
    table = book.worksheets[0]
    rules = {str(rule.sqref): (rule.type, rule.errorStyle) for rule in table.data_validations.dataValidation}
    assert rules == {
        "B3:B2002": ("textLength", None),
        "C3:C2002": ("list", "warning"),
        "D3:D2002": ("textLength", None),
    }
    assert table.column_dimensions["C"].width > 0
    assert book.worksheets[1]["C2"].value == "02788 – xã Bản Lầu"
    assert [cell.value for cell in table[1]][:4] == HEADER
    assert [cell.value for cell in table[2]][:3] == ["Ví dụ", "Dứa sấy", "02788"]
