"""Periodic reports: what they count, who makes them, and the files."""

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from openpyxl import load_workbook

from ocop.outlets.reports.periodic import as_docx, periodic_report
from ocop.outlets.reports.rules import Period, PeriodKind, period
from ocop.outlets.reports.rules.periods import period_after
from ocop.registers.programme.models import BudgetLine, TargetResult, Task

AT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def plan(register):
    plan = register.plan(2022)
    register.target(plan, "new_products", 30)
    by_hand = register.target(plan, "", key="visits", unit="cơ sở")
    for day in (date(2022, 2, 2), date(2022, 7, 8), date(2022, 9, 30), date(2022, 10, 1)):
        register.recognise(register.product(), day)
    register.recognise(register.product(), 2022)
    for month, amount in ((3, 4), (8, 5)):
        TargetResult.objects.create(
            target=by_hand,
            on=date(2022, month, 5),
            amount=amount,
            note="x",
            by=register.cast.lan,
            at=register.at,
        )
    tasks = (
        ("Xong", "done", date(2022, 8, 1)),
        ("Trễ", "open", date(2022, 3, 1)),
        ("Tới", "open", date(2022, 11, 1)),
    )
    for number, (name, state, due) in enumerate(tasks):
        Task.objects.create(
            plan=plan, number=number, name=name, agency="Sở Công Thương", due_on=due, state=state,
            done_on=due if state == "done" else None,
        )  # fmt: skip
    for source, amount in (("province", 100), ("province", 50), ("producer", None)):
        BudgetLine.objects.create(plan=plan, name="Chi", source=source, amount=amount)
    return plan


@pytest.mark.parametrize(
    ("slug", "products", "visits"),
    [("quy-1", (2, 2), (4, 4)), ("quy-3", (2, 4), (5, 9)), ("nua-1", (2, 2), (4, 4)),
    ("nua-2", (3, 5), (5, 9)),
     ("nam", (5, 5), (9, 9))],
)  # fmt: skip
def test_what_was_done_in_the_period_and_since_the_new_year(plan, slug, products, visits):
    report = periodic_report(plan, period(slug, 2022), date(2026, 11, 23))
    assert [(one.in_period, one.total) for one in report.lines] == [products, visits]


def test_tasks_and_money(plan):
    report = periodic_report(plan, period("quy-3", 2022), date(2026, 11, 23))
    assert [[task.name for task in tasks] for tasks in (report.done_tasks, report.late_tasks,
    report.next_tasks)] == [
        ["Xong"], ["Trễ"], ["Tới"],
    ]  # fmt: skip
    assert [(one.source, one.planned, one.spent) for one in report.money] == [
        ("province", 150, 0),
        ("producer", None, 0),
    ]


def test_a_running_period_ends_today(register):
    report = periodic_report(register.plan(2026), period("quy-4", 2026), date(2026, 11, 23))
    assert report.until == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("one", "following"),
    [(Period(PeriodKind.QUARTER, 3, 2026), Period(PeriodKind.QUARTER, 4, 2026)),
     (Period(PeriodKind.QUARTER, 4, 2026), Period(PeriodKind.QUARTER, 1, 2027)),
     (Period(PeriodKind.HALF, 1, 2026), Period(PeriodKind.HALF, 2, 2026)),
     (Period(PeriodKind.YEAR, 1, 2026), Period(PeriodKind.YEAR, 1, 2027))],
)  # fmt: skip
def test_the_period_after(one, following):
    assert period_after(one) == following


def test_the_word_file(plan):
    document = Document(
        BytesIO(as_docx(periodic_report(plan, period("quy-3", 2022), date(2026, 11, 23)), AT))
    )
    lines = [one.text for one in document.paragraphs if one.text]
    assert lines[:3] == [
        "BÁO CÁO", "Kết quả thực hiện Chương trình OCOP quý III năm 2022",
        "Thực hiện Kế hoạch số 2022/KH-UBND ngày 15 tháng 01 năm 2022 (Kế hoạch 2022), kết quả quý III "
        "năm 2022 "
        "(số liệu đến ngày 30 tháng 9 năm 2022) như sau:",
    ]  # fmt: skip
    assert [line for line in lines if line[0] in "IV" and line[1] in "IV."] == [
        "I. Sản phẩm được công nhận", "II. Thực hiện các chỉ tiêu của kế hoạch",
        "III. Đợt đánh giá và nhiệm vụ",
        "IV. Kinh phí", "V. Nhiệm vụ kỳ tới",
    ]  # fmt: skip
    head, targets, money, end = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    assert [row[0].split("\n")[0] for row in head] == ["VĂN PHÒNG ĐIỀU PHỐI", "Số:           /BC-VPĐP"]
    assert targets[1] == ["1", "Chỉ tiêu new_products", "sản phẩm", "ít nhất 30", "2", "4", "13 %"]
    assert money[1:] == [["Ngân sách tỉnh", "150", "0"], [money[2][0], "chưa rõ", "0"]]
    assert lines[-1].endswith("./.")
    assert end[0][1].strip() == "THỦ TRƯỞNG CƠ QUAN"


PAGES = ["/bao-cao/", "/bao-cao/15/2022/quy-3/", "/bao-cao/15/2022/quy-3.docx", "/bao-cao/15/2022/quy-3.xlsx"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "refused"), [("tuan", False), ("minh", True), ("quang", True)])
def test_who_opens_them(client, cast, plan, tuan, minh, page, who, refused):
    client.force_login({"tuan": tuan, "minh": minh, "quang": cast.quang}[who])
    assert (client.get(page).status_code in (403, 404)) == refused


@pytest.mark.parametrize("slug", ["quy-5", "thang-1"])
def test_no_such_period(client, plan, tuan, slug):
    client.force_login(tuan)
    assert client.get(f"/bao-cao/15/2022/{slug}/").status_code == 404


def test_a_period_that_has_not_begun(client, register, tuan):
    register.plan(2027)
    client.force_login(tuan)
    assert client.get("/bao-cao/15/2027/quy-4/").status_code == 404
    assert client.get("/bao-cao/").context["rows"] == []


def test_the_spreadsheet(client, plan, tuan):
    client.force_login(tuan)
    sheet = load_workbook(BytesIO(client.get("/bao-cao/15/2022/quy-3.xlsx").content)).active
    assert [list(row) for row in sheet.iter_rows(values_only=True, min_row=2)] == [
        [1, "Chỉ tiêu new_products", "sản phẩm", "ít nhất 30", 2, 4, 0.13],
        [2, "Chỉ tiêu ", "cơ sở", "chưa rõ", 5, 9, None],
    ]


def test_to_the_office_above_and_marked_where_nobody_shall_take_it_for_real(plan, programme):
    programme.agency_parent, programme.is_demonstration = "UBND tỉnh Lào Cai", True
    programme.save()
    document = Document(BytesIO(as_docx(periodic_report(plan, period("nam", 2022), date(2026, 11, 23)), AT)))
    assert "Kính gửi: UBND tỉnh Lào Cai." in [one.text for one in document.paragraphs]
    assert document.tables[-1].rows[0].cells[0].text == "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    assert "MINH HOẠ" in document.sections[0].footer.paragraphs[0].text
