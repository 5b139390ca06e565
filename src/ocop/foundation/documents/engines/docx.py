"""State papers as Word files that an office goes on writing in: the layout of Decree 30/2020/NĐ-CP, annex I.

What only the records office gives (number, date) stays open where it is not given; nothing is invented.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ocop.foundation.documents.engines.letters import written
from ocop.foundation.documents.engines.xlsx import Percent
from ocop.kernel.text import day_words_vi

FONT = "Times New Roman"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
ILLUSTRATION = "BẢN MINH HOẠ, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
TEXT_WIDTH = Mm(210) - LEFT - RIGHT
LEFT_CELL, RIGHT_CELL = Cm(6.5), Cm(10.0)
MOTTO_WIDTH = Cm(6.4)
_LONGEST_PROPERTY = 255


def day_in_words(day: date | None) -> str:
    """«ngày 05 tháng 02 năm 2026»: a zero before days under 10 and before January and February;
    open where unknown.
    """
    if day is None:
        return "ngày      tháng      năm"
    return f"ngày {day_words_vi(day)}"


class StatePaper:
    """One paper, written from top to bottom; `content()` gives the file."""

    def __init__(self, *, title: str, at: datetime, illustration: bool = False) -> None:
        """`illustration` writes on every page that nobody shall take it for real."""
        self.file: DocumentObject = Document()
        self._opened: list[tuple[Paragraph, str, tuple[Run, ...]]] = []
        self._set_page()
        if illustration:
            self._mark_pages()
        self._set_style()
        properties = self.file.core_properties
        moment = at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
        properties.title, properties.author, properties.language = (
            written(title)[:_LONGEST_PROPERTY],
            "",
            "vi-VN",
        )
        properties.created = properties.modified = moment
        properties.comments = ""

    def head(
        self, *, parent: str, agency: str, symbol: str, seat: str = "", number: str = "",
        on: date | None = None, about: str = "",
    ) -> None:  # fmt: skip
        """Cells 1 to 4: nation and motto, agencies, number and symbol, place and date; what is not given
        stays open. `about`: cell 5b, the subject of a letter. Minutes bear no place and day.
        """
        table = self._bare_table(2)
        left, right = table.rows[0].cells
        if parent:
            self._line(left, parent.upper(), 12.5, align=ALIGN.CENTER)
        self._rule(self._line(left, agency.upper(), 12.5, bold=True, align=ALIGN.CENTER), LEFT_CELL, Cm(2.4))
        self._line(right, NATION, 12.5, bold=True, align=ALIGN.CENTER)
        self._rule(self._line(right, MOTTO, 13.5, bold=True, align=ALIGN.CENTER), RIGHT_CELL, MOTTO_WIDTH)
        left, right = table.add_row().cells  # type: ignore[no-untyped-call]
        shown = number or f"          /{symbol}"
        left_line = self._line(left, f"Số: {shown}", 13, align=ALIGN.CENTER, before=6)
        if seat:
            day = f"{seat}, {day_in_words(on)}"
            line = self._line(right, day, 13.5, italic=True, align=ALIGN.CENTER, before=6)
            self._open(line, "Nơi, ngày ban hành")
        if about:
            self._line(left, f"V/v {about}", 12.5, align=ALIGN.CENTER, before=6)
        self._open(left_line, "Số, ký hiệu")

    def title(self, kind: str, subject: str) -> None:
        """Cell 5a: the type of paper in capitals, what it is about, the rule below."""
        self._line(self.file, kind.upper(), 14, bold=True, align=ALIGN.CENTER, before=18)
        self._rule(self._line(self.file, subject, 14, bold=True, align=ALIGN.CENTER), TEXT_WIDTH, Cm(4.2))

    def addressees(self, items: Sequence[str]) -> None:
        """Cell 9a: one on the same line; several each on a line with a dash."""
        if len(items) == 1:
            self._line(self.file, f"Kính gửi: {items[0]}.", 14, align=ALIGN.CENTER, before=12)
            return
        self._line(self.file, "Kính gửi:", 14, before=12).paragraph_format.left_indent = Cm(3)
        for place, item in enumerate(items, start=1):
            line = self._line(self.file, f"- {item}{'.' if place == len(items) else ';'}", 14)
            line.paragraph_format.left_indent = Cm(4.5)

    def bases(self, items: Sequence[str]) -> None:
        """Cell 6: each legal basis on its own line in italics, ended by a semicolon,
        the last by a full stop.
        """
        for place, item in enumerate(items, start=1):
            self._body(f"{item}{'.' if place == len(items) else ';'}", italic=True)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading of the body, kept with what follows."""
        line = self._body(text, bold=True, italic=level > 1)
        shape = line.paragraph_format
        shape.keep_with_next, shape.space_before, shape.space_after = True, Pt(12), Pt(6)

    def paragraph(self, text: str) -> None:
        """A paragraph of the body."""
        self._body(text)

    def zone(self, name: str, text: str) -> None:
        """A paragraph that the office writes in: a control with a name, which stays open when the rest is
        locked.
        """
        self._open(self._body(text), name)

    def lock(self) -> None:
        """Lets nothing but zones, number, day and name be written: at last, when all is there. Without a
        password, since whoever answers for the paper may open it.
        """
        for line, name, runs in self._opened:
            _control(line, name, *runs)
        protection = OxmlElement("w:documentProtection")
        protection.set(qn("w:edit"), "forms")
        protection.set(qn("w:enforcement"), "1")
        settings = self.file.settings.element
        after = settings.find(qn("w:defaultTabStop"))
        settings.insert(len(settings) if after is None else settings.index(after), protection)

    def authority(self, text: str) -> None:
        """The authority of a decision in capitals, above the bases."""
        self._line(self.file, text.upper(), 14, bold=True, align=ALIGN.CENTER, before=12)

    def resolves(self) -> None:
        """«QUYẾT ĐỊNH:» between bases and articles."""
        self._line(self.file, "QUYẾT ĐỊNH:", 14, bold=True, align=ALIGN.CENTER, before=9)

    def article(self, number: int, text: str, *, is_last: bool = False) -> None:
        """«Điều n.» in bold, then a zone with what it says; the last is closed by «./.»."""
        line = self._body(f"Điều {number}. ", bold=True)
        said = line.add_run(written(f"{text.rstrip('.')}./." if is_last else text))
        said.font.size, said.font.name = Pt(14), FONT
        self._open(line, f"Điều {number}", said)
        line.paragraph_format.keep_with_next = is_last

    def appendix(self, title: str, reference: str) -> None:
        """Begins an appendix on a page of its own, whose pages are counted anew."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        counted = OxmlElement("w:pgNumType")
        counted.set(qn("w:start"), "1")
        section._sectPr.append(counted)
        self._line(self.file, "Phụ lục", 14, bold=True, align=ALIGN.CENTER)
        self._line(self.file, title.upper(), 14, bold=True, align=ALIGN.CENTER)
        under = self._line(self.file, f"({reference})", 13.5, italic=True, align=ALIGN.CENTER)
        self._rule(under, TEXT_WIDTH, Cm(4.2))
        self._line(self.file, "", 6)

    def ending(self, text: str) -> None:
        """The last paragraph, closed by «./.» and kept with the signature."""
        self._body(f"{text.rstrip('.')}./.").paragraph_format.keep_with_next = True

    def table(self, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[float]) -> None:
        """A table whose header repeats on every page; `widths` in centimetres; numbers stand right."""
        table = self.file.add_table(rows=1, cols=len(header))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for cell, text in zip(table.rows[0].cells, header, strict=True):
            self._line(cell, text, 12, bold=True, align=ALIGN.CENTER)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for row in rows:
            line = table.add_row()
            _mark(line._tr.get_or_add_trPr(), "w:cantSplit")
            for cell, value in zip(line.cells, row, strict=True):
                align = ALIGN.RIGHT if isinstance(value, int | Percent) else ALIGN.LEFT
                self._line(cell, "" if value is None else value, 12, align=align)
        _set_widths(table, [Cm(width) for width in widths])
        self._line(self.file, "", 6)

    def ends_with(
        self, *, recipients: Sequence[str], archive: str, titles: Sequence[str], name: str = ""
    ) -> None:
        """Cells 9b and 7: recipients on the left, authority, title and name on the right;
        never torn apart.
        """
        table = self._bare_table(2)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
        left, right = table.rows[0].cells
        self._line(left, "Nơi nhận:", 12, bold=True, italic=True)
        for item in recipients:
            self._line(left, f"- {item};", 11)
        self._line(left, f"- Lưu: {archive}.", 11)
        for title in titles:
            self._line(right, title.upper(), 13.5, bold=True, align=ALIGN.CENTER)
        signed = self._line(right, name, 14, bold=True, align=ALIGN.CENTER, before=72)
        self._open(signed, "Họ tên người ký")

    def ends_as_minutes(self, secretary: str, chair: str) -> None:
        """Minutes and reports of a council: the secretary signs on the left, the chair on the right."""
        table = self._bare_table(2)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, title, name in zip(
            table.rows[0].cells, ("Thư ký", "Chủ trì"), (secretary, chair), strict=True
        ):
            self._line(cell, title.upper(), 13.5, bold=True, align=ALIGN.CENTER)
            self._open(self._line(cell, name, 14, bold=True, align=ALIGN.CENTER, before=72), title)

    def content(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()

    def _open(self, line: Paragraph, name: str, *runs: Run) -> None:
        """Notes what stays open when the rest is locked."""
        self._opened.append((line, name, runs))

    def _set_page(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.left_margin, section.right_margin = LEFT, RIGHT
        section.header_distance = Mm(10)
        # Arabic, centred in the top margin, not on the first page
        section.different_first_page_header_footer = True
        line = section.header.paragraphs[0]
        line.alignment = ALIGN.CENTER
        run = line.add_run()
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run._r.append(_field(kind, text))
        run.font.size = Pt(13)

    def _mark_pages(self) -> None:
        section = self.file.sections[0]
        for footer in (section.first_page_footer, section.footer):
            line = footer.paragraphs[0]
            line.alignment = ALIGN.CENTER
            run = line.add_run(ILLUSTRATION)
            run.font.size, run.font.name, run.bold = Pt(12), FONT, True

    def _set_style(self) -> None:
        style = self.file.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(14)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)

    def _bare_table(self, columns: int) -> Table:
        table = self.file.add_table(rows=1, cols=columns)
        table.autofit = False
        _set_widths(table, [LEFT_CELL, RIGHT_CELL])
        return table

    def _body(self, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
        line = self._line(self.file, text, 14, bold=bold, italic=italic, align=ALIGN.JUSTIFY, before=6)
        line.paragraph_format.first_line_indent = Cm(1.27)
        return line

    def _line(
        self, where: DocumentObject | _Cell, text: Any, size: float, *, bold: bool = False,
        italic: bool = False,
        align: ALIGN = ALIGN.LEFT, before: int = 0,
    ) -> Paragraph:  # fmt: skip
        """A paragraph; the empty one with which every cell begins is used first."""
        is_fresh = isinstance(where, _Cell) and len(where.paragraphs) == 1 and not where.paragraphs[0].runs
        line = where.paragraphs[0] if is_fresh else where.add_paragraph()
        run = line.add_run(written(text))
        run.font.size, run.font.name, run.bold, run.italic = Pt(size), FONT, bold, italic
        shape = line.paragraph_format
        line.alignment, shape.space_before, shape.space_after, shape.line_spacing = (
            align,
            Pt(before),
            Pt(0),
            1.0,
        )
        return line

    def _rule(self, under: Paragraph, room: int, length: int) -> None:
        """A rule under a line: the border of an empty line, drawn in from both sides."""
        where: Any = under._parent  # the cell or the body
        line = where.add_paragraph()
        side = (room - length) // 2
        shape = line.paragraph_format
        shape.left_indent = shape.right_indent = max(side, 0)
        shape.space_before, shape.space_after = Pt(3), Pt(0)  # clear of the letters above
        shape.line_spacing = Pt(3)
        border, bottom = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            bottom.set(qn(f"w:{name}"), value)
        border.append(bottom)
        line._p.get_or_add_pPr().append(border)


def _field(kind: str | None, text: str | None) -> Any:
    if kind is None:
        element = OxmlElement("w:instrText")
        element.text = text
        return element
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _control(line: Paragraph, name: str, *runs: Run) -> None:
    """Puts runs of a line, or all of it, into a control for text with a name that Word shows."""
    chosen = [run._r for run in runs or line.runs]
    control, properties, content = (OxmlElement(f"w:{one}") for one in ("sdt", "sdtPr", "sdtContent"))
    for key in ("alias", "tag"):
        element = OxmlElement(f"w:{key}")
        element.set(qn("w:val"), name[:64])
        properties.append(element)
    text = OxmlElement("w:text")
    text.set(qn("w:multiLine"), "1")
    properties.append(text)
    chosen[0].addprevious(control)
    content.extend(chosen)
    control.extend((properties, content))


def _mark(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    """Of the columns too: LibreOffice goes by the grid of the table, Word by its cells."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
