"""Tables that come back from an office: what is read, what is refused, what is marked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from ocop.foundation.documents.engines.sheets import Column, Remark, Row, mark, read_sheet, template
from ocop.foundation.refusals import Refused

COLUMNS = [
    Column("name", "Tên sản phẩm", is_required=True, longest=40),
    Column("code", "Mã xã", is_required=True, digits=5, choices=("02788 – xã Bản Lầu",)),
    Column("note", "Ghi chú"),
]
HEADER = ["STT", "Tên sản phẩm *", "Mã xã *", "Ghi chú"]
EXAMPLE = {"name": "Dứa sấy", "code": "02788"}


def workbook(
    *rows: list[Any], header: list[str] = HEADER, change: Callable[[Any], None] | None = None
) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes, name: str = "bang.xlsx", **more: Any) -> Any:
    return read_sheet(content, name, COLUMNS, **more)


def refusal(content: bytes, name: str = "bang.xlsx", **more: Any) -> str:
    with pytest.raises(Refused) as info:
        read(content, name, **more)
    return info.value.refusal.code


def faults(content: bytes) -> list[tuple[int, str, str]]:
    return [(one.row, one.key, one.text) for one in read(content).faults]


GOOD = [1, "Dứa sấy", "02788", ""]


def test_a_filled_template_is_read_without_its_example_row() -> None:
    book = load_workbook(io.BytesIO(template("Ý tưởng", COLUMNS, example=EXAMPLE)))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]][:3] == ["Ví dụ", "Dứa sấy", "02788"]
    sheet["B3"], sheet["C3"], sheet["D3"] = " Mật  ong ", "02788", "rừng"
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue())
    assert found.rows == [Row(3, {"name": "Mật ong", "code": "02788", "note": "rừng"})]
    assert (found.faults, found.ignored, found.header_row) == ([], [], 1)


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


def test_a_template_that_nobody_filled_in_is_refused() -> None:
    assert refusal(template("Ý tưởng", COLUMNS, example=EXAMPLE)) == "sheet_empty"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("02788", "02788"),
        (2788, "02788"),  # the spreadsheet took it for a number and ate the zero
        (2788.0, "02788"),
        ("2788", "02788"),
        ("xã Bản Lầu", "xã Bản Lầu"),
        ("０２７８８", "０２７８８"),  # left for the caller to judge
    ],
)
def test_codes_keep_their_zeros(written: Any, said: str) -> None:
    assert read(workbook([1, "Dứa", written])).rows[0].values["code"] == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (12, "12"), (1.5, "1,5"), (3.0, "3"), (True, "x"), (False, ""), (date(2026, 11, 23), "2026-11-23"),
        (datetime(2026, 11, 23), "2026-11-23"),  # noqa: DTZ001 - spreadsheets know no time zones
        (datetime(2026, 11, 23, 8, 5), "2026-11-23 08:05"),  # noqa: DTZ001
        ("a\u200bb\u202ec", "abc"), ("  hai   chữ ", "hai chữ"), ("Tre\u0302n", "Trên"),
    ],
)  # fmt: skip
def test_every_kind_of_value_becomes_text(written: Any, said: str) -> None:
    assert read(workbook([1, "Dứa", "02788", written])).rows[0].values["note"] == said


def test_text_that_looks_like_a_formula_stays_text() -> None:
    def as_text(sheet: Any) -> None:
        sheet["D2"].data_type = "s"

    content = workbook([1, "Dứa", "02788", "=1+1"], change=as_text)
    found = read(content)
    assert (found.rows[0].values["note"], found.faults) == ("=1+1", [])
    again = load_workbook(io.BytesIO(mark(content, found, [])))
    assert again.active["D2"].data_type == "s"


def test_blank_rows_are_no_rows_and_numbers_are_those_of_the_spreadsheet() -> None:
    found = read(workbook(GOOD, [], [None, None], [2, "Mật ong", "02788"]))
    assert [row.number for row in found.rows] == [2, 5]


def test_titles_are_read_in_either_language_order_and_spelling() -> None:
    columns = [Column("name", translation.gettext_lazy("Tên sản phẩm"), is_required=True), COLUMNS[1]]
    content = workbook(["02788", "Dứa"], header=["mã  XÃ", "tên san pham"])
    assert read_sheet(content, "b.xlsx", columns).rows == [Row(2, {"name": "Dứa", "code": "02788"})]


def test_a_heading_above_the_table_and_columns_of_ones_own_do_no_harm() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH Ý TƯỞNG"])
    sheet.merge_cells("A1:E1")
    sheet.append([*HEADER, "Số điện thoại"])
    sheet.append([*GOOD, "0912"])
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue())
    assert (found.header_row, found.ignored, len(found.rows), found.faults) == (2, ["Số điện thoại"], 1, [])


# what a cell may not be


def test_a_formula_is_neither_computed_nor_kept() -> None:
    content = workbook([1, '=HYPERLINK("http://x","Dứa")', "02788"])
    assert faults(content) == [(2, "name", "Ô này là công thức; hãy ghi thẳng giá trị.")]
    assert read(content).rows[0].values["name"] == ""


def test_an_array_formula_is_a_formula() -> None:
    def put(sheet: Any) -> None:
        sheet["B2"] = ArrayFormula("B2:B2", "=A1:A9")

    assert [key for _row, key, _text in faults(workbook([1, "x", "02788"], change=put))] == ["name"]


def test_error_values_empty_cells_and_long_texts_are_named() -> None:
    def break_cell(sheet: Any) -> None:
        sheet["D2"].value = "#REF!"
        sheet["D2"].data_type = "e"

    content = workbook([1, "", "02788", "x"], [2, "a" * 41, "02788"], change=break_cell)
    assert faults(content) == [
        (2, "note", "Ô này báo lỗi #REF!; hãy ghi giá trị."),
        (2, "name", "Chưa ghi “Tên sản phẩm”."),
        (3, "name", "Dài quá 40 chữ cái."),
    ]


def test_each_row_that_a_merged_cell_touches_is_named() -> None:
    content = workbook(GOOD, [2, "x", "02788"], change=lambda sheet: sheet.merge_cells("B2:B3"))
    said = "Ô gộp B2:B3; hãy bỏ gộp và ghi đủ từng dòng."
    assert faults(content) == [(2, "name", said), (3, "name", said), (3, "name", "Chưa ghi “Tên sản phẩm”.")]


# what is refused whole


def hide_row(sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet: Any) -> None:
    sheet.column_dimensions["C"].hidden = True


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: workbook([1, "Dứa"], header=["STT", "Tên sản phẩm"]), "sheet_columns_missing"),
        (workbook, "sheet_empty"),
        (lambda: workbook(GOOD, header=["STT", "Tên sản phẩm", "Mã xã", "Mã xã"]), "sheet_column_twice"),
        (lambda: workbook(GOOD, change=lambda sheet: sheet.merge_cells("A1:A2")), "sheet_header_merged"),
        (lambda: workbook(GOOD, GOOD, change=hide_row), "sheet_rows_hidden"),
        (lambda: workbook(GOOD, change=hide_column), "sheet_columns_hidden"),
        (lambda: b"", "file_empty"),
        (lambda: b"%PDF-1.4 not a table", "file_kind_refused"),
        (lambda: b"STT,Ten,Ma\n1,Dua,02788\n", "file_kind_refused"),
    ],
)
def test_whole_tables_that_are_refused(content: Callable[[], bytes], code: str) -> None:
    assert refusal(content()) == code


def test_a_table_on_a_hidden_sheet_is_not_read() -> None:
    book = Workbook()
    secret = book.create_sheet("Ẩn")
    secret.append(HEADER)
    secret.append(GOOD)
    secret.sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)
    assert refusal(out.getvalue()) == "sheet_columns_missing"


def test_an_empty_hidden_row_does_not_matter() -> None:
    assert len(read(workbook(GOOD, [], change=hide_row)).rows) == 1


def test_the_limit_is_a_limit_of_filled_rows() -> None:
    rows = [[n, f"Dứa {n}", "02788"] for n in range(5)]
    assert (
        len(read(workbook(*rows), most_rows=4).rows) == 5
    )  # one more than asked: the example row may be one of them
    assert refusal(workbook(*rows, *rows), most_rows=4) == "sheet_too_long"


def many_rows(count: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADER)
    for number in range(count):
        sheet.append([number, f"Dứa {number}", "02788", ""])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("most", [2_000, 2_001])
def test_the_longest_table_is_read(most: int) -> None:
    assert len(read(many_rows(most)).rows) == most


def test_too_many_rows_get_a_sentence() -> None:
    """Very many get the same one at once: `script/bench rows`."""
    with pytest.raises(Refused) as info:
        read(many_rows(2_002))
    assert info.value.refusal.code == "sheet_too_long"
    assert str(info.value.refusal.what) == "Bảng này có hơn 2.000 dòng."


def replaced(content: bytes, part: str, text: Callable[[str], str]) -> bytes:
    """The workbook with one part rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, text(data.decode()) if entry.filename == part else data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
DIMENSION = '<dimension ref="A1:A1"/><sheetData>'


def test_a_false_size_and_a_row_at_the_end_of_the_world_do_not_deceive() -> None:
    lying = replaced(many_rows(2_500), SHEET, lambda xml: xml.replace("<sheetData>", DIMENSION))
    assert refusal(lying) == "sheet_too_long"
    far = replaced(
        workbook(GOOD), SHEET, lambda xml: xml.replace('r="2"', 'r="1048576"').replace('2"', '1048576"')
    )
    assert refusal(far) in {"sheet_blank_rows", "sheet_unreadable"}


def test_a_bomb_and_a_heavy_workbook_are_refused_before_they_are_opened() -> None:
    heavy = replaced(
        workbook(GOOD), SHEET, lambda xml: xml.replace("<sheetData>", "<sheetData>" + " " * 17_000_000)
    )
    assert refusal(heavy) == "sheet_too_heavy"
    bomb = replaced(
        workbook(GOOD), SHEET, lambda xml: xml.replace("<sheetData>", "<sheetData>" + " " * 90_000_000)
    )
    assert refusal(bomb) == "office_bomb"


def test_a_workbook_with_macros_is_refused_whatever_its_name() -> None:
    out = io.BytesIO(workbook(GOOD))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(out.getvalue()) == "office_macros"
    assert refusal(workbook(GOOD), "bang.xlsm") == "file_disguised"


def test_a_torn_sheet_is_refused_with_a_sentence() -> None:
    assert refusal(replaced(workbook(GOOD), SHEET, lambda xml: xml[: len(xml) // 2])) == "sheet_unreadable"


# marking


def test_the_same_workbook_comes_back_with_cells_coloured_and_reasons_beside() -> None:
    content = workbook([1, "", "99999"], GOOD)
    found = read(content)
    marked = load_workbook(
        io.BytesIO(mark(content, found, [Remark(2, "code", "Không có mã xã này.")]))
    ).active
    assert marked["E1"].value == "Lý do phải sửa"
    assert marked["E2"].value == "Chưa ghi “Tên sản phẩm”. Không có mã xã này."
    assert marked["E3"].value is None
    coloured = {
        cell.coordinate for row in marked.iter_rows() for cell in row if cell.fill.fgColor.rgb == "FFFFD9D6"
    }
    assert coloured == {"B2", "C2"}
    assert [cell.value for cell in marked[3]][:3] == [1, "Dứa sấy", "02788"]


def test_a_note_is_said_without_colour() -> None:
    content = workbook(GOOD)
    marked = load_workbook(
        io.BytesIO(mark(content, read(content), [Remark(2, "code", "Nay là xã khác.", is_fault=False)]))
    )
    assert marked.active["E2"].value == "Nay là xã khác."
    assert marked.active["C2"].fill.fgColor.rgb != "FFFFD9D6"


def test_marks_of_an_earlier_round_are_taken_away() -> None:
    content = workbook([1, "", "02788"])
    book = load_workbook(io.BytesIO(mark(content, read(content), [])))
    book.active["B2"] = "Mật ong"
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue())
    assert (found.faults, found.ignored) == ([], [])
    marked = load_workbook(io.BytesIO(mark(out.getvalue(), found, []))).active
    assert (marked["E1"].value, marked["E2"].value) == ("Lý do phải sửa", None)
    assert marked["B2"].fill.fgColor.rgb != "FFFFD9D6"


def test_a_reason_is_never_a_formula() -> None:
    content = workbook(GOOD)
    marked = load_workbook(io.BytesIO(mark(content, read(content), [Remark(2, "code", "=1+1")]))).active
    assert (marked["E2"].value, marked["E2"].data_type) == ("=1+1", "s")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30), min_size=1, max_size=8))
def test_whatever_is_written_is_read_or_named_and_never_breaks(texts: list[str]) -> None:
    def as_text(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type

    content = workbook(*([n, "Dứa", "02788", text] for n, text in enumerate(texts)), change=as_text)
    found = read(content)
    assert [row.number for row in found.rows] == list(range(2, len(texts) + 2))
    assert load_workbook(io.BytesIO(mark(content, found, []))).active.max_row >= len(texts)
