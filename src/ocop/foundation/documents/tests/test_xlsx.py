"""Spreadsheets in which nothing computes."""

from __future__ import annotations

import gc
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import django_tables2 as tables
import openpyxl
import pytest
from django.contrib.auth.models import Group

from ocop.foundation.documents.engines.xlsx import workbook
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.cells import PART


def day(year: int, month: int, date_: int, *clock: int) -> datetime:
    """As a spreadsheet keeps it: without a zone."""
    return datetime(year, month, date_, *clock)  # noqa: DTZ001


HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠x",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "http://example.com", "mailto:a@b.c", "{=1}",
    '<r><t>x</t></r></is></c><c r="Z1"><f>1+1</f></c><c t="inlineStr"><is><r><t>y</t></r>', "_x003D_1",
]  # fmt: skip


def opened(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_hostile_texts_stay_texts_in_cells_and_header():
    content = workbook("Danh sách", HOSTILE, [HOSTILE])
    files = parts(content)
    assert "<f>" not in files["xl/worksheets/sheet1.xml"]
    assert [name for name in files if "externalLink" in name or "worksheets/_rels" in name] == []
    sheet = opened(content)
    kept = [text.replace("\r", "") for text in HOSTILE]
    for row in (1, 2):
        cells = list(sheet[row])
        assert [cell.value.replace("_x000D_", "").replace("_x005F_", "_") for cell in cells] == kept
        assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in sheet[2]] == [True] * 14 + [False] * 5


def test_dates_numbers_and_codes_are_what_they_are():
    moment = datetime(2026, 3, 15, 1, 30, tzinfo=UTC)
    rows = [
        ["02788", date(2026, 3, 15), moment, 4, Decimal("86.50"), Fraction(173, 2), True, None, "Dứa\x00 quả"]
    ]
    sheet = opened(workbook("x", list("abcdefghi"), rows))
    assert [cell.value for cell in sheet[2]] == [
        "02788", day(2026, 3, 15), day(2026, 3, 15, 8, 30), 4, 86.5, 86.5, "x", None, "Dứa quả",
    ]  # fmt: skip
    assert [sheet.cell(2, column).number_format for column in (1, 2, 3, 6)] == [
        "@",
        "dd/mm/yyyy",
        "dd/mm/yyyy hh:mm",
        "#,##0.00",
    ]


def test_the_header_stays_in_sight_and_filters():
    sheet = opened(
        workbook("Sản phẩm: [2026] / đợt 1 của tỉnh Lào Cai", ["Tên", "Sao"], [["Dứa", 3], ["Chè", 4]])
    )
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.title == "Sản phẩm   2026    đợt 1 của tỉ"


def test_an_empty_list_is_a_header():
    assert [[cell.value for cell in row] for row in opened(workbook("", ["Tên"], [])).rows] == [["Tên"]]


class Products(tables.Table):
    name = tables.Column(verbose_name="Tên")
    stars = tables.Column(verbose_name="Sao")
    state = tables.Column(verbose_name="Trạng thái", accessor="state_code")
    expires_on = tables.DateColumn(verbose_name="Hết hạn", format="d/m/Y")
    points = tables.Column(verbose_name="Điểm")
    buttons = tables.TemplateColumn("<a>Sửa</a>", exclude_from_export=True)

    def render_state(self, value: int) -> str:
        return {1: "Còn hiệu lực"}[value]

    def render_points(self, value: Fraction) -> str:
        return "86,50 điểm"


def test_a_list_is_saved_whole_with_its_words_and_real_dates():
    row = {"stars": 3, "state_code": 1, "expires_on": date(2029, 3, 15), "points": Fraction(173, 2)}
    table = Products([row | {"name": f"Dứa {n}"} for n in range(30)])
    table.paginate(per_page=25)
    answer = as_xlsx(table, "san-pham")
    sheet = opened(answer.content)
    assert [cell.value for cell in sheet[1]] == ["Tên", "Sao", "Trạng thái", "Hết hạn", "Điểm"]
    assert [cell.value for cell in sheet[31]] == ["Dứa 29", 3, "Còn hiệu lực", day(2029, 3, 15), 86.5]
    assert sheet.max_row == 31
    assert answer["Content-Disposition"] == 'attachment; filename="san-pham.xlsx"'


class Groups(tables.Table):
    name = tables.Column()
    alive = tables.Column(accessor="pk")

    def value_alive(self, value: int) -> str:
        """How many groups there are in memory while this row is written, asked at every hundredth."""
        if value % 100:
            return ""
        gc.collect()  # the suite spares itself the collector
        return str(sum(isinstance(one, Group) for one in gc.get_objects()))


def test_a_long_list_is_written_a_part_at_a_time(db):
    """However long it is, no more than the part read and the part before it are kept."""
    Group.objects.bulk_create(Group(name=f"nhóm {n:04d}") for n in range(5 * PART))
    sheet = opened(as_xlsx(Groups(Group.objects.order_by("pk")), "nhom").content)
    names, alive = zip(*list(sheet.values)[1:], strict=True)
    assert names == tuple(f"nhóm {n:04d}" for n in range(5 * PART))
    asked = [int(count) for count in alive if count]
    assert len(asked) == 5 * PART // 100
    assert max(asked) <= 2 * PART


def test_what_no_xml_may_hold_is_gone_or_a_box():
    sheet = opened(workbook("\x00Dứa\ud83d", ["Tên\x0b"], [["a\x00b\x0bc \ud83d \ufffe 👍中ก\ufffd\ue000"]]))
    assert (sheet.title, sheet["A1"].value, sheet["A2"].value) == ("Dứa□", "Tên", "abc □ □ 👍中ก\ufffd\ue000")


@pytest.mark.parametrize("text", ["x" * 40_000])
def test_a_very_long_text_is_cut_to_what_a_cell_holds(text):
    assert len(opened(workbook("x", ["a"], [[text]]))["A2"].value) == 32_767


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(1895, 3, 15), "15/03/1895"),
        (datetime(1895, 3, 15, 8, 30, tzinfo=UTC), "15/03/1895 15:36"),
        (Decimal("NaN"), "NaN"),
        (float("inf"), "inf"),
    ],
)
def test_what_a_spreadsheet_has_no_number_for_is_written_out(value, shown):
    assert opened(workbook("x", ["a", "b"], [[value, "b"]]))["A2"].value == shown
