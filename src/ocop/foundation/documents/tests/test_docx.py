"""State papers in Word: the measures of Decree 30/2020, annex I, read back from the file."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Pt

from ocop.foundation.documents.engines.docx import ILLUSTRATION, StatePaper, day_in_words

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def paper(**head):
    made = StatePaper(title="Kết quả", at=AT)
    made.head(parent="Sở Nông nghiệp", agency="Văn phòng điều phối", symbol="BC", seat="Lào Cai", **head)
    made.title("Báo cáo", "Kết quả thực hiện")
    made.addressees(["UBND tỉnh Lào Cai"])
    made.bases(["Căn cứ Luật A", "Căn cứ Nghị định B"])
    made.heading("I. Kết quả")
    made.paragraph("Đã có 18 sản phẩm.")
    made.table(("TT", "Chỉ tiêu"), [[1, "Sản phẩm mới"], [2, None]], (1.5, 14))
    made.ending("Trên đây là báo cáo.")
    made.ends_with(recipients=["Như trên"], archive="VT", titles=["Giám đốc"])
    return Document(BytesIO(made.content()))


def cells(table):
    return [
        [[line.text for line in cell.paragraphs if line.text] for cell in row.cells] for row in table.rows
    ]


def line(document, text):
    return next(one for one in document.paragraphs if one.text == text)


def test_the_page():
    section = paper().sections[0]
    assert [round(size.mm) for size in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [20, 20]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.header.paragraphs[0].alignment == ALIGN.CENTER


def test_number_and_day_stay_open_until_they_are_given():
    assert cells(paper().tables[0]) == [
        [
            ["SỞ NÔNG NGHIỆP", "VĂN PHÒNG ĐIỀU PHỐI"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ],
        [["Số:           /BC"], ["Lào Cai, ngày      tháng      năm"]],
    ]
    given = paper(number="05/BC-VPĐP", on=date(2026, 2, 3))
    assert cells(given.tables[0])[1] == [["Số: 05/BC-VPĐP"], ["Lào Cai, ngày 03 tháng 02 năm 2026"]]


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"), (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
     (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"), (None, "ngày      tháng      năm")],
)  # fmt: skip
def test_the_day_in_words(day, said):
    assert day_in_words(day) == said


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "align"),
    [
        ("BÁO CÁO", 14, True, False, ALIGN.CENTER),
        ("Kết quả thực hiện", 14, True, False, ALIGN.CENTER),
        ("Kính gửi: UBND tỉnh Lào Cai.", 14, False, False, ALIGN.CENTER),
        ("Căn cứ Luật A;", 14, False, True, ALIGN.JUSTIFY),
        ("Căn cứ Nghị định B.", 14, False, True, ALIGN.JUSTIFY),
        ("I. Kết quả", 14, True, False, ALIGN.JUSTIFY),
        ("Đã có 18 sản phẩm.", 14, False, False, ALIGN.JUSTIFY),
        ("Trên đây là báo cáo./.", 14, False, False, ALIGN.JUSTIFY),
    ],
)
def test_lines(text, size, bold, italic, align):
    found = line(paper(), text)
    run = found.runs[0]
    assert (run.font.size, run.bold, run.italic, found.alignment) == (Pt(size), bold, italic, align)
    assert run.font.name == "Times New Roman"


def test_the_body_is_indented_and_spaced():
    shape = line(paper(), "Đã có 18 sản phẩm.").paragraph_format
    assert (round(shape.first_line_indent.cm, 2), shape.space_before) == (1.27, Pt(6))


def test_one_typeface_everywhere():
    document = paper()
    runs = [run for one in document.element.body.iter(qn("w:rFonts")) for run in [one.get(qn("w:ascii"))]]
    assert set(runs) == {"Times New Roman"}


def test_a_table_repeats_its_header_and_keeps_rows_whole():
    table = paper().tables[1]
    assert cells(table) == [[["TT"], ["Chỉ tiêu"]], [["1"], ["Sản phẩm mới"]], [["2"], []]]
    marks = [[child.tag for child in row._tr.trPr] for row in table.rows]
    assert marks == [[qn("w:tblHeader")], [qn("w:cantSplit")], [qn("w:cantSplit")]]
    assert [round(cell.width.cm, 1) for cell in table.rows[1].cells] == [1.5, 14]
    assert table.rows[1].cells[0].paragraphs[0].alignment == ALIGN.RIGHT


def test_the_end_stays_together():
    document = paper()
    end = document.tables[2]
    assert cells(end) == [[["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["GIÁM ĐỐC"]]]
    assert [child.tag for child in end.rows[0]._tr.trPr] == [qn("w:cantSplit")]
    assert line(document, "Trên đây là báo cáo./.").paragraph_format.keep_with_next


def test_several_addressees():
    made = StatePaper(title="", at=AT)
    made.addressees(["Bộ", "UBND tỉnh"])
    assert [one.text for one in Document(BytesIO(made.content())).paragraphs] == [
        "Kính gửi:",
        "- Bộ;",
        "- UBND tỉnh.",
    ]


def test_letters_are_composed_and_what_no_xml_may_hold_is_gone_or_a_box():
    made = StatePaper(title="\x00" + "Dứa 👍\ud83d" * 60, at=AT)
    made.paragraph("Ti\u00ea\u0301n\x0b \x00độ \ud83d \ufffe 👍中ก\ufffd\ue000")
    document = Document(BytesIO(made.content()))
    assert [one.text for one in document.paragraphs] == ["Tiến độ □ □ 👍中ก\ufffd\ue000"]
    assert document.core_properties.title == ("Dứa 👍□" * 60)[:255]


def test_the_file_says_when_it_was_made():
    properties = paper().core_properties
    assert (properties.title, properties.created, properties.language) == ("Kết quả", AT, "vi-VN")


@pytest.mark.parametrize(("is_shown", "said"), [(True, [ILLUSTRATION] * 2), (False, ["", ""])])
def test_an_illustration_says_so_on_every_page(is_shown, said):
    section = Document(BytesIO(StatePaper(title="", at=AT, illustration=is_shown).content())).sections[0]
    assert [footer.paragraphs[0].text for footer in (section.first_page_footer, section.footer)] == said


def test_a_locked_paper_stays_open_where_the_office_writes():
    made = StatePaper(title="Quyết định", at=AT)
    made.head(parent="", agency="UBND tỉnh Lào Cai", symbol="QĐ-UBND", seat="Lào Cai")
    made.title("Quyết định", "Về việc công nhận")
    made.authority("Chủ tịch")
    made.bases(["Căn cứ Luật A"])
    made.resolves()
    made.article(1, "Công nhận 02 sản phẩm.")
    made.article(2, "Quyết định có hiệu lực từ ngày ký.", is_last=True)
    made.ends_with(recipients=["Như Điều 2"], archive="VT", titles=["Chủ tịch"])
    made.appendix("Danh sách", "Kèm theo Quyết định")
    made.lock()
    document = Document(BytesIO(made.content()))
    xml = document.element
    names = [one.get(qn("w:val")) for one in xml.iter(qn("w:alias"))]
    assert names == ["Số, ký hiệu", "Nơi, ngày ban hành", "Điều 1", "Điều 2", "Họ tên người ký"]
    said = ["".join(text.text for text in one.iter(qn("w:t"))) for one in xml.iter(qn("w:sdtContent"))]
    assert said[2:4] == ["Công nhận 02 sản phẩm.", "Quyết định có hiệu lực từ ngày ký./."]
    (protection,) = document.settings.element.iter(qn("w:documentProtection"))
    assert protection.get(qn("w:edit")) == "forms"
    assert document.sections[1]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
