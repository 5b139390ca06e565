"""`check_tables`: one line of JSON a file, with the keys that are relied on; no database."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.core.management import call_command

from ocop.foundation.tables.tests.building import Page, xlsx
from ocop.foundation.tables.tests.corpus import GROUPED


def told(*arguments: str) -> list[dict]:
    out = io.StringIO()
    call_command("check_tables", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_file_is_a_line(tmp_path: Path) -> None:
    table, locked = tmp_path / "ds.xlsx", tmp_path / "a.xlsm"
    table.write_bytes(xlsx(Page(GROUPED, "Ngày 1"), Page(GROUPED, "Nháp", is_hidden=True)))
    locked.write_bytes(b"PK\x03\x04")
    one, two, three = told("--kind", "attendance", str(table), str(locked), str(tmp_path / "none.xlsx"))
    assert {"file", "sheet", "header_row", "columns", "rows", "left_out", "encoding", "errors"} <= set(one)
    assert (one["sheet"], one["header_row"], one["rows"], one["errors"]) == ("Ngày 1", 4, 3, [])
    assert one["columns"] == {"name": "Họ và tên", "place": "Xã, phường", "unit": "Đơn vị"}
    assert {left["row"]: left["code"] for left in one["left_out"]} == {
        None: "hidden_sheet", 5: "numbering", 6: "group", 9: "total", 10: "group", 12: "total", 13: "total",
        15: "note", 16: "note", 17: "after_table",
    }  # fmt: skip
    assert all(left["why"] for left in one["left_out"])
    assert [row["errors"][0]["code"] for row in (two, three)] == ["workbook_with_macros", "file_missing"]
    assert [row["rows"] for row in (two, three)] == [0, 0]


def test_a_mapping_says_which_column_is_meant(tmp_path: Path) -> None:
    table, mapping = tmp_path / "a.xlsx", tmp_path / "m.json"
    table.write_bytes(xlsx(Page([["Ai", "Ở đâu"], ["Lý Thị Mỷ", "Bản Lầu"]])))
    mapping.write_text(json.dumps({"name": "Ai"}), encoding="utf-8")
    (found,) = told("--kind", "attendance", "--mapping", str(mapping), str(table))
    assert (found["rows"], found["columns"], found["unknown_columns"]) == (1, {"name": "Ai"}, ["Ở đâu"])
