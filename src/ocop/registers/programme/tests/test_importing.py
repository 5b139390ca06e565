"""Targets from a table: the plan of 2022 as an office has it, and every fault named by row and column."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import Refused
from ocop.registers.programme import actions, selectors
from ocop.registers.programme.rules.tables import FaultKind, cells_of, read_targets, text_of
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


@pytest.mark.parametrize(
    ("text", "row", "column", "kind"),
    [
        ("", 1, "", FaultKind.EMPTY_TABLE),
        (HEAD, 1, "", FaultKind.EMPTY_TABLE),
        ("text,value\nA,1", 1, "unit", FaultKind.COLUMN_MISSING),
        ("text,unit,màu\nA,b,đỏ", 1, "màu", FaultKind.COLUMN_UNKNOWN),
        ("text,unit,ĐVT\nA,b,c", 1, "ĐVT", FaultKind.COLUMN_TWICE),
        (HEAD + "a,,sản phẩm,1,yes,", 2, "text", FaultKind.CELL_EMPTY),
        (HEAD + "a,A,,1,yes,", 2, "unit", FaultKind.CELL_EMPTY),
        (HEAD + f"a,{'A' * 301},b,1,yes,", 2, "text", FaultKind.TOO_LONG),
        (HEAD + "a,A,b,ba mươi,yes,", 2, "value", FaultKind.NO_NUMBER),
        (HEAD + "a,A,b,1.5,yes,", 2, "value", FaultKind.NO_NUMBER),
        (HEAD + "a,A,b,0,yes,", 2, "value", FaultKind.NOT_POSITIVE),
        (HEAD + "a,A,b,-3,,", 2, "value", FaultKind.NOT_POSITIVE),
        (HEAD + "a,A,b,,yes,", 2, "at_least", FaultKind.BOUND_WITHOUT_NUMBER),
        (HEAD + "a,A,b,3,có lẽ,", 2, "at_least", FaultKind.UNKNOWN_BOUND),
        (HEAD + "a,A,b,3,all due,", 2, "at_least", FaultKind.UNKNOWN_BOUND),
        (HEAD + "Khóa lạ,A,b,3,,", 2, "key", FaultKind.BAD_KEY),
        (HEAD + "a,A,b,3,,\n\na,B,b,3,,", 4, "key", FaultKind.KEY_TWICE),
        (HEAD + "a,A,b,3,,\n" * 501, 502, "", FaultKind.TOO_MANY_ROWS),
    ],
)
def test_faults_of_cells(text, row, column, kind):
    fault = read_targets(cells_of(text)).faults[0]
    assert (fault.line, fault.where, fault.code) == (row, column, kind)


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
