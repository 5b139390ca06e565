"""Targets from a table: the plan of 2022 as an office has it, and every fault named by row and column."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused
from ocop.kernel.faults import Fault
from ocop.registers.programme import actions, selectors
from ocop.registers.programme.rules import Bound
from ocop.registers.programme.rules.tables import (
    FaultKind,
    TargetRow,
    cells_of,
    read_targets,
    text_of,
)
from ocop.registers.programme.workbooks import cells_in

TABLE = """key,text,unit,value,at_least,counted_from
new_products,Sản phẩm mới được công nhận,sản phẩm,30,yes,recognitions of the year
renewals,Đánh giá lại sản phẩm hết hạn,sản phẩm,,all due,renewals of the year
trademarks,Nhãn hiệu cho sản phẩm phê duyệt năm 2019-2020,nhãn hiệu,6,,support finished
logo,Sản phẩm được công nhận năm 2022 được bổ sung logo,sản phẩm,,all recognised,label kits
signboards,Biển vùng nguyên liệu,biển,,,signboards put up
site_checks,"Thẩm định thực tế, tại cơ sở",cơ sở,,all proposed,visits
post_checks,Kiểm tra sản phẩm công nhận năm 2021,cơ sở,,all recognised,inspections
"""


def test_a_table_becomes_targets(draft, tuan, at):
    made = actions.import_targets(draft, cells_of(TABLE), by=tuan, at=at)
    assert [(one.key, one.bound, one.value, one.count_rule, one.year_from, one.year_to) for one in made] == [
        ("new_products", "at_least", 30, "new_products", None, None),
        ("renewals", "all_due", None, "renewals", None, None),
        ("trademarks", "exactly", 6, "trademarks", 2019, 2020),
        ("logo", "all_due", None, "logo", 2022, 2022),
        ("signboards", "unset", None, "signboards", None, None),
        ("site_checks", "all_due", None, "", None, None),
        ("post_checks", "all_due", None, "", None, None),
    ]
    assert [one.position for one in selectors.targets_of(draft)] == [1, 2, 3, 4, 5, 6, 7]
    assert history(draft)[0].action == "plan.import_targets"


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_pasted_tables_of_every_kind(mark):
    text = mark.join(["Chỉ tiêu", "ĐVT", "Số lượng", "Mức", "Cách đếm"]) + "\r\n\r\n"
    text += mark.join(["Hội chợ", "lần", "1 200" if mark == "," else "1.200", "có", "fairs"])
    table = read_targets(cells_of("\ufeff" + text))
    assert table.faults == []
    row = table.rows[0]
    assert (row.row, row.key, row.name, row.value, row.bound, row.count_rule) == (
        3,
        "",
        "Hội chợ",
        1200,
        "at_least",
        "fairs",
    )


HEAD = "key,text,unit,value,at_least,counted_from\n"


def test_the_key_of_a_row_names_its_rule_before_the_words_of_the_count():
    (row,) = read_targets(cells_of(HEAD + "fairs,Hội chợ,hội chợ,2,yes,tourism")).rows
    assert row.count_rule == "fairs"


CELLS = [
    ("\ufeffmã;tên\n", [["mã", "tên"]]),
    ("\n\n\tA\nb\tc\n", [[], [], ["", "A"], ["b", "c"]]),
    ("TEXT,UNIT\nHội chợ; triển lãm,lần\nA,b", [["TEXT", "UNIT"], ["Hội chợ; triển lãm", "lần"], ["A", "b"]]),
    ("X;Y\na,b;c", [["X", "Y"], ["a,b", "c"]]),
]


@pytest.mark.parametrize(("text", "cells"), CELLS)
def test_the_first_filled_line_says_what_parts_the_cells(text, cells):
    assert cells_of(text) == cells


def test_cells_are_written_as_a_spreadsheet_copies_them():
    assert text_of([["a", "b"], ["c,d", "e"]]) == "a\tb\nc,d\te\n"


def test_rows_as_they_are_read():
    table = read_targets(cells_of(TABLE))
    assert (table.faults, table.rows[0], table.rows[-1]) == (
        [],
        TargetRow(
            2, "new_products", "Sản phẩm mới được công nhận", "sản phẩm", 30, Bound.AT_LEAST, "new_products",
            None, None, "",
        ),
        TargetRow(
            8, "post_checks", "Kiểm tra sản phẩm công nhận năm 2021", "cơ sở", None, Bound.ALL_DUE, "", None,
            None, "inspections",
        ),
    )  # fmt: skip
    assert [(row.count_rule, row.year_from, row.year_to) for row in table.rows[2:4]] == [
        ("trademarks", 2019, 2020),
        ("logo", 2022, 2022),
    ]


@pytest.mark.parametrize("text", ["Text,,Unit\nHội chợ,,lần", HEAD + ",Hội chợ,lần", HEAD + ",Hội chợ,lần,"])
def test_cells_and_columns_that_are_not_there_are_empty(text):
    table = read_targets(cells_of(text))
    assert table.faults == []
    assert table.rows == [TargetRow(2, "", "Hội chợ", "lần", None, Bound.UNSET, "", None, None, "")]


@pytest.mark.parametrize(
    ("value", "bound", "read"),
    [
        ("1", "", (1, Bound.EXACTLY)),
        ("120.0", "=", (120, Bound.EXACTLY)),
        ("1.200", ">=", (1200, Bound.AT_LEAST)),
        ("3", "≥", (3, Bound.AT_LEAST)),
        ("", "không", (None, Bound.UNSET)),
        ("", "100% sản phẩm", (None, Bound.ALL_DUE)),
        ("", "Tất cả", (None, Bound.ALL_DUE)),
    ],
)
def test_how_much_a_target_asks(value, bound, read):
    (row,) = read_targets(cells_of(f"{HEAD}a;A;b;{value};{bound};".replace(",", ";"))).rows
    assert (row.value, row.bound) == read


@pytest.mark.parametrize(
    ("key", "words", "rule", "years"),
    [
        ("trademarks", "Nhãn hiệu năm 2021", "trademarks", (2021, 2021)),
        ("trademarks", "Nhãn hiệu", "trademarks", (None, None)),
        ("new_products", "Sản phẩm năm 2021", "new_products", (None, None)),
        ("", "Nhãn hiệu năm 2021", "", (None, None)),
    ],
)
def test_the_years_that_a_target_speaks_of(key, words, rule, years):
    (row,) = read_targets(cells_of(f"{HEAD}{key},{words},b,3,,")).rows
    assert (row.count_rule, (row.year_from, row.year_to)) == (rule, years)


def test_a_target_kept_by_hand_keeps_what_was_written_of_its_count():
    (row,) = read_targets(cells_of(HEAD + "trademarks,Nhãn hiệu,b,3,,Ghi tay")).rows
    assert (row.count_rule, row.note) == ("", "Ghi tay")


@pytest.mark.parametrize(
    ("text", "row", "column", "kind", "value"),
    [
        ("", 1, "", FaultKind.EMPTY_TABLE, ""),
        (HEAD, 1, "", FaultKind.EMPTY_TABLE, ""),
        ("text,value\nA,1", 1, "unit", FaultKind.COLUMN_MISSING, ""),
        ("text,unit,màu\nA,b,đỏ", 1, "màu", FaultKind.COLUMN_UNKNOWN, ""),
        ("text,unit,ĐVT\nA,b,c", 1, "ĐVT", FaultKind.COLUMN_TWICE, ""),
        (HEAD + "a,,sản phẩm,1,yes,", 2, "text", FaultKind.CELL_EMPTY, ""),
        (HEAD + "a,A,,1,yes,", 2, "unit", FaultKind.CELL_EMPTY, ""),
        (HEAD + f"a,{'A' * 301},b,1,yes,", 2, "text", FaultKind.TOO_LONG, "300"),
        (HEAD + f"a,A,{'b' * 41},1,yes,", 2, "unit", FaultKind.TOO_LONG, "40"),
        (HEAD + "a,A,b,ba mươi,yes,", 2, "value", FaultKind.NO_NUMBER, "ba mươi"),
        (HEAD + "a,A,b,1.5,yes,", 2, "value", FaultKind.NO_NUMBER, "1.5"),
        (HEAD + "a,A,b,0,yes,", 2, "value", FaultKind.NOT_POSITIVE, "0"),
        (HEAD + "a,A,b,-3,,", 2, "value", FaultKind.NOT_POSITIVE, "-3"),
        (HEAD + "a,A,b,,yes,", 2, "at_least", FaultKind.BOUND_WITHOUT_NUMBER, "yes"),
        (HEAD + "a,A,b,3,có lẽ,", 2, "at_least", FaultKind.UNKNOWN_BOUND, "có lẽ"),
        (HEAD + "a,A,b,3,<=,", 2, "at_least", FaultKind.UNKNOWN_BOUND, "<="),
        (HEAD + "a,A,b,3,all due,", 2, "at_least", FaultKind.UNKNOWN_BOUND, "all due"),
        (HEAD + "a,A,b,3,100%,", 2, "at_least", FaultKind.UNKNOWN_BOUND, "100%"),
        (HEAD + "a,A,b,,1000,", 2, "at_least", FaultKind.UNKNOWN_BOUND, "1000"),
        (HEAD + "Khóa lạ,A,b,3,,", 2, "key", FaultKind.BAD_KEY, "khóa lạ"),
        (HEAD + "a,A,b,3,,\n\na,B,b,3,,", 4, "key", FaultKind.KEY_TWICE, "a"),
        (HEAD + "a,A,b,3,,\n" * 501, 502, "", FaultKind.TOO_MANY_ROWS, "501"),
    ],
)
def test_faults_of_cells(text, row, column, kind, value):
    assert read_targets(cells_of(text)).faults == [Fault(column, kind, value, line=row)]


def test_the_faults_of_every_row_are_kept():
    faults = read_targets(cells_of(HEAD + "a,A,b,x,,\nb,B,b,0,,")).faults
    assert [(fault.line, fault.code) for fault in faults] == [
        (2, FaultKind.NO_NUMBER),
        (3, FaultKind.NOT_POSITIVE),
    ]


def test_as_much_as_may_be_is_read():
    longest = f"{'k' * 40},{'A' * 300},{'b' * 40},3,,\n"
    table = read_targets(cells_of(HEAD + longest + ",A,b,3,,\n" * 499))
    assert (table.faults, len(table.rows)) == ([], 500)


def test_every_fault_is_named_and_nothing_is_kept(draft, tuan, at, refused):
    text = HEAD + "a,,b,x,,\nnew_products,Mới,sản phẩm,1,,\nb,Nữa,sản phẩm,1,,new_products\n"
    assert [(one.line, one.where) for one in actions.try_import(draft, cells_of(text)).faults] == [
        (2, "text"),
        (2, "value"),
    ]
    clean = text.replace("a,,b,x,,\n", "")
    (fault,) = actions.try_import(draft, cells_of(clean)).faults
    assert (fault.line, fault.code, "đếm trùng" in fault.value) == (3, FaultKind.REFUSED, True)
    assert refused(actions.import_targets, draft, cells_of(clean), by=tuan, at=at) == "table_faulty"
    assert not draft.targets.exists()


def test_a_key_that_the_plan_has_already(filled):
    (fault,) = actions.try_import(filled, cells_of(HEAD + "san-pham-moi,A,b,3,,")).faults
    assert (fault.line, fault.code) == (2, FaultKind.REFUSED)


def test_who_may_not(draft, cast, at, refused):
    assert (
        refused(actions.import_targets, draft, cells_of(TABLE), by=cast.quang, at=at)
        == "not_province_officer"
    )


def workbook(rows, *, merge=""):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    out = BytesIO()
    book.save(out)
    return BytesIO(out.getvalue())


def test_a_workbook_is_read_as_text():
    cells, faults = cells_in(workbook([["text", "unit", "value"], ["Hội chợ", "lần", 2.0], ["Lớp", None, 3]]))
    assert (cells, faults) == ([["text", "unit", "value"], ["Hội chợ", "lần", "2"], ["Lớp", "", "3"]], [])
    assert cells_of(text_of(cells)) == cells


def test_formulas_and_merged_cells_are_named():
    rows = [["text", "unit", "value"], ["Hội chợ", "lần", "=1+1"]]
    found = cells_in(workbook(rows, merge="A3:B4"))[1]
    assert [(one.line, one.where, one.code) for one in found] == [
        (2, "C2", FaultKind.FORMULA), (3, "A3:B4", FaultKind.MERGED),
    ]  # fmt: skip


def test_what_only_looks_like_a_workbook_is_refused():
    with pytest.raises(Refused):
        cells_in(BytesIO(b"PK\x03\x04 not a workbook"))


def test_a_very_long_workbook_is_cut_and_said_so():
    rows = [["text", "unit"], *[["Hội chợ", "lần"]] * 3000]
    assert read_targets(cells_in(workbook(rows))[0]).faults[0].code == FaultKind.TOO_MANY_ROWS
