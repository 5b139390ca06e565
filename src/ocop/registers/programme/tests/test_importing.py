"""Targets from a table: the plan of 2022 as an office has it, and every fault named by row."""

import pytest

from ocop.foundation.audit.selectors import history
from ocop.kernel.tables import TARGETS, Wrong, open_book, read_table
from ocop.registers.programme import acts, selectors
from ocop.registers.programme.rules.tables import rule_named, target_fields

TABLE = """key,text,unit,value,at_least,counted_from
new_products,Sản phẩm mới được công nhận,sản phẩm,30,yes,recognitions of the year
renewals,Đánh giá lại sản phẩm hết hạn,sản phẩm,,all due,renewals of the year
trademarks,Nhãn hiệu cho sản phẩm phê duyệt năm 2019-2020,nhãn hiệu,6,,support finished
logo,Sản phẩm được công nhận năm 2022 được bổ sung logo,sản phẩm,,all recognised,label kits
signboards,Biển vùng nguyên liệu,biển,,,signboards put up
site_checks,"Thẩm định thực tế, tại cơ sở",cơ sở,,all proposed,visits
post_checks,Kiểm tra sản phẩm công nhận năm 2021,cơ sở,,all recognised,inspections
"""
HEAD = "key,text,unit,value,at_least,counted_from\n"


def read(text):
    return read_table(open_book(text.encode()), TARGETS)


def test_a_table_becomes_targets(draft, tuan, at):
    made = acts.import_targets(draft, read(TABLE).good, by=tuan, at=at)
    assert [(one.key, one.bound, one.value, one.count_rule, one.year_from, one.year_to) for one in made] == [
        ("new_products", "at_least", 30, "new_products", None, None),
        ("renewals", "all_due", None, "renewals", None, None),
        ("trademarks", "exactly", 6, "trademarks", 2019, 2020),
        ("logo", "all_due", None, "logo", 2022, 2022),
        ("signboards", "unset", None, "signboards", None, None),
        ("site_checks", "all_due", None, "site_checks", None, None),
        ("post_checks", "all_due", None, "post_checks", 2021, 2021),
    ]
    assert [one.position for one in selectors.targets_of(draft)] == [1, 2, 3, 4, 5, 6, 7]
    assert made[-1].note == ""  # the words named the rule
    assert history(draft)[0].action == "plan.import_targets"


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_pasted_tables_of_every_kind(mark):
    text = mark.join(["Chỉ tiêu", "ĐVT", "Số lượng", "Mức", "Cách đếm"]) + "\r\n\r\n"
    text += mark.join(["Hội chợ", "lần", "1 200" if mark == "," else "1.200", "có", "fairs"])
    found = read("\ufeff" + text)
    assert found.faults == []
    fields = target_fields(found.rows[0])
    assert (found.rows[0].number, fields["name"], fields["value"], fields["bound"], fields["count_rule"]) == (
        3, "Hội chợ", 1200, "at_least", "fairs"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "words", "rule"),
    [
        ("fairs", "tourism", "fairs"), ("fairs", "", "fairs"), ("", "fairs", "fairs"),
        ("trademarks", "Ghi tay", ""),
        ("", "Sản phẩm công nhận lần đầu trong năm", "new_products"), ("", "nói miệng", ""), ("khac", "", ""),
        ("", "Products recognised for the first time in the year", "new_products"),
    ],
)  # fmt: skip
def test_how_a_target_is_counted_by_key_code_or_words(key, words, rule):
    assert rule_named(key, words) == rule


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
    (row,) = read(f"{HEAD}{key},{words},b,3,,").rows
    fields = target_fields(row)
    assert (fields["count_rule"], (fields["year_from"], fields["year_to"])) == (rule, years)


def test_decimals_and_percent_are_kept_exactly(draft, tuan, at):
    text = "Chỉ tiêu;ĐVT;Số\nTỷ lệ công nhận lại;%;85,5\nDoanh thu;;12,5 tỷ đồng\nSản phẩm;sản phẩm;30"
    acts.import_targets(draft, read(text).good, by=tuan, at=at)
    kept = [(str(one.value), type(one.value).__name__, one.unit) for one in selectors.targets_of(draft)]
    assert kept == [("85.5", "Decimal", "%"), ("12.5", "Decimal", "tỷ đồng"), ("30", "int", "sản phẩm")]


def test_every_fault_is_named_and_nothing_is_kept(draft, tuan, at, refused):
    text = HEAD + "a,,b,x,,\nnew_products,Mới,sản phẩm,1,,\nb,Nữa,sản phẩm,1,,new_products\n"
    found = read(text)
    assert {(one.line, one.code) for one in found.faults} == {(2, Wrong.CELL_EMPTY), (2, Wrong.NO_NUMBER)}
    (fault,) = acts.try_import(draft, found.good)
    assert (fault.line, fault.code, "đếm trùng" in fault.value) == (4, Wrong.REFUSED, True)
    assert refused(acts.import_targets, draft, found.good, by=tuan, at=at) == "table_faulty"
    assert not draft.targets.exists()


def test_a_key_that_the_plan_or_the_table_has_already(filled):
    (fault,) = acts.try_import(filled, read(HEAD + "san-pham-moi,A,b,3,,").good)
    assert (fault.line, fault.code) == (2, Wrong.REFUSED)
    (fault,) = acts.try_import(filled, read(HEAD + "a,A,b,3,,\na,B,b,3,,").good)
    assert (fault.line, fault.code) == (3, Wrong.REFUSED)


def test_who_may_not(draft, cast, at, refused):
    assert (
        refused(acts.import_targets, draft, read(TABLE).good, by=cast.quang, at=at) == "not_province_officer"
    )


def test_an_empty_table_is_refused(draft, tuan, at, refused):
    assert refused(acts.import_targets, draft, [], by=tuan, at=at) == "table_faulty"
